package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.calendar.OfficeHours.Slot;

/**
 * When an agency receives people, as a Saturday counter. Shown to citizens; no clock counts them.
 *
 * @param weekdays the days on which it does, none when it stopped
 * @param forecast true while they are expected and not yet decided
 */
public record ReceptionHours(LocalDate since, Map<DayOfWeek, List<Slot>> weekdays, boolean forecast) {

    public ReceptionHours {
        Map<DayOfWeek, List<Slot>> ordered = new EnumMap<>(DayOfWeek.class);
        weekdays.forEach((day, slots) -> ordered.put(day, List.copyOf(slots)));
        weekdays = ordered;
    }
}
