package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.motcua.calendar.WorkingCalendar;

/**
 * The days a question is about, both inclusive, and as of when it is judged.
 *
 * @param asOf nothing recorded later counts; what is pending is judged then, or at the end of {@code to} when that is earlier
 */
public record Period(LocalDate from, LocalDate to, Instant asOf) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    /** As of the last instant of a day, in Viet Nam. */
    public static Period asOfDay(LocalDate from, LocalDate to, LocalDate asOf) {
        return new Period(from, to, endOf(asOf));
    }

    /** The last day that counts, on which what is pending is judged. */
    public LocalDate through() {
        LocalDate judged = LocalDate.ofInstant(asOf, WorkingCalendar.ZONE);
        return judged.isBefore(to) ? judged : to;
    }

    /** The day before the period, as far as it counts. */
    public LocalDate before() {
        LocalDate before = from.minusDays(1);
        return before.isAfter(through()) ? through() : before;
    }

    /** True when the last day that counts is not over at the moment of the question: then hours matter. */
    public boolean isMidDay() {
        return asOf.isBefore(endOf(through()));
    }

    /** The last instant of a day, to the microsecond, which is as fine as the log keeps moments: a finer one would be rounded up into the next day. */
    public static Instant endOf(LocalDate day) {
        return WorkingCalendar.instant(day.plusDays(1).atStartOfDay()).minus(1, ChronoUnit.MICROS);
    }
}
