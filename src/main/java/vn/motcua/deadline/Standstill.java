package vn.motcua.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingTime;

/**
 * A time in which the clock does not run, for one reason or for several that overlap or touch.
 *
 * @param to empty while it lasts
 */
record Standstill(long from, Optional<Long> to, List<Interruption> parts) {

    Standstill {
        parts = List.copyOf(parts);
    }

    private Standstill(Interruption one) {
        this(WorkingTime.local(one.from()), one.to().map(WorkingTime::local), List.of(one));
    }

    /** Merged, in the order of their beginnings. */
    static List<Standstill> merged(List<Interruption> pauses) {
        List<Standstill> merged = new ArrayList<>();
        for (Interruption pause : pauses) {
            Standstill next = new Standstill(pause);
            if (!merged.isEmpty() && merged.getLast().touches(next)) {
                merged.add(merged.removeLast().with(next));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** Whether nothing but outages makes it; what lasted no time at all made none of it. */
    boolean isOutage() {
        return parts.stream()
                .allMatch(part -> part.ground() == Interruption.Ground.OUTAGE
                        || part.to().filter(part.from()::equals).isPresent());
    }

    private boolean touches(Standstill next) {
        return to.map(end -> next.from <= end).orElse(true);
    }

    private Standstill with(Standstill next) {
        Optional<Long> end = to.flatMap(one -> next.to.map(other -> Math.max(one, other)));
        return new Standstill(
                from, end, Stream.concat(parts.stream(), next.parts.stream()).toList());
    }
}
