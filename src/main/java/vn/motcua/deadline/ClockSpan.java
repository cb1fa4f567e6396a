package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.CaseClock.Gap;
import vn.motcua.deadline.CaseClock.State;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.StartEvent;
import vn.motcua.procedure.Term;

/**
 * From what starts a clock to what stops it.
 *
 * @param done when what the clock asks for was done
 * @param over when it was asked for no longer, and was not done by then
 * @param at when somebody asks
 */
record ClockSpan(
        ClockKind kind,
        Optional<String> name,
        Instant from,
        Optional<Instant> done,
        Optional<Instant> over,
        Instant at) {

    ClockSpan named(String text) {
        return new ClockSpan(kind, Optional.of(text), from, done, over, at);
    }

    /** A clock of the agency's that only outages stop. */
    CaseClock clock(Optional<Term> term, WorkingTime time, List<Interruption> outages) {
        return clock(term, ClockPolicy.GENERAL, time, new ClockHistory(from, outages, Optional.empty()));
    }

    CaseClock clock(Optional<Term> term, ClockPolicy policy, WorkingTime time, ClockHistory history) {
        return term.map(known -> reckoned(Reckoning.of(history, known, policy, time)))
                .orElseGet(() -> clock(
                        state(Optional.empty(), false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(kind == ClockKind.FINANCE ? Gap.NO_TERM : Gap.TERM_UNCONFIRMED)));
    }

    /** A clock with a due moment of its own rule; empty when the calendar does not reach so far. */
    CaseClock clock(Optional<Instant> due, WorkingTime time) {
        State state = state(due, false);
        Optional<Duration> remaining = due.filter(_ -> state != State.VOID)
                .map(moment -> Duration.ofNanos(
                        time.workedBy(WorkingTime.local(moment)) - time.workedBy(WorkingTime.local(done.orElse(at)))));
        return clock(state, due, remaining, due.isEmpty() ? Optional.of(Gap.CALENDAR_ENDS) : Optional.empty());
    }

    /** A stage that begins later has not begun, though it is known when it will be due. */
    CaseClock clock(StageSpan stage) {
        CaseClock clock = named(stage.name()).reckoned(stage.dueAt(), stage.isStanding(), stage::remaining);
        return from.isAfter(at) && clock.state() == State.RUNNING ? clock.notBegun() : clock;
    }

    private CaseClock reckoned(Reckoning reckoning) {
        return reckoned(
                reckoning.deadline().map(Deadline::dueAt),
                reckoning.standing().isPresent() || reckoning.pauses().stream().anyMatch(this::isUnderWay),
                reckoning::remaining);
    }

    private CaseClock reckoned(
            Optional<Instant> due, boolean standing, Function<Instant, Optional<Duration>> remaining) {
        State state = state(due, standing);
        return clock(
                state,
                due,
                state == State.VOID ? Optional.empty() : remaining.apply(done.orElse(at)),
                due.isEmpty() && !standing ? Optional.of(Gap.CALENDAR_ENDS) : Optional.empty());
    }

    private boolean isUnderWay(Interruption pause) {
        return !at.isBefore(pause.from()) && pause.to().filter(at::isBefore).isPresent();
    }

    private State state(Optional<Instant> due, boolean standing) {
        Instant stopped = done.or(() -> over).orElse(at);
        if (due.filter(stopped::isAfter).isPresent()) {
            return State.MISSED;
        }
        if (done.isPresent()) {
            return State.MET;
        }
        return over.isPresent() ? State.VOID : standing ? State.PAUSED : State.RUNNING;
    }

    private CaseClock clock(State state, Optional<Instant> due, Optional<Duration> remaining, Optional<Gap> gap) {
        return new CaseClock(
                kind, name, state, Optional.of(from), due, remaining, Optional.empty(), gap, Optional.empty());
    }

    static CaseClock waiting(ClockKind kind, StartEvent what, boolean over) {
        return still(kind, Optional.empty(), over ? State.VOID : State.PAUSED, Optional.of(what));
    }

    /** A stage that follows one whose end nobody knows. */
    static CaseClock notBegun(String name, boolean over) {
        return still(ClockKind.STAGE, Optional.of(name), over ? State.VOID : State.PAUSED, Optional.empty());
    }

    private static CaseClock still(ClockKind kind, Optional<String> name, State state, Optional<StartEvent> waitsFor) {
        return new CaseClock(
                kind,
                name,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                waitsFor,
                Optional.empty(),
                Optional.empty());
    }
}
