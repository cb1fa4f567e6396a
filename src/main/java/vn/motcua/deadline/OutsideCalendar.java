package vn.motcua.deadline;

import java.time.LocalDate;

/**
 * The computation would need a day that the calendar does not know.
 *
 * @param day the first known day when it lies before, the last known one when it lies after
 */
public record OutsideCalendar(Side side, LocalDate day) implements Computation, Explanation {

    public enum Side {
        BEFORE,
        AFTER
    }
}
