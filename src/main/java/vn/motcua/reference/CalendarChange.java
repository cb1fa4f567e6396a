package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.calendar.SpecialDay;

/** A new version of the working calendar, whole in itself. */
public record CalendarChange(
        int version, LocalDate knownFrom, LocalDate knownUntil, String note, List<SpecialDay> days) {

    public CalendarChange {
        days = List.copyOf(days);
    }
}
