package vn.motcua.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param worked true for a weekend day worked in exchange, false for a weekday off
 * @param source the decree, notice or law that says so
 * @param forecast true while it is expected and not yet decreed
 */
public record SpecialDay(LocalDate day, boolean worked, String reason, String source, boolean forecast) {}
