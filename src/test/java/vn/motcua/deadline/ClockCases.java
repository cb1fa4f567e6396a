package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.ClockPolicy.Precision;
import vn.motcua.procedure.ClockPolicy.StartEvent;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** Short ways to ask what clocks say. Weeks of June 2026, office hours S8; 2026-06-01 is a Monday. */
final class ClockCases {

    static final WorkingTime TIME = CALENDAR.time(OfficeHours.S8);
    static final ClockFact FILED = new ClockFact.Filed(at("2026-06-01T09:00"));
    static final ClockFact ACCEPTED = accepted("2026-06-01T10:00");

    private ClockCases() {}

    static CaseClock one(ClockKind kind, String at, ClockFact... facts) {
        List<CaseClock> found =
                clocks(at, facts).filter(clock -> clock.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    static Stream<CaseClock> clocks(String at, ClockFact... facts) {
        return clocks(terms(Optional.of(new Term.WorkingDays(3)), ClockPolicy.GENERAL), at, facts);
    }

    static Stream<CaseClock> clocks(ClockTerms terms, String at, ClockFact... facts) {
        return CaseClocks.of(new CaseHistory(Arrays.asList(facts)), terms, at(at)).stream();
    }

    static ClockTerms terms(Optional<Term> processing, ClockPolicy policy) {
        return new ClockTerms(processing, policy, TIME, TIME);
    }

    static ClockPolicy policy(Effect supplement, Term window, boolean closesItself) {
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

    static ClockFact accepted(String at) {
        return new ClockFact.Accepted(at(at), Optional.empty());
    }

    static ClockFact fact(String what, String at) {
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
