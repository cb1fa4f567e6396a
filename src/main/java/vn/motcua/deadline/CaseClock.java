package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.procedure.ClockPolicy.StartEvent;

/**
 * One clock of a dossier, as it stands at a moment.
 *
 * @param name of the stage or of the agency that was asked, where there can be several clocks of the kind
 * @param startedAt when what starts it happened; empty while it waits for that
 * @param dueAt empty while it stands still, and where {@code gap} says why nobody knows
 * @param remaining what is or was left when the question, or what the clock waits for, came: in working time, for clock hours
 *     by the wall clock; less than nothing after the due moment
 * @param waitsFor what starts it
 * @param afterwards what the missed clock leads to
 */
public record CaseClock(
        ClockKind kind,
        Optional<String> name,
        State state,
        Optional<Instant> startedAt,
        Optional<Instant> dueAt,
        Optional<Duration> remaining,
        Optional<StartEvent> waitsFor,
        Optional<Gap> gap,
        Optional<Afterwards> afterwards) {

    /** What a clock does. */
    public enum State {
        RUNNING,
        /** It stands still, or has not begun so far. */
        PAUSED,
        /** What it asks for was done in time. */
        MET,
        /** Its due moment passed first. */
        MISSED,
        /** What it asks for is asked for no longer. */
        VOID
    }

    /** Why a running clock has no due moment. */
    public enum Gap {
        TERM_UNCONFIRMED,
        CALENDAR_ENDS,
        /** No law says until when. */
        NO_TERM
    }

    /** What may or will happen to a dossier whose clock was missed. */
    public enum Afterwards {
        CLERK_MAY_CLOSE,
        CLOSES_ITSELF
    }

    CaseClock leadingTo(Afterwards next) {
        return new CaseClock(
                kind,
                name,
                state,
                startedAt,
                dueAt,
                remaining,
                waitsFor,
                gap,
                state == State.MISSED ? Optional.of(next) : Optional.empty());
    }

    CaseClock notBegun() {
        return new CaseClock(kind, name, State.PAUSED, Optional.empty(), dueAt, remaining, waitsFor, gap, afterwards);
    }

    CaseClock voided() {
        return new CaseClock(
                kind, name, State.VOID, startedAt, dueAt, Optional.empty(), waitsFor, gap, Optional.empty());
    }
}
