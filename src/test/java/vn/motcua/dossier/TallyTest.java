package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.dossier.DossierFixtures.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.Tally.Basis;

class TallyTest {

    private static final LocalDate FILED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 11);
    private static final Instant DUE_AT = at("2026-03-11T17:00");
    private static final Instant ANSWER_DUE_AT = at("2026-03-03T09:00");
    private static final LocalDate ANSWER_DUE = LocalDate.of(2026, 3, 3);

    @Test
    void filingCountsOneFiledOnItsDayAndOneOpenOnTheDayOfTheAnswer() {
        assertThat(tallies(new DossierEvent.Filed(at("2026-03-02T09:00"), MATTER, Optional.of(ANSWER_DUE_AT))))
                .containsExactly(on(FILED, Measure.FILED, 1), on(ANSWER_DUE, Measure.INTAKE_DUE_OPEN, 1));
        assertThat(tallies(new DossierEvent.Filed(at("2026-03-02T09:00"), MATTER, Optional.empty())))
                .containsExactly(on(FILED, Measure.FILED, 1));
    }

    @Test
    void acceptanceCountsOneReceivedOnItsDayAndOneOpenOnItsDueDay() {
        assertThat(tallies(accepted("2026-03-02T10:00", Promise.due(DUE_AT, false, 1, "1"))))
                .containsExactly(
                        new Tally(
                                FILED,
                                Basis.DUE,
                                Optional.empty(),
                                Map.of(Measure.ACCEPTED_IN_TIME, 1, Measure.RECEIVED, 1)),
                        on(ANSWER_DUE, Measure.INTAKE_DUE_OPEN, -1),
                        on(DUE, Measure.DUE_OPEN, 1));
    }

    @Test
    void anAnswerAfterItsMomentIsLateAndOnALaterDayLeavesTheOpenOfTheDueDay() {
        ClockStart clock = Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1");
        assertThat(tallies(accepted("2026-03-03T09:00", clock)))
                .allSatisfy(tally -> assertThat(tally.counts()).doesNotContainKey(Measure.ACCEPTED_LATE));
        assertThat(tallies(new DossierEvent.Refused(at("2026-03-03T09:01"))))
                .containsExactly(new Tally(
                        ANSWER_DUE,
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(Measure.REFUSED_LATE, 1, Measure.INTAKE_DUE_OPEN, -1)));
        assertThat(tallies(new DossierEvent.Refused(at("2026-03-04T00:00"))))
                .containsExactly(new Tally(
                        ANSWER_DUE.plusDays(1),
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(Measure.REFUSED_LATE, 1, Measure.INTAKE_LEFT, 1)));
    }

    @Test
    void acceptanceWithoutADueMomentCountsSo() {
        assertThat(tallies(accepted("2026-03-02T10:00", Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1"))))
                .contains(new Tally(
                        FILED,
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(Measure.ACCEPTED_IN_TIME, 1, Measure.RECEIVED, 1, Measure.RECEIVED_WITHOUT_DUE, 1)));
    }

    @Test
    void acceptanceWhoseClockWaitsIsReceivedAndHasNotStarted() {
        ClockWait wait = new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12");
        assertThat(tallies(accepted("2026-03-02T10:00", wait)))
                .contains(new Tally(
                        FILED,
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(Measure.ACCEPTED_IN_TIME, 1, Measure.RECEIVED, 1, Measure.NOT_STARTED_OPEN, 1)));
    }

    @Test
    void receptionThatStartsTheClockTakesItOutOfThoseThatHaveNotStarted() {
        Instant next = at("2026-03-03T09:00");
        assertThat(tallies(new DossierEvent.Received(next, Optional.of(Promise.due(DUE_AT, false, 1, "1")))))
                .containsExactly(on(ANSWER_DUE, Measure.NOT_STARTED_OPEN, -1), on(DUE, Measure.DUE_OPEN, 1));
        Promise none = Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1");
        assertThat(tallies(new DossierEvent.Received(next, Optional.of(none))))
                .containsExactly(new Tally(
                        ANSWER_DUE,
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(Measure.NOT_STARTED_OPEN, -1, Measure.RECEIVED_WITHOUT_DUE, 1)));
    }

    @Test
    void whatEndsBeforeItsClockStartedIsNeverOnTime() {
        Instant end = at("2026-03-03T09:00");
        assertThat(tallies(new DossierEvent.Completed(end, Timeliness.notStarted(end), true)))
                .containsExactly(new Tally(
                        ANSWER_DUE,
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(
                                Measure.NOT_STARTED_OPEN, -1,
                                Measure.RECEIVED_WITHOUT_DUE, 1,
                                Measure.RESOLVED_WITHOUT_DUE, 1)));
    }

    @Test
    void countsTheDayOfVietNam() {
        assertThat(tallies(new DossierEvent.Filed(Instant.parse("2026-03-01T17:00:00Z"), MATTER, Optional.empty())))
                .containsExactly(on(FILED, Measure.FILED, 1));
    }

    @Test
    void earlyTakesItOutOfTheOpenOfItsDueDay() {
        assertThat(tallies(completed("2026-03-10T23:59", Optional.of(DUE_AT))))
                .containsExactly(on(DUE.minusDays(1), Measure.EARLY, 1), on(DUE, Measure.DUE_OPEN, -1));
    }

    @Test
    void onTheDueDayIsOnTimeAndSaysWhetherItWasLateByMoment() {
        assertThat(tallies(completed("2026-03-11T17:00", Optional.of(DUE_AT))))
                .containsExactly(
                        new Tally(DUE, Basis.DUE, Optional.empty(), Map.of(Measure.ON_TIME, 1, Measure.DUE_OPEN, -1)));
        assertThat(tallies(completed("2026-03-11T17:01", Optional.of(DUE_AT))))
                .containsExactly(new Tally(
                        DUE,
                        Basis.DUE,
                        Optional.empty(),
                        Map.of(Measure.ON_TIME, 1, Measure.SAME_DAY_LATE, 1, Measure.DUE_OPEN, -1)));
    }

    @Test
    void overdueLeavesTheOpenOfItsDueDayAsItIs() {
        assertThat(tallies(completed("2026-03-12T00:00", Optional.of(DUE_AT))))
                .containsExactly(on(DUE.plusDays(1), Measure.OVERDUE, 1));
    }

    @Test
    void resolvedWithoutADueMomentIsNeverOnTime() {
        assertThat(tallies(completed("2026-03-12T00:00", Optional.empty())))
                .containsExactly(on(DUE.plusDays(1), Measure.RESOLVED_WITHOUT_DUE, 1));
    }

    @Test
    void whereTheFirstPromiseWasEarlierItSaysWhatThatChanges() {
        Promise extended =
                new Promise(Optional.of(at("2026-03-09T17:00")), Optional.of(DUE_AT), Optional.empty(), false, 1, "1");
        DossierEvent ended = completed("2026-03-10T09:00", Optional.of(DUE_AT));
        assertThat(Tally.of(
                        ended,
                        DossierFixtures.dossier(
                                Optional.of(DossierStatus.FINISHED),
                                DossierFixtures.ROUTING,
                                MATTER,
                                Optional.of(extended))))
                .containsExactly(
                        on(DUE.minusDays(1), Measure.EARLY, 1),
                        on(DUE, Measure.DUE_OPEN, -1),
                        new Tally(
                                DUE.minusDays(1),
                                Basis.FIRST,
                                Optional.empty(),
                                Map.of(Measure.OVERDUE, 1, Measure.EARLY, -1)),
                        new Tally(DUE, Basis.FIRST, Optional.empty(), Map.of(Measure.DUE_OPEN, 1)));
    }

    @Test
    void aMovedDueMomentMovesWhatIsDueAndNothingOfWhatWasPromised() {
        Promise moved =
                new Promise(Optional.of(DUE_AT), Optional.of(at("2026-03-12T17:00")), Optional.empty(), false, 2, "1");
        assertThat(recomputed(Promise.due(DUE_AT, false, 1, "1"), moved))
                .containsExactly(
                        on(DUE, Measure.DUE_OPEN, -1),
                        on(LocalDate.of(2026, 3, 12), Measure.DUE_OPEN, 1),
                        new Tally(DUE, Basis.FIRST, Optional.empty(), Map.of(Measure.DUE_OPEN, 1)),
                        new Tally(
                                LocalDate.of(2026, 3, 12),
                                Basis.FIRST,
                                Optional.empty(),
                                Map.of(Measure.DUE_OPEN, -1)));
    }

    @Test
    void withinADayNothingMoves() {
        Promise moved =
                new Promise(Optional.of(DUE_AT), Optional.of(DUE_AT.plusSeconds(1)), Optional.empty(), false, 2, "1");
        assertThat(recomputed(Promise.due(DUE_AT, false, 1, "1"), moved)).isEmpty();
    }

    @Test
    void aDueMomentThatCameTakesOutWhatHadNoneSinceItsClockStarted() {
        assertThat(recomputed(
                        Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1"), Promise.due(DUE_AT, false, 1, "1")))
                .containsExactly(
                        on(LocalDate.of(2026, 3, 2), Measure.RECEIVED_WITHOUT_DUE, -1), on(DUE, Measure.DUE_OPEN, 1));
    }

    private static List<Tally> recomputed(Promise before, Promise now) {
        return tallies(new DossierEvent.DeadlineRecomputed(
                at("2026-03-05T09:00"), at("2026-03-02T09:00"), before, now, Recomputed.Why.CALENDAR));
    }

    @Test
    void routingMovesTheWholeIntakeFromTheDeskToThoseWhoDecide() {
        Holder desk = new Holder(31, 4);
        assertThat(tallies(new DossierEvent.Routed(at("2026-03-05T09:00"), 62, 6, Optional.empty(), desk)))
                .containsExactly(
                        on(FILED, Measure.FILED, 1),
                        on(ANSWER_DUE, Measure.INTAKE_DUE_OPEN, 1),
                        new Tally(FILED, Basis.DUE, Optional.of(desk), Map.of(Measure.FILED, -1)),
                        new Tally(ANSWER_DUE, Basis.DUE, Optional.of(desk), Map.of(Measure.INTAKE_DUE_OPEN, -1)));
    }

    static Stream<DossierEvent> others() {
        Instant at = at("2026-03-02T09:00");
        return Stream.of(
                new DossierEvent.Announced(at, MATTER, at, List.of()),
                new DossierEvent.Received(at, Optional.empty()),
                new DossierEvent.HandedOver(at, 32),
                new DossierEvent.Returned(at));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingElseCounts(DossierEvent event) {
        assertThat(tallies(event)).isEmpty();
    }

    private static Tally on(LocalDate day, Measure measure, int change) {
        return new Tally(day, Basis.DUE, Optional.empty(), Map.of(measure, change));
    }

    /** Of a dossier that was filed on the second of March, to be answered the next day at nine. */
    private static List<Tally> tallies(DossierEvent event) {
        return Tally.of(event, DossierFixtures.filed(at("2026-03-02T09:00"), Optional.of(ANSWER_DUE_AT)));
    }

    private static DossierEvent accepted(String local, ClockStart clock) {
        return new DossierEvent.Accepted(at(local), clock);
    }

    private static DossierEvent completed(String local, Optional<Instant> due) {
        return new DossierEvent.Completed(at(local), Timeliness.of(at(local), due), true);
    }
}
