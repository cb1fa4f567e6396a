package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A day that is not what its weekday says.
 *
 * @param worked true for a weekend day worked in exchange, false for a weekday off
 * @param part how much of the day that is about
 * @param source the decree, notice or law that says so
 * @param forecast true while it is expected and not yet decreed
 */
public record SpecialDay(LocalDate day, boolean worked, Part part, String reason, String source, boolean forecast) {

    /** Slots that begin before it are of the morning. */
    private static final LocalTime NOON = LocalTime.NOON;

    /** How much of a day. */
    public enum Part {
        WHOLE,
        MORNING,
        AFTERNOON;

        private boolean has(OfficeHours.Slot slot) {
            return this == WHOLE || (this == MORNING) == slot.from().isBefore(NOON);
        }
    }

    /** About a whole day. */
    public SpecialDay(LocalDate day, boolean worked, String reason, String source, boolean forecast) {
        this(day, worked, Part.WHOLE, reason, source, forecast);
    }

    /** Whether some of the day is worked. */
    boolean isWorkedAtAll() {
        return worked || part != Part.WHOLE;
    }

    boolean works(OfficeHours.Slot slot) {
        return part.has(slot) == worked;
    }
}
