package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A time when one agency was or will be closed, or the system was declared out of order, of one agency or of all.
 *
 * @param from the first moment without work, or without the system, in Viet Nam's local time
 * @param to the first moment with it again
 * @param reason in Vietnamese, as people know it
 * @param source the decision that says so
 * @param forecast true while it is expected and not yet decided
 */
public record Closure(Kind kind, LocalDateTime from, LocalDateTime to, String reason, String source, boolean forecast) {

    /** What there is none of. */
    public enum Kind {
        /** Nobody works, as in a storm: there are no slots. */
        CLOSURE,
        /** People work and the system does not: slots stay, and clocks stand still. */
        OUTAGE
    }

    /** Of an agency that does not work. */
    public Closure(LocalDateTime from, LocalDateTime to, String reason, String source, boolean forecast) {
        this(Kind.CLOSURE, from, to, reason, source, forecast);
    }

    public Closure {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A closure ends after it begins");
        }
    }

    boolean touches(LocalDate day) {
        return from.isBefore(day.plusDays(1).atStartOfDay()) && to.isAfter(day.atStartOfDay());
    }

    /** What it leaves of a slot: all, the part before, the part after, both, or nothing. */
    List<OfficeHours.Slot> leaves(LocalDate day, OfficeHours.Slot slot) {
        if (!from.isBefore(day.atTime(slot.to())) || !to.isAfter(day.atTime(slot.from()))) {
            return List.of(slot);
        }
        List<OfficeHours.Slot> left = new ArrayList<>();
        if (from.isAfter(day.atTime(slot.from()))) {
            left.add(new OfficeHours.Slot(slot.from(), from.toLocalTime()));
        }
        if (to.isBefore(day.atTime(slot.to()))) {
            LocalTime again = to.toLocalTime();
            left.add(new OfficeHours.Slot(again, slot.to()));
        }
        return left;
    }
}
