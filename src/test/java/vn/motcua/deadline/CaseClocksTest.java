package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.CaseClock.Afterwards;
import vn.motcua.deadline.CaseClock.Gap;
import vn.motcua.deadline.CaseClock.State;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.ClockPolicy.Precision;
import vn.motcua.procedure.ClockPolicy.StartEvent;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** Weeks of June 2026, office hours S8 (08:00 to 12:00, 13:00 to 17:00); 2026-06-01 is a Monday. */
class CaseClocksTest {

    private static final WorkingTime TIME = CALENDAR.time(OfficeHours.S8);
    private static final ClockFact FILED = new ClockFact.Filed(at("2026-06-01T09:00"));
    private static final ClockFact ACCEPTED = accepted("2026-06-01T10:00");

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
        ClockFact began = new ClockFact.OutageBegan(at("2026-06-01T10:00"));
        ClockFact ended = new ClockFact.OutageEnded(at("2026-06-01T15:00"));
        CaseClock standing = one(ClockKind.INTAKE_ANSWER, "2026-06-01T11:00", FILED, began);
        assertThat(standing.state()).isEqualTo(State.PAUSED);
        assertThat(standing.dueAt()).isEmpty();
        assertThat(standing.remaining()).contains(Duration.ofHours(7));
        assertThat(one(ClockKind.INTAKE_ANSWER, "2026-06-01T16:00", FILED, began, ended).dueAt())
                .contains(at("2026-06-02T14:00"));
        assertThat(one(ClockKind.INTAKE_ALERT, "2026-06-01T10:30", FILED, began).state())
                .isEqualTo(State.RUNNING);
    }

    @Test
    void processingIsMetByTheResultAndByANoticeThatThereIsNone() {
        assertThat(one(ClockKind.PROCESSING, "2026-06-03T10:00", FILED, ACCEPTED).dueAt())
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

    @Test
    void aSupplementIsAskedForWithinThreeWorkingDaysOrNotAtAll() {
        assertThat(notice("2026-06-04T17:00", "2026-06-05T08:00")).isEqualTo(State.MET);
        assertThat(notice("2026-06-05T08:00", "2026-06-05T09:00")).isEqualTo(State.MISSED);
        assertThat(one(ClockKind.SUPPLEMENT_NOTICE, "2026-06-04T17:00", FILED, ACCEPTED)
                        .state())
                .isEqualTo(State.RUNNING);
        assertThat(one(ClockKind.SUPPLEMENT_NOTICE, "2026-06-04T17:01", FILED, ACCEPTED)
                        .state())
                .isEqualTo(State.VOID);
    }

    private static State notice(String asked, String at) {
        return one(ClockKind.SUPPLEMENT_NOTICE, at, FILED, ACCEPTED, fact("ASKED", asked))
                .state();
    }

    @Test
    void theApplicantHasFifteenDaysAndThenTheClerkMayCloseOrTheDossierClosesItself() {
        ClockFact asked = fact("ASKED", "2026-06-03T09:00");
        CaseClock window = one(ClockKind.SUPPLEMENT_WINDOW, "2026-06-18T17:00", FILED, ACCEPTED, asked);
        assertThat(window.state()).isEqualTo(State.RUNNING);
        assertThat(window.dueAt()).contains(at("2026-06-18T17:00"));
        assertThat(one(ClockKind.PROCESSING, "2026-06-18T17:00", FILED, ACCEPTED, asked)
                        .state())
                .isEqualTo(State.PAUSED);
        CaseClock missed = one(ClockKind.SUPPLEMENT_WINDOW, "2026-06-18T17:01", FILED, ACCEPTED, asked);
        assertThat(missed.state()).isEqualTo(State.MISSED);
        assertThat(missed.afterwards()).contains(Afterwards.CLERK_MAY_CLOSE);
        CaseClock closing = clocks(
                        terms(
                                Optional.of(new Term.WorkingDays(3)),
                                List.of(),
                                policy(Effect.PAUSE, new Term.WorkingDays(7), true)),
                        "2026-06-15T08:00",
                        FILED,
                        ACCEPTED,
                        asked)
                .filter(clock -> clock.kind() == ClockKind.SUPPLEMENT_WINDOW)
                .findFirst()
                .orElseThrow();
        assertThat(closing.dueAt()).contains(at("2026-06-12T17:00"));
        assertThat(closing.afterwards()).contains(Afterwards.CLOSES_ITSELF);
    }

    @Test
    void whatIsSuppliedInTimeEndsTheWindowAndStartsTheTermAnew() {
        ClockFact[] told = {
            FILED, ACCEPTED, fact("ASKED", "2026-06-03T09:00"), new ClockFact.SupplementGiven(at("2026-06-10T09:00"))
        };
        assertThat(one(ClockKind.SUPPLEMENT_WINDOW, "2026-06-11T09:00", told).state())
                .isEqualTo(State.MET);
        assertThat(one(ClockKind.PROCESSING, "2026-06-11T09:00", told).dueAt()).contains(at("2026-06-15T17:00"));
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
        CaseClock clock = one(ClockKind.HAND_OVER, "2026-06-08T17:00", FILED, papers, new ClockFact.HandedOver(at(due)));
        assertThat(clock.dueAt()).contains(at(due));
        assertThat(clock.state()).isEqualTo(State.MET);
        assertThat(one(ClockKind.HAND_OVER, "2026-06-09T10:00", FILED, papers).state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void anotherAgencyIsLateByItselfAndStopsNothing() {
        ClockFact[] told = {
            FILED,
            ACCEPTED,
            new ClockFact.Consulted(at("2026-06-01T14:00"), "H01", new Term.WorkingDays(1)),
            new ClockFact.Consulted(at("2026-06-01T14:00"), "H02", new Term.WorkingDays(1)),
            new ClockFact.ConsultationAnswered(at("2026-06-02T17:00"), "H02")
        };
        assertThat(clocks("2026-06-03T09:00", told).filter(clock -> clock.kind() == ClockKind.CONSULTATION))
                .extracting(clock -> clock.name().orElseThrow(), CaseClock::state)
                .containsExactly(
                        tuple("H01", State.MISSED),
                        tuple("H02", State.MET));
        assertThat(one(ClockKind.PROCESSING, "2026-06-03T09:00", told).dueAt()).contains(at("2026-06-04T17:00"));
    }

    @Test
    void aDutyToPayHasATermOnlyWhereLawGivesOne() {
        CaseClock open = one(
                ClockKind.FINANCE,
                "2026-06-03T09:00",
                FILED,
                ACCEPTED,
                new ClockFact.DutyAsked(at("2026-06-02T09:00"), Optional.empty()));
        assertThat(open.state()).isEqualTo(State.RUNNING);
        assertThat(open.gap()).contains(Gap.NO_TERM);
        CaseClock paid = one(
                ClockKind.FINANCE,
                "2026-06-05T09:00",
                FILED,
                ACCEPTED,
                new ClockFact.DutyAsked(at("2026-06-02T09:00"), Optional.of(new Term.WorkingDays(2))),
                new ClockFact.DutyMet(at("2026-06-04T10:00")));
        assertThat(paid.state()).isEqualTo(State.MET);
        assertThat(paid.remaining()).contains(Duration.ofHours(6));
    }

    @Test
    void aStageBeginsWhenTheOneBeforeIsDueHoweverEarlyThatWasDone() {
        ClockFact[] told = {FILED, ACCEPTED, new ClockFact.StageFinished(at("2026-06-02T10:00"), "appraisal")};
        assertThat(staged("2026-06-05T10:00", told))
                .extracting(
                        clock -> clock.name().orElseThrow(),
                        CaseClock::state,
                        clock -> clock.dueAt().orElseThrow())
                .containsExactly(
                        tuple("appraisal", State.MET, at("2026-06-03T17:00")),
                        tuple("signing", State.RUNNING, at("2026-06-05T17:00")));
    }

    @Test
    void aSupplementBeginsTheStagesAnew() {
        ClockFact asked = fact("ASKED", "2026-06-02T09:00");
        assertThat(staged("2026-06-03T09:00", FILED, ACCEPTED, asked))
                .extracting(CaseClock::state)
                .containsExactly(State.PAUSED, State.PAUSED);
        assertThat(staged(
                        "2026-06-11T09:00",
                        FILED,
                        ACCEPTED,
                        asked,
                        new ClockFact.SupplementGiven(at("2026-06-10T09:00"))))
                .extracting(clock -> clock.dueAt().orElseThrow())
                .containsExactly(at("2026-06-12T17:00"), at("2026-06-16T17:00"));
    }

    @Test
    void aTermThatNobodyConfirmedRunsWithoutADueMoment() {
        CaseClock clock = clocks(
                        terms(Optional.empty(), List.of(), ClockPolicy.GENERAL), "2026-06-02T09:00", FILED, ACCEPTED)
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

    private static Stream<CaseClock> staged(String at, ClockFact... facts) {
        List<ClockTerms.Stage> stages = List.of(
                new ClockTerms.Stage("appraisal", new Term.WorkingDays(2)),
                new ClockTerms.Stage("signing", new Term.WorkingDays(2)));
        return clocks(terms(Optional.of(new Term.WorkingDays(4)), stages, ClockPolicy.GENERAL), at, facts)
                .filter(clock -> clock.kind() == ClockKind.STAGE);
    }

    private static CaseClock one(ClockKind kind, String at, ClockFact... facts) {
        List<CaseClock> found =
                clocks(at, facts).filter(clock -> clock.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Stream<CaseClock> clocks(String at, ClockFact... facts) {
        return clocks(
                terms(Optional.of(new Term.WorkingDays(3)), List.of(), ClockPolicy.GENERAL), at, facts);
    }

    private static Stream<CaseClock> clocks(ClockTerms terms, String at, ClockFact... facts) {
        return CaseClocks.of(new CaseHistory(Arrays.asList(facts)), terms, at(at)).stream();
    }

    private static ClockTerms terms(Optional<Term> processing, List<ClockTerms.Stage> stages, ClockPolicy policy) {
        return new ClockTerms(processing, stages, policy, TIME, TIME);
    }

    private static ClockPolicy policy(Effect supplement, Term window, boolean closesItself) {
        return new ClockPolicy(
                StartEvent.ACCEPTED,
                supplement,
                Effect.RUN,
                1,
                Optional.of(window),
                Precision.DAY,
                FirstDay.OF_OPENING,
                closesItself);
    }

    private static ClockFact accepted(String at) {
        return new ClockFact.Accepted(at(at), Optional.empty());
    }

    private static ClockFact fact(String what, String at) {
        return switch (what) {
            case "DESK" -> new ClockFact.DeskActed(at(at));
            case "ACCEPTED" -> accepted(at);
            case "REFUSED" -> new ClockFact.Refused(at(at));
            case "ASKED" -> new ClockFact.SupplementAsked(at(at));
            case "FINISHED" -> new ClockFact.Finished(at(at));
            case "STOPPED" -> new ClockFact.Stopped(at(at));
            case "WITHDRAWN" -> new ClockFact.Withdrawn(at(at));
            default -> new ClockFact.HandedOver(at(at));
        };
    }
}
