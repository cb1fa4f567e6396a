package vn.motcua.calendar.db;

import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.CalendarChange.Span;
import vn.motcua.calendar.CalendarChange.Weekday;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.OfficeHours.Slot;
import vn.motcua.calendar.ReceptionHours;
import vn.motcua.calendar.Timetable;

/** Hours of an agency since a day, as they lie in the database. */
record HoursRow(
        int agency,
        String kind,
        LocalDate since,
        List<Slot> slots,
        Map<DayOfWeek, List<Slot>> weekdays,
        boolean forecast) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static HoursRow of(Readable row) {
        Weekday[] weekdays = JSON.readValue(required(row, "weekdays", String.class), Weekday[].class);
        return new HoursRow(
                required(row, "agency_id", Integer.class),
                required(row, "kind", String.class),
                required(row, "since", LocalDate.class),
                slots(Stream.of(JSON.readValue(required(row, "slots", String.class), Span[].class))),
                Stream.of(weekdays).collect(Collectors.toMap(Weekday::weekday, day -> slots(day.slots().stream()))),
                required(row, "status", String.class).equals("forecast"));
    }

    private static List<Slot> slots(Stream<Span> spans) {
        return spans.map(span -> new Slot(span.from(), span.to())).toList();
    }

    /** As all that the agency has. */
    AgencyTimes times() {
        return kind.equals("reception")
                ? new AgencyTimes(List.of(), List.of(new ReceptionHours(since, weekdays, forecast)), List.of())
                : new AgencyTimes(
                        List.of(new Timetable.Change(since, OfficeHours.own(slots, weekdays), forecast)),
                        List.of(),
                        List.of());
    }
}
