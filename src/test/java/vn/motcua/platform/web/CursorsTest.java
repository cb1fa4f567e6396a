package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final List<String> MINE = List.of("/desk/dossiers", "agencies|clerk", "status=1");
    private static final List<String> POSITION = List.of("2026-11-23T10:00:00Z", "0195550c");

    private final Cursors cursors = at(NOW, "0f");

    @Test
    void opensWithWhatItWasSealedFor() {
        assertThat(cursors.open(MINE, cursors.seal(MINE, POSITION))).hasValue(POSITION);
    }

    @Test
    void tellsNothingAndIsNeverTheSame() {
        String cursor = cursors.seal(MINE, POSITION);
        assertThat(cursor).matches("[A-Za-z0-9_-]+").isNotEqualTo(cursors.seal(MINE, POSITION));
    }

    @Test
    void anotherCallerListOrFilterOpensNothing() {
        String cursor = cursors.seal(MINE, POSITION);
        for (int part = 0; part < MINE.size(); part++) {
            int other = part;
            List<String> another = IntStream.range(0, MINE.size())
                    .mapToObj(at -> at == other ? MINE.get(at) + "x" : MINE.get(at))
                    .toList();
            assertThat(cursors.open(another, cursor)).isEmpty();
        }
    }

    @Test
    void everyForgedBitIsSeen() {
        String cursor = cursors.seal(MINE, POSITION);
        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'Q' : 'A';
            assertThat(cursors.open(MINE, cursor.substring(0, at) + other + cursor.substring(at + 1)))
                    .isEmpty();
        }
    }

    @Test
    void everyCutIsSeen() {
        String cursor = cursors.seal(MINE, POSITION);
        for (int length = 0; length < cursor.length(); length++) {
            assertThat(cursors.open(MINE, cursor.substring(0, length))).isEmpty();
        }
    }

    @Test
    void livesAWeek() {
        String cursor = cursors.seal(MINE, POSITION);
        assertThat(at(NOW.plus(Duration.ofDays(7)), "0f").open(MINE, cursor)).hasValue(POSITION);
        assertThat(at(NOW.plus(Duration.ofDays(7)).plusSeconds(1), "0f").open(MINE, cursor))
                .isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(365)), "0f").open(MINE, cursor)).isEmpty();
    }

    @Test
    void everyInstanceWithTheSameKeyOpensIt() {
        String cursor = cursors.seal(MINE, POSITION);
        assertThat(at(NOW, "0f").open(MINE, cursor)).hasValue(POSITION);
        assertThat(at(NOW, "1f").open(MINE, cursor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz"})
    void keyIsThirtyTwoBytes(String key) {
        assertThatThrownBy(() -> new CursorProperties(key)).hasMessageContaining("64 hexadecimal digits");
    }

    private static Cursors at(Instant now, String octet) {
        return new Cursors(new CursorProperties(octet.repeat(32)), InstantSource.fixed(now));
    }
}
