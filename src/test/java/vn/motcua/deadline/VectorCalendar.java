package vn.motcua.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Timetable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;

/** Calendars and schedules in the words of the published tables. */
final class VectorCalendar {

    private static final WorkingCalendar VIET_NAM = CalendarFixtures.seeded();
    private static final Map<String, WorkingTime> TIMES = new ConcurrentHashMap<>();

    private VectorCalendar() {}

    static WorkingTime time(String calendar, String schedule) {
        return TIMES.computeIfAbsent(calendar + "|" + schedule, _ -> made(calendar, schedule));
    }

    private static WorkingTime made(String calendar, String schedule) {
        List<String> words = Vector.parts(calendar, ";").toList();
        boolean plain = words.contains("PLAIN");
        List<SpecialDay> days = new ArrayList<>(plain ? List.of() : VIET_NAM.specialDays());
        List<SpecialDay> proposed = new ArrayList<>();
        List<Closure> closures = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("closed:")) {
                String[] ends = word.substring("closed:".length()).split("/");
                closures.add(new Closure(
                        LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[1]), "Bão", "Quyết định thử", false));
            } else if (!word.equals("PLAIN")) {
                SpecialDay day = day(word);
                days.removeIf(
                        other -> !word.endsWith(":proposed") && other.day().equals(day.day()));
                (word.endsWith(":proposed") ? proposed : days).add(day);
            }
        }
        WorkingCalendar made = plain
                ? new WorkingCalendar(1, LocalDate.of(2000, 1, 1), LocalDate.of(2030, 12, 31), days, proposed, Map.of())
                : new WorkingCalendar(1, VIET_NAM.knownFrom(), VIET_NAM.knownUntil(), days, proposed, Map.of());
        return made.time(timetable(schedule, closures));
    }

    private static SpecialDay day(String word) {
        String[] parts = word.split(":");
        SpecialDay.Part part = word.contains(":morning")
                ? SpecialDay.Part.MORNING
                : word.contains(":afternoon") ? SpecialDay.Part.AFTERNOON : SpecialDay.Part.WHOLE;
        return new SpecialDay(
                LocalDate.parse(parts[1]), parts[0].equals("work"), part, "Ngày thử", "Quyết định thử", false);
    }

    private static Timetable timetable(String schedule, List<Closure> closures) {
        String[] words = schedule.split(" ");
        List<Timetable.Change> changes = Arrays.stream(words)
                .skip(1)
                .map(word -> word.split("="))
                .map(change -> new Timetable.Change(LocalDate.parse(change[0]), hours(change[1])))
                .toList();
        return new Timetable(hours(words[0]), changes, closures);
    }

    private static OfficeHours hours(String text) {
        return OfficeHours.named(text)
                .orElseGet(() -> new OfficeHours(
                        text,
                        Arrays.stream(text.split("\\+"))
                                .map(slot -> slot.split("-"))
                                .map(slot -> new OfficeHours.Slot(LocalTime.parse(slot[0]), LocalTime.parse(slot[1])))
                                .toList()));
    }
}
