package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.deadline.Computation;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.OutsideCalendar;
import vn.motcua.procedure.ClockPolicy;

/**
 * What is needed of a dossier that waits at the desk to compute again by when the desk must answer (article 17.2).
 *
 * @param dueAt as it stands; empty where the calendar did not reach so far
 */
public record AnswerClock(int receivingAgency, Instant filedAt, Optional<Instant> dueAt) {

    /** The moment in a state of the reference data; empty when it is the same, or the calendar does not reach so far. */
    public Optional<Deadline> moved(Reference state) {
        return again(filedAt, receivingAgency, state).filter(deadline -> !dueAt.equals(Optional.of(deadline.dueAt())));
    }

    /** What happens to a dossier by a state; empty when nothing does. */
    public Optional<DossierEvent> event(Reference state, Instant at) {
        return moved(state)
                .map(deadline -> new DossierEvent.AnswerRecomputed(
                        at,
                        filedAt,
                        dueAt,
                        deadline.dueAt(),
                        deadline.calendarVersion(),
                        deadline.dependsOnForecast()));
    }

    static Optional<Deadline> again(Instant filedAt, int receivingAgency, Reference state) {
        return switch (state.clock(receivingAgency).due(filedAt, Deadlines.INTAKE_ANSWER, ClockPolicy.GENERAL)) {
            case Computation.Due(var deadline) -> Optional.of(deadline);
            case OutsideCalendar _ -> Optional.empty();
        };
    }
}
