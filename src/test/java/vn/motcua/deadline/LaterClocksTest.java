package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.deadline.ClockCases.ACCEPTED;
import static vn.motcua.deadline.ClockCases.FILED;
import static vn.motcua.deadline.ClockCases.clocks;
import static vn.motcua.deadline.ClockCases.fact;
import static vn.motcua.deadline.ClockCases.one;
import static vn.motcua.deadline.ClockCases.policy;
import static vn.motcua.deadline.ClockCases.terms;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.CaseClock.Afterwards;
import vn.motcua.deadline.CaseClock.Gap;
import vn.motcua.deadline.CaseClock.State;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.Term;

/** What follows acceptance. Weeks of June 2026, office hours S8 (08:00 to 12:00, 13:00 to 17:00); 2026-06-01 is a Monday. */
class LaterClocksTest {

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
                .containsExactly(tuple("H01", State.MISSED), tuple("H02", State.MET));
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
}
