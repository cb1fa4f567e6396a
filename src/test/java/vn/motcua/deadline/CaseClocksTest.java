package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.ClockCases.ACCEPTED;
import static vn.motcua.deadline.ClockCases.FILED;
import static vn.motcua.deadline.ClockCases.clocks;
import static vn.motcua.deadline.ClockCases.fact;
import static vn.motcua.deadline.ClockCases.one;
import static vn.motcua.deadline.ClockCases.terms;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.CaseClock.Gap;
import vn.motcua.deadline.CaseClock.State;
import vn.motcua.deadline.Interruption.Ground;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.StartEvent;
import vn.motcua.procedure.Term;

/** Weeks of June 2026, office hours S8 (08:00 to 12:00, 13:00 to 17:00); 2026-06-01 is a Monday. */
class CaseClocksTest {

    @ParameterizedTest(name = "filed Monday 09:00; {0} at {1}, asked at {2}: {3}")
    @CsvSource({
        "NOTHING, 2026-06-01T09:00, 2026-06-01T11:00, RUNNING",
        "NOTHING, 2026-06-01T09:00, 2026-06-01T11:00:01, MISSED",
        "DESK, 2026-06-01T11:00, 2026-06-01T12:00, MET",
        "DESK, 2026-06-01T11:01, 2026-06-01T12:00, MISSED",
        "REFUSED, 2026-06-01T10:00, 2026-06-01T12:00, MET",
        "WITHDRAWN, 2026-06-01T10:00, 2026-06-01T12:00, VOID",
        "WITHDRAWN, 2026-06-01T11:30, 2026-06-01T12:00, MISSED"
    })
    void theDeskMustKnowOfAFilingWithinTwoHoursByTheWallClock(String what, String when, String asked, State state) {
        CaseClock alert = one(ClockKind.INTAKE_ALERT, asked, FILED, fact(what, when));
        assertThat(alert.state()).isEqualTo(state);
        assertThat(alert.dueAt()).contains(at("2026-06-01T11:00"));
    }

    @Test
    void theAlertRunsAtNightToo() {
        assertThat(one(ClockKind.INTAKE_ALERT, "2026-06-06T23:30", new ClockFact.Filed(at("2026-06-06T22:00")))
                        .remaining())
                .contains(Duration.ofMinutes(30));
    }

    @ParameterizedTest(name = "filed Monday 09:00; {0} at {1}: {2}")
    @CsvSource({
        "NOTHING, 2026-06-01T09:00, MISSED",
        "DESK, 2026-06-01T10:00, MISSED",
        "ACCEPTED, 2026-06-02T09:00, MET",
        "ACCEPTED, 2026-06-02T09:01, MISSED",
        "REFUSED, 2026-06-02T09:00, MET",
        "ASKED, 2026-06-01T16:00, MET",
        "WITHDRAWN, 2026-06-01T16:00, VOID"
    })
    void theDeskAnswersWithinEightWorkingHours(String what, String when, State state) {
        CaseClock answer = one(ClockKind.INTAKE_ANSWER, "2026-06-02T12:00", FILED, fact(what, when));
        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.dueAt()).contains(at("2026-06-02T09:00"));
    }

    @Test
    void whatIsLeftOfAnAnswerIsWorkingTime() {
        assertThat(one(ClockKind.INTAKE_ANSWER, "2026-06-01T20:00", FILED).remaining())
                .contains(Duration.ofHours(1));
        assertThat(one(ClockKind.INTAKE_ANSWER, "2026-06-02T10:30", FILED).remaining())
                .contains(Duration.ofMinutes(-90));
    }

    @Test
    void anOutageStopsTheAnswerButNotTheAlert() {
        var outage = new Interruption(Ground.OUTAGE, at("2026-06-01T10:00"), Optional.of(at("2026-06-01T15:00")));
        for (String moment : List.of("2026-06-01T10:00", "2026-06-01T11:00", "2026-06-01T14:59")) {
            CaseClock standing = during(outage, ClockKind.INTAKE_ANSWER, moment);
            assertThat(standing.state()).isEqualTo(State.PAUSED);
            assertThat(standing.remaining()).contains(Duration.ofHours(7));
        }
        CaseClock before = during(outage, ClockKind.INTAKE_ANSWER, "2026-06-01T09:30");
        assertThat(before.state()).isEqualTo(State.RUNNING);
        assertThat(before.remaining()).contains(Duration.ofMinutes(450));
        assertThat(during(outage, ClockKind.INTAKE_ANSWER, "2026-06-01T15:00").state())
                .isEqualTo(State.RUNNING);
        assertThat(during(outage, ClockKind.INTAKE_ANSWER, "2026-06-01T16:00").dueAt())
                .contains(at("2026-06-02T14:00"));
        assertThat(during(outage, ClockKind.INTAKE_ALERT, "2026-06-01T10:30").state())
                .isEqualTo(State.RUNNING);
    }

    private static CaseClock during(Interruption outage, ClockKind kind, String at) {
        CaseHistory history = CaseHistory.of(FILED).during(List.of(outage), List.of());
        ClockTerms terms = terms(Optional.of(new Term.WorkingDays(3)), ClockPolicy.GENERAL);
        return CaseClocks.of(history, terms, at(at)).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void processingIsMetByTheResultAndByANoticeThatThereIsNone() {
        assertThat(one(ClockKind.PROCESSING, "2026-06-03T10:00", FILED, ACCEPTED)
                        .dueAt())
                .contains(at("2026-06-04T17:00"));
        for (String end : List.of("FINISHED", "STOPPED")) {
            assertThat(one(ClockKind.PROCESSING, "2026-06-09T10:00", FILED, ACCEPTED, fact(end, "2026-06-04T17:00"))
                            .state())
                    .isEqualTo(State.MET);
            assertThat(one(ClockKind.PROCESSING, "2026-06-09T10:00", FILED, ACCEPTED, fact(end, "2026-06-05T08:00"))
                            .state())
                    .isEqualTo(State.MISSED);
        }
        assertThat(one(ClockKind.PROCESSING, "2026-06-09T10:00", FILED, ACCEPTED, fact("WITHDRAWN", "2026-06-04T10:00"))
                        .state())
                .isEqualTo(State.VOID);
    }

    @Test
    void aClockThatWaitsSaysForWhat() {
        ClockFact elsewhere =
                new ClockFact.Accepted(at("2026-06-01T10:00"), Optional.of(StartEvent.COMPETENT_RECEPTION));
        CaseClock waiting = one(ClockKind.PROCESSING, "2026-06-02T10:00", FILED, elsewhere);
        assertThat(waiting.state()).isEqualTo(State.PAUSED);
        assertThat(waiting.waitsFor()).contains(StartEvent.COMPETENT_RECEPTION);
        assertThat(one(
                                ClockKind.PROCESSING,
                                "2026-06-03T10:00",
                                FILED,
                                elsewhere,
                                new ClockFact.Started(at("2026-06-02T16:00")))
                        .dueAt())
                .contains(at("2026-06-05T17:00"));
    }

    @ParameterizedTest(name = "papers taken in at {0} go by {1}")
    @CsvSource({
        "2026-06-01T10:00, 2026-06-01T17:00",
        "2026-06-01T15:00, 2026-06-01T17:00",
        "2026-06-01T15:00:01, 2026-06-02T12:00",
        "2026-06-05T16:00, 2026-06-08T12:00",
        "2026-06-05T18:00, 2026-06-08T12:00",
        "2026-06-06T09:00, 2026-06-08T17:00"
    })
    void papersGoTheSameDayOrTakenInAfterThreeOnTheNextWorkingMorning(String taken, String due) {
        ClockFact papers = new ClockFact.PapersTakenIn(at(taken));
        CaseClock clock =
                one(ClockKind.HAND_OVER, "2026-06-08T17:00", FILED, papers, new ClockFact.HandedOver(at(due)));
        assertThat(clock.dueAt()).contains(at(due));
        assertThat(clock.state()).isEqualTo(State.MET);
        assertThat(one(ClockKind.HAND_OVER, "2026-06-09T10:00", FILED, papers).state())
                .isEqualTo(State.MISSED);
    }

    @ParameterizedTest(name = "closed {0}: papers taken in at {1} go by {2}")
    @CsvSource({
        "2026-06-01T11:30/2026-06-01T23:00, 2026-06-01T10:00, 2026-06-01T17:00",
        "2026-06-01T11:30/2026-06-01T23:00, 2026-06-01T14:00, 2026-06-02T12:00",
        "2026-06-02T10:00/2026-06-02T15:00, 2026-06-01T16:00, 2026-06-02T12:00",
        "2026-06-02T07:00/2026-06-02T12:00, 2026-06-01T16:00, 2026-06-02T17:00",
        "2026-06-02T00:00/2026-06-03T00:00, 2026-06-01T16:00, 2026-06-03T12:00"
    })
    void aClosureNeverMakesPapersGoEarlier(String closed, String taken, String due) {
        ClockTerms terms = threeDays(VectorCalendar.time("closed:" + closed, "S8"));
        assertThat(clocks(terms, taken, FILED, new ClockFact.PapersTakenIn(at(taken)))
                        .filter(clock -> clock.kind() == ClockKind.HAND_OVER))
                .singleElement()
                .extracting(clock -> clock.dueAt().orElseThrow())
                .isEqualTo(at(due));
    }

    @Test
    void aClockThatEndsWithADayRunsUntilItsOrdinaryClosingAlthoughWorkEndedBefore() {
        ClockTerms terms = threeDays(VectorCalendar.time("closed:2026-06-04T11:30/2026-06-04T23:00", "S8"));
        CaseClock clock = clocks(terms, "2026-06-04T16:59", FILED, ACCEPTED)
                .filter(one -> one.kind() == ClockKind.PROCESSING)
                .findFirst()
                .orElseThrow();
        assertThat(clock.state()).isEqualTo(State.RUNNING);
        assertThat(clock.dueAt()).contains(at("2026-06-04T17:00"));
        assertThat(clock.remaining()).contains(Duration.ZERO);
    }

    private static ClockTerms threeDays(WorkingTime time) {
        return new ClockTerms(Optional.of(new Term.WorkingDays(3)), ClockPolicy.GENERAL, time, time);
    }

    @Test
    void aTermThatNobodyConfirmedRunsWithoutADueMoment() {
        CaseClock clock = clocks(terms(Optional.empty(), ClockPolicy.GENERAL), "2026-06-02T09:00", FILED, ACCEPTED)
                .filter(one -> one.kind() == ClockKind.PROCESSING)
                .findFirst()
                .orElseThrow();
        assertThat(clock.state()).isEqualTo(State.RUNNING);
        assertThat(clock.gap()).contains(Gap.TERM_UNCONFIRMED);
    }

    @Test
    void aDossierPastTheCalendarsEndRunsWithoutADueMoment() {
        var beyond = CALENDAR.knownUntil().atTime(9, 0).toString();
        CaseClock answer = one(ClockKind.INTAKE_ANSWER, beyond, new ClockFact.Filed(at(beyond)));
        assertThat(answer.gap()).contains(Gap.CALENDAR_ENDS);
        assertThat(answer.dueAt()).isEmpty();
    }

    @Test
    void whatWasRefusedHasNoOtherClock() {
        assertThat(clocks("2026-06-02T09:00", FILED, fact("REFUSED", "2026-06-01T10:00")))
                .extracting(CaseClock::kind)
                .containsExactly(ClockKind.INTAKE_ALERT, ClockKind.INTAKE_ANSWER);
    }
}
