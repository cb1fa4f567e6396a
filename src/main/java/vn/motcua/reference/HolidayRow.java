package vn.motcua.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import vn.motcua.calendar.SpecialDay;

/** A day that is not what its weekday says. */
record HolidayRow(LinePlace place, SpecialDay day) {

    private static final Map<String, Boolean> WORKED = Map.of("off", false, "work", true);
    private static final Map<String, Boolean> FORECAST = Map.of("official", false, "forecast", true);

    static HolidayRow of(Line line) {
        LocalDate day = line.day("date");
        boolean worked = line.word("kind", WORKED);
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (worked != weekend) {
            throw line.bad(Reason.WEEKDAY_DOES_NOT_FIT, day.toString());
        }
        return new HolidayRow(
                line.place(),
                new SpecialDay(
                        day,
                        worked,
                        line.required("reason_vi"),
                        line.required("source"),
                        line.word("status", FORECAST)));
    }
}
