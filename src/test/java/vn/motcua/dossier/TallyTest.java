package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.dossier.DossierFixtures.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TallyTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 11);
    private static final Instant DUE_AT = at("2026-03-11T17:00");

    @Test
    void acceptanceCountsOneReceivedOnItsDayAndOneOpenOnItsDueDay() {
        assertThat(Tally.of(accepted(Promise.due(DUE_AT, false, 1, "1"))))
                .containsExactly(
                        new Tally(RECEIVED, 1, 0, 0, 0, 0, 0, 0, 0, 0), new Tally(DUE, 0, 0, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void acceptanceWithoutADueMomentCountsSo() {
        assertThat(Tally.of(accepted(Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1"))))
                .containsExactly(new Tally(RECEIVED, 1, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void acceptanceWhoseClockWaitsIsReceivedAndHasNotStarted() {
        ClockWait wait = new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12");
        assertThat(Tally.of(new DossierEvent.Accepted(at("2026-03-02T09:00"), wait)))
                .containsExactly(new Tally(RECEIVED, 1, 0, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void receptionThatStartsTheClockTakesItOutOfThoseThatHaveNotStarted() {
        Instant next = at("2026-03-03T09:00");
        assertThat(Tally.of(new DossierEvent.Received(next, Optional.of(Promise.due(DUE_AT, false, 1, "1")))))
                .containsExactly(
                        new Tally(RECEIVED.plusDays(1), 0, 0, 0, 0, 0, 0, 0, 0, -1),
                        new Tally(DUE, 0, 0, 0, 0, 0, 0, 0, 1, 0));
        Promise none = Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1");
        assertThat(Tally.of(new DossierEvent.Received(next, Optional.of(none))))
                .containsExactly(new Tally(RECEIVED.plusDays(1), 0, 1, 0, 0, 0, 0, 0, 0, -1));
    }

    @Test
    void whatEndsBeforeItsClockStartedIsNeverOnTime() {
        Instant end = at("2026-03-03T09:00");
        assertThat(Tally.of(new DossierEvent.Completed(end, Timeliness.notStarted(end), true)))
                .containsExactly(new Tally(RECEIVED.plusDays(1), 0, 1, 0, 0, 0, 0, 1, 0, -1));
    }

    @Test
    void countsTheDayOfVietNam() {
        assertThat(Tally.of(new DossierEvent.Accepted(
                        Instant.parse("2026-03-01T17:00:00Z"), Promise.due(DUE_AT, false, 1, "1"))))
                .extracting(Tally::day)
                .containsExactly(RECEIVED, DUE);
    }

    @Test
    void earlyTakesItOutOfTheOpenOfItsDueDay() {
        assertThat(Tally.of(completed("2026-03-10T23:59", Optional.of(DUE_AT))))
                .containsExactly(
                        new Tally(DUE.minusDays(1), 0, 0, 1, 0, 0, 0, 0, 0, 0),
                        new Tally(DUE, 0, 0, 0, 0, 0, 0, 0, -1, 0));
    }

    @Test
    void onTheDueDayIsOnTimeAndSaysWhetherItWasLateByMoment() {
        assertThat(Tally.of(completed("2026-03-11T17:00", Optional.of(DUE_AT))))
                .containsExactly(new Tally(DUE, 0, 0, 0, 1, 0, 0, 0, 0, 0), new Tally(DUE, 0, 0, 0, 0, 0, 0, 0, -1, 0));
        assertThat(Tally.of(completed("2026-03-11T17:01", Optional.of(DUE_AT))))
                .containsExactly(new Tally(DUE, 0, 0, 0, 1, 1, 0, 0, 0, 0), new Tally(DUE, 0, 0, 0, 0, 0, 0, 0, -1, 0));
    }

    @Test
    void overdueLeavesTheOpenOfItsDueDayAsItIs() {
        assertThat(Tally.of(completed("2026-03-12T00:00", Optional.of(DUE_AT))))
                .containsExactly(new Tally(DUE.plusDays(1), 0, 0, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void resolvedWithoutADueMomentIsNeverOnTime() {
        assertThat(Tally.of(completed("2026-03-12T00:00", Optional.empty())))
                .containsExactly(new Tally(DUE.plusDays(1), 0, 0, 0, 0, 0, 0, 1, 0, 0));
    }

    static Stream<DossierEvent> others() {
        Instant at = at("2026-03-02T09:00");
        return Stream.of(
                new DossierEvent.Announced(at, MATTER, at, List.of()),
                new DossierEvent.Filed(at, MATTER, Optional.empty()),
                new DossierEvent.Routed(at, 32, 3, Optional.empty()),
                new DossierEvent.Received(at, Optional.empty()),
                new DossierEvent.Refused(at),
                new DossierEvent.HandedOver(at, 32),
                new DossierEvent.Returned(at));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingElseCounts(DossierEvent event) {
        assertThat(Tally.of(event)).isEmpty();
    }

    private static DossierEvent accepted(Promise promise) {
        return new DossierEvent.Accepted(at("2026-03-02T09:00"), promise);
    }

    private static DossierEvent completed(String local, Optional<Instant> due) {
        return new DossierEvent.Completed(at(local), Timeliness.of(at(local), due), true);
    }
}
