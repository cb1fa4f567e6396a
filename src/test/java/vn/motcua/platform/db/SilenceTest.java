package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.db.LeaseTable.Seen;

/** When a holder is taken for gone. */
class SilenceTest {

    private static final UUID OTHER = UUID.randomUUID();

    private final Silence silence = new Silence();

    @Test
    void whatWasGivenBackIsFreeAtTheFirstLook() {
        assertThat(silence.after(new Seen("fold", false, Optional.empty(), 7, 7)))
                .isTrue();
    }

    @Test
    void aHolderIsGoneOnceFourLooksInARowFindItsBeatUnmoved() {
        assertThat(IntStream.rangeClosed(0, Silence.LOOKS).mapToObj(look -> silence.after(seen("fold", 3))))
                .containsExactly(false, false, false, false, true);
    }

    @Test
    void aBeatThatMovesStartsTheCountAnew() {
        look("fold", 3, Silence.LOOKS);
        assertThat(silence.after(seen("fold", 4))).isFalse();
        assertThat(look("fold", 4, Silence.LOOKS - 1)).isFalse();
        assertThat(silence.after(seen("fold", 4))).isTrue();
    }

    @Test
    void eachLeaseIsCountedByItself() {
        look("fold", 3, Silence.LOOKS);
        assertThat(silence.after(seen("sweep", 3))).isFalse();
        assertThat(silence.after(seen("fold", 3))).isTrue();
    }

    @Test
    void whoCouldNotLookKnowsNothingOfTheMeantime() {
        look("fold", 3, Silence.LOOKS);
        silence.broken();
        assertThat(look("fold", 3, Silence.LOOKS)).isFalse();
    }

    private boolean look(String name, long beat, int times) {
        boolean gone = false;
        for (int look = 0; look < times; look++) {
            gone = silence.after(seen(name, beat));
        }
        return gone;
    }

    private static Seen seen(String name, long beat) {
        return new Seen(name, false, Optional.of(OTHER), 1, beat);
    }
}
