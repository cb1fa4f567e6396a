package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.CalendarChange.Closing;
import vn.motcua.calendar.CalendarChange.Day;
import vn.motcua.calendar.CalendarChange.Hours;
import vn.motcua.calendar.CalendarChange.Span;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.CalendarChange.Weekday;

/** Changes of the calendar for tests. */
public final class Changes {

    private static final String DECREE = "Công văn 1/VPCP-KGVX";

    private Changes() {}

    /** 23/11/2026 off, Saturday 28/11/2026 worked. */
    public static CalendarChange swap(Standing standing) {
        return days(
                standing,
                off(LocalDate.of(2026, 11, 23), standing),
                new Day(LocalDate.of(2026, 11, 28), true, SpecialDay.Part.WHOLE, "Làm bù", standing));
    }

    public static Day off(LocalDate day, Standing standing) {
        return new Day(day, false, SpecialDay.Part.WHOLE, "Nghỉ", standing);
    }

    /** Counts from its first day on. */
    public static CalendarChange days(Standing standing, Day... days) {
        LocalDate first = List.of(days).stream()
                .map(Day::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return national(standing, first, Optional.empty(), List.of(days), TakenBack.NOTHING);
    }

    public static CalendarChange national(
            Standing standing, LocalDate from, Optional<LocalDate> until, List<Day> days, TakenBack back) {
        return new CalendarChange(
                Optional.empty(), DECREE, standing, "Thử", from, until, days, List.of(), List.of(), List.of(), back);
    }

    /** Winter hours and a Saturday counter from 1/12/2026, closed by a storm on 25/11/2026. */
    public static CalendarChange agency(int agency) {
        LocalDate winter = LocalDate.of(2026, 12, 1);
        return of(
                agency,
                List.of(new Hours(winter, List.of(span("07:30", "11:30"), span("13:30", "17:00")), List.of())),
                List.of(new Hours(
                        winter, List.of(), List.of(new Weekday(DayOfWeek.SATURDAY, List.of(span("07:30", "11:00")))))),
                List.of(new Closing(
                        Closure.Kind.CLOSURE,
                        LocalDateTime.of(2026, 11, 25, 7, 0),
                        LocalDateTime.of(2026, 11, 25, 17, 0),
                        "Bão")),
                TakenBack.NOTHING);
    }

    public static CalendarChange takingBack(int agency, TakenBack back) {
        return of(agency, List.of(), List.of(), List.of(), back);
    }

    /** Counts from 22/11/2026. */
    public static CalendarChange of(
            int agency, List<Hours> hours, List<Hours> reception, List<Closing> closures, TakenBack back) {
        return new CalendarChange(
                Optional.of(agency),
                DECREE,
                Standing.OFFICIAL,
                "Thử",
                LocalDate.of(2026, 11, 22),
                Optional.empty(),
                List.of(),
                hours,
                reception,
                closures,
                back);
    }

    public static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
