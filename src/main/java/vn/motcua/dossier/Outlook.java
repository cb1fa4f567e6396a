package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.deadline.AgencyClock;
import vn.motcua.deadline.Computation;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Deadlines;
import vn.motcua.dossier.Promises.Counted;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ClockPolicy;

/**
 * When clocks would be due in one state of the reference data, as {@link Promises} says. Dossiers have few terms and agencies in
 * common; it remembers both, and is for one thread.
 */
final class Outlook {

    private final Reference state;
    private final Map<TermKey, Optional<Counted>> terms = new HashMap<>();
    private final Map<Integer, AgencyClock> clocks = new HashMap<>();

    Outlook(Reference state) {
        this.state = state;
    }

    private record TermKey(int procedureVersion, Channel channel, String caseCode, LocalDate day) {}

    /** Empty where there is no due moment. */
    Optional<Deadline> of(OpenClock clock) {
        return clock.acceptedAt()
                .map(acceptedAt -> term(clock.matter(), acceptedAt)
                        .flatMap(counted -> due(clock(clock.agency())
                                .due(startedAt(clock, acceptedAt), counted.term(), counted.policy()))))
                .orElseGet(() ->
                        due(clock(clock.agency()).due(clock.filedAt(), Deadlines.INTAKE_ANSWER, ClockPolicy.GENERAL)));
    }

    private Instant startedAt(OpenClock clock, Instant acceptedAt) {
        return clock.receivedAt().isEmpty()
                ? acceptedAt
                : Promises.startedAt(clock.matter(), clock.routing(), acceptedAt, clock.receivedAt(), state);
    }

    private Optional<Counted> term(Matter matter, Instant acceptedAt) {
        return terms.computeIfAbsent(
                new TermKey(
                        matter.procedureVersion(), matter.channel(), matter.caseCode(), Timeliness.dayOf(acceptedAt)),
                _ -> Promises.counted(matter, acceptedAt, state));
    }

    private AgencyClock clock(int agency) {
        return clocks.computeIfAbsent(agency, state::clock);
    }

    private static Optional<Deadline> due(Computation computed) {
        return computed instanceof Computation.Due(Deadline deadline) ? Optional.of(deadline) : Optional.empty();
    }
}
