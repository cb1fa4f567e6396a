package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.Computation;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Deadlines;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Term;

/**
 * When clocks would be due in one state of the reference data, as {@link Promises} says. Dossiers have few terms and agencies in
 * common; it remembers both, and is for one thread.
 */
final class Outlook {

    private final Reference state;
    private final Map<TermKey, Optional<Term>> terms = new HashMap<>();
    private final Map<Integer, WorkingTime> times = new HashMap<>();

    Outlook(Reference state) {
        this.state = state;
    }

    private record TermKey(int procedureVersion, Channel channel, String caseCode, LocalDate day) {}

    /** Empty where there is no due moment. */
    Optional<Deadline> of(OpenClock clock) {
        return clock.acceptedAt()
                .map(acceptedAt -> term(clock.matter(), acceptedAt)
                        .flatMap(term -> due(Deadlines.due(startedAt(clock, acceptedAt), term, time(clock.agency())))))
                .orElseGet(() -> due(Deadlines.intakeAnswerDue(clock.filedAt(), time(clock.agency()))));
    }

    private Instant startedAt(OpenClock clock, Instant acceptedAt) {
        return clock.receivedAt().isEmpty()
                ? acceptedAt
                : Promises.startedAt(clock.matter(), clock.routing(), acceptedAt, clock.receivedAt(), state);
    }

    private Optional<Term> term(Matter matter, Instant acceptedAt) {
        return terms.computeIfAbsent(
                new TermKey(
                        matter.procedureVersion(), matter.channel(), matter.caseCode(), Timeliness.dayOf(acceptedAt)),
                _ -> Promises.term(matter, acceptedAt, state));
    }

    private WorkingTime time(int agency) {
        return times.computeIfAbsent(agency, state::time);
    }

    private static Optional<Deadline> due(Computation computed) {
        return computed instanceof Computation.Due(Deadline deadline) ? Optional.of(deadline) : Optional.empty();
    }
}
