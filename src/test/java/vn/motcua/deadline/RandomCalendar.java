package vn.motcua.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Timetable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;

/** A made-up calendar and timetable: once for the engine, once minute by minute. */
record RandomCalendar(WorkingTime time, MinuteReference reference) {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int DAYS = 720;
    static final int MINUTES = DAYS * 24 * 60;

    private static final OfficeHours LONG_MORNING = new OfficeHours(
            "06:30-11:00+13:00-16:30",
            List.of(
                    new OfficeHours.Slot(LocalTime.of(6, 30), LocalTime.of(11, 0)),
                    new OfficeHours.Slot(LocalTime.of(13, 0), LocalTime.of(16, 30))),
            Map.of(DayOfWeek.FRIDAY, List.of(new OfficeHours.Slot(LocalTime.of(6, 30), LocalTime.of(11, 0)))));
    private static final List<OfficeHours> HOURS =
            List.of(OfficeHours.S8, OfficeHours.S8M, OfficeHours.S75, LONG_MORNING);

    static RandomCalendar of(Random random) {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        for (int n = 30 + random.nextInt(40); n > 0; n--) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            SpecialDay.Part part = SpecialDay.Part.values()[Math.max(0, random.nextInt(6) - 3)];
            days.put(day, new SpecialDay(day, weekend, part, "Ngày thử", "Quyết định thử", random.nextBoolean()));
        }
        List<Timetable.Change> changes = new ArrayList<>();
        for (LocalDate day = FIRST.plusDays(random.nextInt(90));
                changes.size() < random.nextInt(6);
                day = day.plusDays(30 + random.nextInt(60))) {
            changes.add(new Timetable.Change(day, HOURS.get(random.nextInt(HOURS.size()))));
        }
        List<Closure> closures = new ArrayList<>();
        for (int n = random.nextInt(12); n > 0; n--) {
            LocalDateTime from =
                    FIRST.plusDays(random.nextInt(DAYS - 5)).atTime(random.nextInt(24), 15 * random.nextInt(4));
            closures.add(
                    new Closure(from, from.plusMinutes(15L * (1 + random.nextInt(150))), "Bão", "Thông báo", false));
        }
        OfficeHours usual = HOURS.get(random.nextInt(HOURS.size()));
        var timetable = new Timetable(usual, changes, closures);
        var calendar = new WorkingCalendar(1, FIRST, FIRST.plusDays(DAYS - 1), List.copyOf(days.values()));
        return new RandomCalendar(
                calendar.time(timetable),
                new MinuteReference(FIRST, worked(days, timetable), ordinary(days, timetable)));
    }

    /** One whose days are equally long, with its special days; the reference does not know it. */
    RandomCalendar even() {
        List<SpecialDay> whole = time.calendar().specialDays().stream()
                .filter(day -> day.part() == SpecialDay.Part.WHOLE)
                .toList();
        var calendar = new WorkingCalendar(1, FIRST, FIRST.plusDays(DAYS - 1), whole);
        return new RandomCalendar(calendar.time(OfficeHours.S8M), reference);
    }

    /** Minute by minute, from the words of the rules on days and hours. */
    private static BitSet worked(Map<LocalDate, SpecialDay> days, Timetable timetable) {
        BitSet worked = ordinary(days, timetable);
        for (SpecialDay day : days.values()) {
            if (!day.worked()) {
                int midnight = minute(day.day().atStartOfDay());
                worked.clear(
                        midnight + (day.part() == SpecialDay.Part.AFTERNOON ? 720 : 0),
                        midnight + (day.part() == SpecialDay.Part.MORNING ? 720 : 1440));
            }
        }
        for (Closure closure : timetable.closures()) {
            worked.clear(minute(closure.from()), minute(closure.to()));
        }
        return worked;
    }

    /** What hours, weekends and exchanges make of every day. */
    private static BitSet ordinary(Map<LocalDate, SpecialDay> days, Timetable timetable) {
        BitSet ordinary = new BitSet(MINUTES);
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            OfficeHours hours = timetable.first();
            for (Timetable.Change change : timetable.changes()) {
                hours = change.since().isAfter(date) ? hours : change.hours();
            }
            for (OfficeHours.Slot slot : hours.weekdays().getOrDefault(date.getDayOfWeek(), hours.slots())) {
                for (int minute = minute(slot.from()); minute < minute(slot.to()); minute++) {
                    ordinary.set(day * 1440 + minute, isOrdinary(date, minute, days.get(date)));
                }
            }
        }
        return ordinary;
    }

    private static boolean isOrdinary(LocalDate date, int minute, @Nullable SpecialDay special) {
        boolean isWeekday = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        return isWeekday
                || special != null
                        && (special.part() == SpecialDay.Part.WHOLE
                                || (special.part() == SpecialDay.Part.MORNING) == minute < 12 * 60);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int minute(LocalDateTime time) {
        return (int) ChronoUnit.MINUTES.between(FIRST.atStartOfDay(), time);
    }
}
