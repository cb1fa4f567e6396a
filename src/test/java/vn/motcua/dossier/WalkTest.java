package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.at;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.procedure.Channel;

/** One step of a walk: what is sought, and which page it makes. */
class WalkTest {

    private static final Place HERE = new Place("2026-03-02T02:00:00Z", new UUID(7, 7));

    @ParameterizedTest(name = "{0} found, back {1}, begun {2}")
    @CsvSource({
        // found, back, from a place -> first, how many, before, after
        "0, false, false, -1, 0, false, false",
        "0, true, true, -1, 0, false, false",
        "2, false, false, 0, 2, false, false",
        "3, false, false, 0, 3, false, false",
        "4, false, false, 0, 3, false, true",
        "4, false, true, 0, 3, true, true",
        "3, false, true, 0, 3, true, false",
        "4, true, true, 1, 3, true, true",
        "3, true, true, 0, 3, false, true",
        "1, true, true, 0, 1, false, true"
    })
    void aPageIsWhatWasSoughtWithoutTheOneThatTellsOfMore(
            int found, boolean back, boolean begun, int first, int length, boolean before, boolean after) {
        Walk walk = new Walk(at("2026-03-02T09:00"), back, begun ? Optional.of(HERE) : Optional.empty(), 3);
        List<DossierSummary> list =
                IntStream.range(0, found).mapToObj(WalkTest::dossier).toList();
        Walk.Page page = walk.page(list);
        assertThat(page.dossiers()).isEqualTo(length == 0 ? List.of() : list.subList(first, first + length));
        assertThat(page.hasBefore()).isEqualTo(before);
        assertThat(page.hasAfter()).isEqualTo(after);
        assertThat(walk.sought()).isEqualTo(4);
    }

    @Test
    void theRestLiesBeyondThePlaceAndWithinTheSpan() {
        Span today = Due.TODAY.seenFrom(at("2026-03-02T09:00"));
        assertThat(walk(false, HERE).rest(today)).isEqualTo(new Span(HERE, today.before()));
        assertThat(walk(true, HERE).rest(today)).isEqualTo(new Span(today.after(), HERE));
        assertThat(walk(false, null).rest(today)).isEqualTo(today);
        assertThat(walk(false, HERE).restOfNewestFirst()).isEqualTo(new Span(Place.START, HERE));
        assertThat(walk(true, HERE).restOfNewestFirst()).isEqualTo(new Span(HERE, Place.END));
        assertThat(walk(false, null).restOfNewestFirst()).isEqualTo(Span.ALL);
    }

    @Test
    void everyMomentFallsIntoOneBand() {
        var moment = at("2026-03-02T23:59:59.999");
        assertThat(Due.OVERDUE.seenFrom(moment)).isEqualTo(new Span(Place.START, Place.before(moment)));
        assertThat(Due.TODAY.seenFrom(moment))
                .isEqualTo(new Span(Place.before(moment), Place.before(at("2026-03-03T00:00"))));
        assertThat(Due.LATER.seenFrom(moment).after()).isEqualTo(Place.before(at("2026-03-03T00:00")));
        assertThat(Due.LATER.seenFrom(moment).before())
                .isEqualTo(Due.NOT_STARTED.seenFrom(moment).after());
        assertThat(Due.NOT_STARTED.seenFrom(moment).before())
                .isEqualTo(Due.NONE.seenFrom(moment).after());
        assertThat(Due.NONE.seenFrom(moment).before()).isEqualTo(Place.END);
    }

    private static Walk walk(boolean back, Place from) {
        return new Walk(at("2026-03-02T09:00"), back, Optional.ofNullable(from), 3);
    }

    private static DossierSummary dossier(int number) {
        UUID id = new UUID(0, number);
        return new DossierSummary(
                id,
                new Place("infinity", id),
                TrackingCode.from(new byte[10]),
                Optional.empty(),
                Optional.of(DossierStatus.REGISTERED),
                1,
                Channel.ONLINE,
                32,
                32,
                Optional.of("Nguyễn Văn Mẫu"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false);
    }
}
