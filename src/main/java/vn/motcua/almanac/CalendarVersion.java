package vn.motcua.almanac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.calendar.CalendarChange;

/**
 * A version of the calendar, and where it comes from.
 *
 * @param knownUntil the last day that it knows
 * @param reachesBack whether it changed days before the one on which it was entered
 * @param enteredAt empty where it was not kept
 * @param change what it says otherwise than the one before; nothing where it was not kept
 */
public record CalendarVersion(
        int number,
        LocalDate knownUntil,
        boolean reachesBack,
        Author author,
        Optional<Instant> enteredAt,
        CalendarChange change) {

    /** Who brings versions. */
    public enum Author {
        OPERATOR,
        IMPORT,
        MIGRATION
    }
}
