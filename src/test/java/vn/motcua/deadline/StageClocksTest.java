package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.deadline.ClockCases.ACCEPTED;
import static vn.motcua.deadline.ClockCases.FILED;
import static vn.motcua.deadline.ClockCases.TIME;
import static vn.motcua.deadline.ClockCases.accepted;
import static vn.motcua.deadline.ClockCases.clocks;
import static vn.motcua.deadline.ClockCases.fact;
import static vn.motcua.deadline.ClockCases.policy;
import static vn.motcua.deadline.ClockCases.terms;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.deadline.CaseClock.Gap;
import vn.motcua.deadline.CaseClock.State;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.Term;

/**
 * Two working days to appraise and two to sign, accepted on Monday 2026-06-01 at 10:00: due on Wednesday and on Friday at
 * closing (S8, 17:00).
 */
class StageClocksTest {

    private static final Term STAGED = new Term.Composite(List.of(
            new Term.Stage("appraisal", new Term.WorkingDays(2)), new Term.Stage("signing", new Term.WorkingDays(2))));
    private static final ClockPolicy PAUSES = policy(Effect.PAUSE, new Term.CalendarDays(15), false);

    @ParameterizedTest(name = "asked at {0}: appraisal {1}, signing {2}")
    @CsvSource({
        "2026-06-01T10:00, RUNNING, PAUSED",
        "2026-06-03T17:00, RUNNING, RUNNING",
        "2026-06-03T17:01, MISSED, RUNNING",
        "2026-06-05T17:01, MISSED, MISSED"
    })
    void eachBeginsWhenTheOneBeforeIsDue(String asked, State appraisal, State signing) {
        assertThat(staged(asked, FILED, ACCEPTED)).extracting(CaseClock::state).containsExactly(appraisal, signing);
        assertThat(staged(asked, FILED, ACCEPTED))
                .extracting(clock -> clock.dueAt().orElseThrow())
                .containsExactly(at("2026-06-03T17:00"), at("2026-06-05T17:00"));
    }

    @Test
    void howeverEarlyTheOneBeforeWasDone() {
        ClockFact done = new ClockFact.StageFinished(at("2026-06-02T10:00"), "appraisal");
        assertThat(staged("2026-06-05T10:00", FILED, ACCEPTED, done))
                .extracting(
                        clock -> clock.name().orElseThrow(),
                        CaseClock::state,
                        clock -> clock.startedAt().orElseThrow())
                .containsExactly(
                        tuple("appraisal", State.MET, at("2026-06-01T10:00")),
                        tuple("signing", State.RUNNING, at("2026-06-03T17:00")));
    }

    @Test
    void whatHasNotBegunHasAllOfItsTimeAndNoBeginning() {
        CaseClock signing = staged("2026-06-02T08:00", FILED, ACCEPTED).getLast();
        assertThat(signing.startedAt()).isEmpty();
        assertThat(signing.remaining()).contains(Duration.ofHours(16));
        assertThat(staged("2026-06-02T12:00", FILED, ACCEPTED).getFirst().remaining())
                .contains(Duration.ofHours(12));
    }

    @Test
    void theLastIsDueWithTheWholeWhateverStoodInTheWay() {
        ClockFact[][] histories = {
            {},
            {fact("ASKED", "2026-06-02T09:00"), new ClockFact.SupplementGiven(at("2026-06-04T09:00"))},
            {fact("ASKED", "2026-06-03T16:00"), new ClockFact.SupplementGiven(at("2026-06-08T11:00"))},
            {fact("ASKED", "2026-06-04T16:00"), new ClockFact.SupplementGiven(at("2026-06-08T11:00"))},
            {
                new ClockFact.DutyAsked(at("2026-06-03T14:00"), Optional.empty()),
                new ClockFact.DutyMet(at("2026-06-04T10:00")),
            },
            {
                new ClockFact.Extended(new Extension(at("2026-06-02T09:00"), at("2026-06-10T17:00"), "1/XL")),
            }
        };
        for (ClockFact[] history : histories) {
            for (ClockPolicy policy : List.of(ClockPolicy.GENERAL, PAUSES)) {
                List<CaseClock> all = all(policy, "2026-06-08T12:00", with(history));
                assertThat(of(ClockKind.STAGE, all).getLast().dueAt())
                        .isEqualTo(of(ClockKind.PROCESSING, all).getFirst().dueAt())
                        .isPresent();
            }
        }
    }

    @Test
    void anOutageMovesThemWithTheWhole() {
        var outage = new Interruption(
                Interruption.Ground.OUTAGE, at("2026-06-03T14:00"), Optional.of(at("2026-06-04T10:00")));
        CaseHistory history = CaseHistory.of(FILED, ACCEPTED).during(List.of(), List.of(outage));
        List<CaseClock> all =
                CaseClocks.of(history, terms(Optional.of(STAGED), ClockPolicy.GENERAL), at("2026-06-08T12:00"));
        assertThat(of(ClockKind.STAGE, all).getLast().dueAt())
                .isEqualTo(of(ClockKind.PROCESSING, all).getFirst().dueAt())
                .isNotEqualTo(all(ClockPolicy.GENERAL, "2026-06-08T12:00", FILED, ACCEPTED)
                        .getLast()
                        .dueAt());
    }

    @Test
    void aSupplementBeginsThemAnewAndWhatWasDoneIsToBeDoneAgain() {
        ClockFact asked = fact("ASKED", "2026-06-02T09:00");
        ClockFact done = new ClockFact.StageFinished(at("2026-06-01T15:00"), "appraisal");
        assertThat(staged("2026-06-03T09:00", FILED, ACCEPTED, asked))
                .extracting(CaseClock::state, CaseClock::dueAt, CaseClock::remaining)
                .containsExactly(
                        tuple(State.PAUSED, Optional.empty(), Optional.of(Duration.ofHours(15))),
                        tuple(State.PAUSED, Optional.empty(), Optional.empty()));
        assertThat(staged(
                        "2026-06-11T09:00",
                        FILED,
                        ACCEPTED,
                        done,
                        asked,
                        new ClockFact.SupplementGiven(at("2026-06-10T09:00"))))
                .extracting(CaseClock::state, clock -> clock.dueAt().orElseThrow())
                .containsExactly(
                        tuple(State.RUNNING, at("2026-06-12T17:00")), tuple(State.PAUSED, at("2026-06-16T17:00")));
    }

    @Test
    void aRequestInTheSecondStopsTheSecondOnly() {
        ClockFact asked = fact("ASKED", "2026-06-04T09:00");
        for (ClockPolicy policy : List.of(ClockPolicy.GENERAL, PAUSES)) {
            assertThat(of(ClockKind.STAGE, all(policy, "2026-06-04T12:00", with(asked))))
                    .extracting(CaseClock::state, CaseClock::dueAt)
                    .containsExactly(
                            tuple(State.MISSED, Optional.of(at("2026-06-03T17:00"))),
                            tuple(State.PAUSED, Optional.empty()));
        }
    }

    @Test
    void theResultMeetsAllThatAreNotOver() {
        assertThat(staged("2026-06-09T09:00", FILED, ACCEPTED, fact("FINISHED", "2026-06-02T16:00")))
                .extracting(CaseClock::state)
                .containsExactly(State.MET, State.MET);
        assertThat(staged("2026-06-09T09:00", FILED, ACCEPTED, fact("FINISHED", "2026-06-04T16:00")))
                .extracting(CaseClock::state)
                .containsExactly(State.MISSED, State.MET);
    }

    @Test
    void whoWithdrawsVoidsWhatIsLeft() {
        assertThat(staged("2026-06-09T09:00", FILED, ACCEPTED, fact("WITHDRAWN", "2026-06-04T16:00")))
                .extracting(CaseClock::state)
                .containsExactly(State.MISSED, State.VOID);
        assertThat(staged(
                        "2026-06-09T09:00",
                        FILED,
                        ACCEPTED,
                        fact("ASKED", "2026-06-02T09:00"),
                        fact("WITHDRAWN", "2026-06-04T16:00")))
                .extracting(CaseClock::state)
                .containsExactly(State.VOID, State.VOID);
    }

    @Test
    void whereTheCalendarEndsTheStageSaysSoAndThoseBehindItWait() {
        assertThat(staged("2027-12-29T09:00", FILED, accepted("2027-12-28T09:00")))
                .extracting(
                        CaseClock::state,
                        CaseClock::gap,
                        clock -> clock.startedAt().isPresent())
                .containsExactly(
                        tuple(State.RUNNING, Optional.empty(), true),
                        tuple(State.PAUSED, Optional.of(Gap.CALENDAR_ENDS), false));
        assertThat(staged("2028-01-04T09:00", FILED, accepted("2028-01-03T09:00")))
                .extracting(
                        CaseClock::state,
                        CaseClock::gap,
                        clock -> clock.startedAt().isPresent())
                .containsExactly(
                        tuple(State.RUNNING, Optional.of(Gap.CALENDAR_ENDS), true),
                        tuple(State.PAUSED, Optional.empty(), false));
    }

    @Test
    void aTermWithoutStagesHasNoneNorOneWhoseDueMomentHoldsWhateverTheySay() {
        assertThat(clocks("2026-06-02T09:00", FILED, ACCEPTED))
                .extracting(CaseClock::kind)
                .doesNotContain(ClockKind.STAGE);
        assertThat(CaseClocks.of(
                        CaseHistory.of(FILED, ACCEPTED),
                        new ClockTerms(Optional.of(STAGED), ClockPolicy.GENERAL, TIME, TIME),
                        Map.of(ClockKind.PROCESSING, at("2026-06-04T17:00")),
                        at("2026-06-02T09:00")))
                .extracting(CaseClock::kind)
                .contains(ClockKind.PROCESSING)
                .doesNotContain(ClockKind.STAGE);
    }

    private static ClockFact[] with(ClockFact... more) {
        ClockFact[] all = Arrays.copyOf(new ClockFact[] {FILED, ACCEPTED}, more.length + 2);
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private static List<CaseClock> staged(String at, ClockFact... facts) {
        return of(ClockKind.STAGE, all(ClockPolicy.GENERAL, at, facts));
    }

    private static List<CaseClock> all(ClockPolicy policy, String at, ClockFact... facts) {
        return clocks(terms(Optional.of(STAGED), policy), at, facts).toList();
    }

    private static List<CaseClock> of(ClockKind kind, List<CaseClock> clocks) {
        return clocks.stream().filter(clock -> clock.kind() == kind).toList();
    }
}
