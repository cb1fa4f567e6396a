package vn.motcua.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/**
 * Walks a run day by day and says what each stretch is. It counts by itself, so that its sum bears out the arithmetic of
 * {@link Clock}.
 */
final class Steps {

    private final Run run;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final List<Step> steps = new ArrayList<>();
    private Duration worked = Duration.ZERO;

    private Steps(Run run, WorkingCalendar calendar, OfficeHours hours) {
        this.run = run;
        this.calendar = calendar;
        this.hours = hours;
    }

    static List<Step> of(Run run, Term term, WorkingCalendar calendar, OfficeHours hours) {
        Steps walk = new Steps(run, calendar, hours);
        walk.toTheStart();
        switch (term) {
            case Term.WorkingDays _ -> walk.workingDays();
            case Term.WorkingHours _ -> walk.workingHours();
            case Term.CalendarDays _ -> walk.calendarDays();
            case Term.ClockHours(int n) -> walk.clockHours(n);
            case Term.Months(int n) -> walk.months(n);
            case Term.SameDay _ -> walk.sameDay();
            case Term.Immediate() -> walk.start(Rule.IMMEDIATE, Reason.AT_ONCE, run.due());
        }
        return List.copyOf(walk.steps);
    }

    private void toTheStart() {
        run.received().toLocalDate().datesUntil(run.startDay()).forEach(day -> {
            if (calendar.isWorkingDay(day)) {
                add(0, Step.Kind.START_DAY, Rule.START, Reason.AFTER_CLOSING, run.received(), midnightAfter(day));
            } else {
                skipped(day, later(run.received(), day.atStartOfDay()));
            }
        });
        if (run.received().toLocalDate().equals(run.startDay())
                && run.received().isBefore(run.from())) {
            add(0, Step.Kind.START_DAY, Rule.START, Reason.BEFORE_OPENING, run.received(), run.from());
        }
    }

    private void workingDays() {
        start(Rule.WORKING_DAYS, Reason.START_DAY_NOT_COUNTED, closing(run.startDay()));
        eachDayAfter(run.startDay(), run.dueDay()).forEach(day -> {
            if (calendar.isWorkingDay(day)) {
                worked(1, Rule.WORKING_DAYS, Reason.DAY_COUNTED, opening(day), closing(day));
            } else {
                skipped(day);
            }
        });
    }

    private void workingHours() {
        if (run.from().toLocalTime().equals(hours.closing())) {
            start(Rule.WORKING_HOURS, Reason.NOTHING_LEFT_OF_DAY, run.from());
        }
        run.startDay().datesUntil(run.dueDay().plusDays(1)).forEach(day -> {
            if (calendar.isWorkingDay(day)) {
                slots(day);
            } else {
                skipped(day);
            }
        });
    }

    private void slots(LocalDate day) {
        LocalDateTime free = opening(day);
        for (OfficeHours.Slot slot : hours.slots()) {
            within(
                    free,
                    day.atTime(slot.from()),
                    lunch -> add(0, Step.Kind.LUNCH, Rule.WORKING_HOURS, Reason.LUNCH_BREAK, lunch.from(), lunch.to()));
            within(
                    day.atTime(slot.from()),
                    day.atTime(slot.to()),
                    work -> worked(minutes(work), Rule.WORKING_HOURS, Reason.HOURS_COUNTED, work.from(), work.to()));
            free = day.atTime(slot.to());
        }
    }

    private void calendarDays() {
        start(Rule.CALENDAR_DAYS, Reason.START_DAY_NOT_COUNTED, midnightAfter(run.startDay()));
        eachDayAfter(run.startDay(), run.end()).forEach(day -> {
            LocalDateTime end = earlier(midnightAfter(day), run.due());
            switch (calendar.kindOf(day)) {
                case WORKING_DAY, WORKED_WEEKEND, UNKNOWN ->
                    worked(1, Rule.CALENDAR_DAYS, Reason.DAY_COUNTED, day.atStartOfDay(), end);
                case WEEKEND ->
                    add(1, Step.Kind.WEEKEND, Rule.CALENDAR_DAYS, Reason.WEEKEND_COUNTED, day.atStartOfDay(), end);
                case DAY_OFF ->
                    add(1, Step.Kind.HOLIDAY, Rule.CALENDAR_DAYS, Reason.DAY_OFF_COUNTED, day.atStartOfDay(), end);
            }
        });
        moved(run.end(), Rule.END, Reason.END_MOVED);
    }

    private void months(int n) {
        start(Rule.MONTHS, Reason.START_DAY_NOT_COUNTED, midnightAfter(run.startDay()));
        LocalDateTime from = midnightAfter(run.startDay());
        for (int month = 1; month <= n; month++) {
            LocalDateTime end = midnightAfter(run.startDay().plusMonths(month));
            add(1, Step.Kind.WORKED, Rule.MONTHS, Reason.MONTH_COUNTED, from, earlier(end, run.due()));
            from = end;
        }
        moved(run.end(), Rule.END, Reason.END_MOVED);
    }

    private void sameDay() {
        boolean late = run.startDay().isBefore(run.dueDay());
        Reason reason = late ? Reason.AFTER_CUT_OFF : Reason.ANSWERED_SAME_DAY;
        start(Rule.SAME_DAY, reason, closing(run.startDay()));
        moved(run.startDay(), Rule.SAME_DAY, Reason.ANSWERED_NEXT_DAY);
    }

    private void clockHours(int n) {
        add(n * 60L, Step.Kind.WORKED, Rule.CLOCK_HOURS, Reason.CLOCK_RUNS, run.from(), run.due());
    }

    /** The days off on which the term could not end, and the working day on which it does. */
    private void moved(LocalDate end, Rule rule, Reason reason) {
        eachDayAfter(end, run.dueDay()).forEach(day -> {
            if (day.equals(run.dueDay())) {
                add(0, Step.Kind.END_MOVED, rule, reason, opening(day), closing(day));
            } else {
                skipped(day);
            }
        });
    }

    private void start(Rule rule, Reason reason, LocalDateTime to) {
        add(0, Step.Kind.START_DAY, rule, reason, run.from(), to);
    }

    private void skipped(LocalDate day) {
        skipped(day, day.atStartOfDay());
    }

    private void skipped(LocalDate day, LocalDateTime from) {
        boolean weekend = calendar.kindOf(day) == DayKind.WEEKEND;
        Step.Kind kind = weekend ? Step.Kind.WEEKEND : Step.Kind.HOLIDAY;
        add(
                0,
                kind,
                Rule.DAYS_OFF,
                weekend ? Reason.WEEKEND_SKIPPED : Reason.DAY_OFF_SKIPPED,
                from,
                midnightAfter(day));
    }

    private void worked(long counted, Rule rule, Reason reason, LocalDateTime from, LocalDateTime to) {
        if (calendar.kindOf(from.toLocalDate()) == DayKind.WORKED_WEEKEND) {
            add(counted, Step.Kind.WORKED_SATURDAY, rule, Reason.WORKED_IN_EXCHANGE, from, to);
        } else {
            add(counted, Step.Kind.WORKED, rule, reason, from, to);
        }
    }

    private void add(long counted, Step.Kind kind, Rule rule, Reason reason, LocalDateTime from, LocalDateTime to) {
        LocalDate day = from.toLocalDate();
        steps.add(new Step(
                day,
                WorkingCalendar.instant(from),
                WorkingCalendar.instant(to),
                counted,
                kind,
                rule,
                reason,
                reason.isAboutOneDay() ? calendar.special(day) : Optional.empty()));
    }

    /** Hands on what of a stretch lies inside the run. */
    private void within(LocalDateTime from, LocalDateTime to, Consumer<Stretch> use) {
        Stretch inside = new Stretch(later(from, run.from()), earlier(to, run.due()));
        if (inside.from().isBefore(inside.to())) {
            use.accept(inside);
        }
    }

    private record Stretch(LocalDateTime from, LocalDateTime to) {}

    /** Whole minutes of the running total, so that seconds are neither lost nor counted twice. */
    private long minutes(Stretch work) {
        long before = worked.toMinutes();
        worked = worked.plus(Duration.between(work.from(), work.to()));
        return worked.toMinutes() - before;
    }

    private LocalDateTime opening(LocalDate day) {
        return day.atTime(hours.opening());
    }

    private LocalDateTime closing(LocalDate day) {
        return day.atTime(hours.closing());
    }

    private static LocalDateTime midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay();
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static Stream<LocalDate> eachDayAfter(LocalDate day, LocalDate last) {
        return day.plusDays(1).datesUntil(last.plusDays(1));
    }
}
