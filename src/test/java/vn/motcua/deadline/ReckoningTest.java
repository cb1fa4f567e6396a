package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.deadline.Interruption.Ground;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.Term;

/** Weeks of June 2026, office hours S8; 2026-06-01 is a Monday. */
class ReckoningTest {

    private static final String START = "2026-06-01T09:00";
    private static final Term THREE_DAYS = new Term.WorkingDays(3);
    private static final ClockPolicy PAUSES = policy(Effect.PAUSE);

    @ParameterizedTest(name = "three days from Monday, paused from {0} to {1}: due {2}")
    @CsvSource({
        "2026-06-02T08:00, 2026-06-03T08:00, 2026-06-05T17:00",
        "2026-06-02T10:00, 2026-06-02T15:00, 2026-06-05T12:00",
        "2026-06-02T12:00, 2026-06-02T13:00, 2026-06-04T17:00",
        "2026-06-02T20:00, 2026-06-03T06:00, 2026-06-04T17:00",
        "2026-06-02T20:00, 2026-06-03T09:00, 2026-06-05T09:00",
        "2026-06-06T10:00, 2026-06-07T10:00, 2026-06-04T17:00",
        "2026-06-01T10:00, 2026-06-01T16:00, 2026-06-04T17:00",
        "2026-06-04T16:00, 2026-06-08T09:00, 2026-06-08T10:00"
    })
    void aPauseGivesItsWorkingTimeBack(String from, String to, String due) {
        assertThat(due(reckoned(THREE_DAYS, PAUSES, pause(from, to)))).isEqualTo(at(due));
    }

    @Test
    void pausesThatOverlapCountOnce() {
        var apart = reckoned(
                THREE_DAYS,
                PAUSES,
                pause("2026-06-02T09:00", "2026-06-02T11:00"),
                new Interruption(Ground.OUTAGE, at("2026-06-02T10:00"), Optional.of(at("2026-06-02T14:00"))));
        var together = reckoned(THREE_DAYS, PAUSES, pause("2026-06-02T09:00", "2026-06-02T14:00"));
        assertThat(due(apart)).isEqualTo(due(together)).isEqualTo(at("2026-06-05T12:00"));
    }

    @Test
    void aTermInCalendarDaysIsGivenWholeDaysBack() {
        var term = new Term.CalendarDays(10);
        assertThat(due(reckoned(term, PAUSES, pause("2026-06-03T10:00", "2026-06-03T11:00"))))
                .isEqualTo(at("2026-06-12T17:00"));
        assertThat(due(reckoned(term, PAUSES, pause("2026-06-03T10:00", "2026-06-05T11:00"))))
                .isEqualTo(at("2026-06-15T17:00"));
    }

    @Test
    void aSupplementCountsTheWholeTermAgainAndTheFirstPromiseStays() {
        var again = reckoned(THREE_DAYS, ClockPolicy.GENERAL, pause("2026-06-03T10:00", "2026-06-10T15:00"));
        assertThat(due(again)).isEqualTo(at("2026-06-15T17:00"));
        assertThat(again.firstPromise().orElseThrow().dueAt()).isEqualTo(at("2026-06-04T17:00"));
        assertThat(again.restarts()).hasSize(1);
    }

    @Test
    void whatIsAskedForAfterTheDueMomentMovesNothing() {
        for (ClockPolicy policy : List.of(ClockPolicy.GENERAL, PAUSES)) {
            var late = reckoned(THREE_DAYS, policy, pause("2026-06-04T17:00:01", "2026-06-10T15:00"));
            assertThat(due(late)).isEqualTo(at("2026-06-04T17:00"));
            assertThat(late.tooLate()).hasSize(1);
            assertThat(reckoned(
                                    THREE_DAYS,
                                    policy,
                                    new Interruption(Ground.SUPPLEMENT, at("2026-06-05T08:00"), Optional.empty()))
                            .standing())
                    .isEmpty();
        }
    }

    @Test
    void aConsultationNeverStopsTheClock() {
        var asked = new Interruption(Ground.CONSULTATION, at("2026-06-02T08:00"), Optional.empty());
        assertThat(due(reckoned(THREE_DAYS, PAUSES, asked))).isEqualTo(at("2026-06-04T17:00"));
    }

    @Test
    void whileItStandsStillThereIsNoDueMomentAndWhatIsLeftStays() {
        for (ClockPolicy policy : List.of(ClockPolicy.GENERAL, PAUSES)) {
            var standing = reckoned(
                    THREE_DAYS, policy, new Interruption(Ground.SUPPLEMENT, at("2026-06-02T10:00"), Optional.empty()));
            assertThat(standing.deadline()).isEmpty();
            assertThat(standing.steps()).isEmpty();
            assertThat(standing.standing()).isPresent();
            assertThat(standing.remaining(at("2026-06-02T10:00"))).contains(Duration.ofHours(22));
            assertThat(standing.remaining(at("2026-06-09T10:00"))).contains(Duration.ofHours(22));
        }
    }

    @ParameterizedTest(name = "extended on {0} to {1}: due {2}, fault {3}")
    @CsvSource({
        "2026-06-03T23:59, 2026-06-10T17:00, 2026-06-10T17:00,",
        "2026-06-04T00:00, 2026-06-10T17:00, 2026-06-04T17:00, TOO_CLOSE",
        "2026-06-05T08:00, 2026-06-10T17:00, 2026-06-04T17:00, ALREADY_LATE",
        "2026-06-02T08:00, 2026-06-04T17:00, 2026-06-04T17:00, NOT_LATER"
    })
    void anAgencyExtendsBeforeTheDueDayAndOnlyForward(
            String recorded, String asked, String due, ExtensionRule.Fault fault) {
        var extended = extended(new Extension(at(recorded), at(asked), "12/XL"));
        assertThat(due(extended)).isEqualTo(at(due));
        assertThat(extended.extensionFault()).isEqualTo(Optional.ofNullable(fault));
        assertThat(extended.firstPromise().orElseThrow().dueAt()).isEqualTo(at("2026-06-04T17:00"));
    }

    @Test
    void aPauseAfterAnExtensionIsGivenBackToTheNewMoment() {
        var extension = new Extension(at("2026-06-02T08:00"), at("2026-06-10T17:00"), "12/XL");
        var history = new ClockHistory(
                at(START), List.of(pause("2026-06-09T08:00", "2026-06-09T12:00")), Optional.of(extension));
        var reckoned = Reckoning.of(history, THREE_DAYS, PAUSES, CALENDAR.time(OfficeHours.S8));
        assertThat(due(reckoned)).isEqualTo(at("2026-06-11T12:00"));
        assertThat(reckoned.steps().getLast().to()).isEqualTo(at("2026-06-11T12:00"));
    }

    @Test
    void theStepsShowThePauseAndEndAtTheDueMoment() {
        var reckoned = reckoned(THREE_DAYS, PAUSES, pause("2026-06-02T10:00", "2026-06-02T15:00"));
        assertThat(reckoned.steps()).extracting(Step::reason).contains(Reason.WAITED_FOR_SUPPLEMENT);
        assertThat(reckoned.steps().getLast().reason()).isEqualTo(Reason.PAUSE_GIVEN_BACK);
        assertThat(reckoned.steps().getLast().to()).isEqualTo(at("2026-06-05T12:00"));
        assertThat(reckoned.steps().stream().mapToLong(Step::counted).sum()).isEqualTo(3);
    }

    @Test
    void anInterruptionEndsAfterItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> pause("2026-06-02T10:00", "2026-06-02T09:00"));
    }

    private static ClockPolicy policy(Effect supplement) {
        return new ClockPolicy(
                ClockPolicy.StartEvent.ACCEPTED,
                supplement,
                Effect.RUN,
                1,
                Optional.empty(),
                ClockPolicy.Precision.DAY);
    }

    private static Interruption pause(String from, String to) {
        return new Interruption(Ground.SUPPLEMENT, at(from), Optional.of(at(to)));
    }

    private static Reckoning reckoned(Term term, ClockPolicy policy, Interruption... interruptions) {
        var history = new ClockHistory(at(START), Arrays.asList(interruptions), Optional.empty());
        return Reckoning.of(history, term, policy, CALENDAR.time(OfficeHours.S8));
    }

    private static Reckoning extended(Extension extension) {
        var history = new ClockHistory(at(START), List.of(), Optional.of(extension));
        return Reckoning.of(history, THREE_DAYS, PAUSES, CALENDAR.time(OfficeHours.S8));
    }

    private static Instant due(Reckoning reckoned) {
        return reckoned.deadline().orElseThrow().dueAt();
    }
}
