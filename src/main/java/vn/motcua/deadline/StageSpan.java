package vn.motcua.deadline;

import static vn.motcua.calendar.WorkingTime.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.calendar.WorkingTime;

/**
 * A stage of a reckoned term.
 *
 * @param from when the one before is due; empty behind one that stands still or whose end nobody knows
 * @param leg empty where the calendar does not know its end, and with {@code from}
 * @param restarting when the clock was stopped in this stage, to begin anew
 */
record StageSpan(String name, Optional<Instant> from, Optional<Leg> leg, Optional<Instant> restarting) {

    boolean isStanding() {
        return restarting.isPresent() || leg.flatMap(Leg::open).isPresent();
    }

    /** Empty while it stands still, and where nobody knows. */
    Optional<Instant> dueAt() {
        return known().filter(_ -> !isStanding()).map(one -> WorkingTime.instant(one.due()));
    }

    /** All of it until it begins, and what was left when it stood still for as long as it does. */
    Optional<Duration> remaining(Instant at) {
        return known().map(one -> Duration.ofNanos(one.remaining(WorkingTime.local(restarting.orElse(at)))));
    }

    private Optional<Leg> known() {
        return leg.filter(one -> one.due() != UNKNOWN);
    }
}
