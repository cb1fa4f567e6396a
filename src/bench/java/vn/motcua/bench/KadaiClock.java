package vn.motcua.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pro.taskana.common.api.CustomHoliday;
import pro.taskana.common.api.LocalTimeInterval;
import pro.taskana.common.api.WorkingTimeCalculator;
import pro.taskana.common.internal.workingtime.HolidaySchedule;
import pro.taskana.common.internal.workingtime.WorkingTimeCalculatorImpl;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.Term;

/**
 * KADAI's calculator, set up as well as it can be: the hours of the agency, and the days off of the weeks that matter, since it
 * knows days of a month and not of a year. It has no worked Saturdays, pauses or calendar days; a working day is its hours.
 */
final class KadaiClock {

    private static final int BEFORE = 10;
    private static final int AFTER = 90;

    private final WorkingTimeCalculator calculator;
    private final Duration day;

    private KadaiClock(OfficeHours hours, Set<CustomHoliday> off) {
        Map<DayOfWeek, Set<LocalTimeInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : List.of(DayOfWeek.values()).subList(0, 5)) {
            week.put(
                    weekday,
                    hours.slots(weekday).stream()
                            .map(slot -> new LocalTimeInterval(slot.from(), slot.to()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        this.calculator =
                new WorkingTimeCalculatorImpl(new HolidaySchedule(false, false, off), week, WorkingCalendar.ZONE);
        this.day = hours.slots().stream()
                .map(slot -> Duration.between(slot.from(), slot.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** For a term that begins at a moment. */
    static KadaiClock around(WorkingTime time, Instant start) {
        LocalDate begin = WorkingCalendar.local(start).toLocalDate();
        return new KadaiClock(
                time.timetable().hoursOn(begin),
                time.calendar().specialDays().stream()
                        .filter(off -> !off.worked() && off.part() == SpecialDay.Part.WHOLE)
                        .map(SpecialDay::day)
                        .filter(off -> off.isAfter(begin.minusDays(BEFORE)) && off.isBefore(begin.plusDays(AFTER)))
                        .map(off -> CustomHoliday.of(off.getDayOfMonth(), off.getMonthValue()))
                        .collect(Collectors.toSet()));
    }

    /** Its answer; empty for terms that it does not have. */
    Optional<Instant> due(Instant start, Term term) {
        return switch (term) {
            case Term.WorkingHours(int hours) -> Optional.of(after(start, Duration.ofHours(hours)));
            case Term.WorkingDays(int days) -> Optional.of(after(start, day.multipliedBy(days)));
            case Term.Immediate() -> Optional.of(after(start, Duration.ZERO));
            case Term.CalendarDays _, Term.Months _, Term.ClockHours _, Term.SameDay _, Term.Composite _ ->
                Optional.empty();
        };
    }

    Instant after(Instant start, Duration duration) {
        return calculator.addWorkingTime(start, duration);
    }
}
