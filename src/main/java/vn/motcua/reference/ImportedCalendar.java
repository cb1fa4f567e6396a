package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.SpecialDay;

/**
 * A new version of the working calendar, whole in itself.
 *
 * @param proposed days that do not count, as the newest version has them and the table does not say otherwise
 * @param said what it says otherwise than the newest
 * @param reachesBack whether it changes days before that of the import
 */
public record ImportedCalendar(
        int version,
        LocalDate knownFrom,
        LocalDate knownUntil,
        String note,
        List<SpecialDay> days,
        List<SpecialDay> proposed,
        CalendarChange said,
        boolean reachesBack) {

    public ImportedCalendar {
        days = List.copyOf(days);
        proposed = List.copyOf(proposed);
    }
}
