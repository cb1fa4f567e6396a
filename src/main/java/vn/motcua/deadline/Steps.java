package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.Term;

/**
 * Says what each stretch of a run is, by the entries of the same index in which the {@link Clock} found its end. It counts by
 * itself, so that its sum bears out the arithmetic.
 */
final class Steps {

    private final Run run;
    private final WorkingTime time;
    private final List<Step> steps = new ArrayList<>();
    private final boolean endMoves;
    private long worked;

    private Steps(Run run, WorkingTime time, boolean endMoves) {
        this.run = run;
        this.time = time;
        this.endMoves = endMoves;
    }

    static List<Step> of(Run run, Term term, WorkingTime time) {
        return List.copyOf(walk(run, term, time, true).steps);
    }

    /** The same, still open for what stood in its way. */
    static Steps walk(Run run, Term term, WorkingTime time, boolean endMoves) {
        return of(term, new Steps(run, time, endMoves));
    }

    List<Step> inOrder() {
        return steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    }

    private static Steps of(Term term, Steps walk) {
        walk.toTheStart(term);
        switch (term) {
            case Term.WorkingDays _ -> walk.workingDays();
            case Term.WorkingHours _ -> walk.slots(walk.run.from(), walk.run.due(), true);
            case Term.CalendarDays _ -> walk.calendarDays();
            case Term.ClockHours(int n) ->
                walk.add(
                        n * 60L,
                        Step.Kind.WORKED,
                        Rule.CLOCK_HOURS,
                        Reason.CLOCK_RUNS,
                        walk.run.from(),
                        walk.run.due());
            case Term.Months(int n) -> walk.months(n);
            case Term.SameDay _ -> walk.sameDay();
            case Term.Immediate() -> walk.start(Rule.IMMEDIATE, Reason.AT_ONCE, walk.run.due());
            case Term.Composite _ -> throw new IllegalArgumentException("Stages are explained one by one");
        }
        return walk;
    }

    /** What lies between the receipt and the moment from which it counts. */
    private void toTheStart(Term term) {
        if (isByReceipt(term) || term instanceof Term.ClockHours) {
            return;
        }
        long start = WorkingTime.dayOf(run.from());
        for (long day = run.receivedDay(); day < start; day++) {
            if (time.isWorkingDay(day)) {
                add(0, Step.Kind.START_DAY, Rule.START, Reason.AFTER_CLOSING, run.received(), midnightAfter(day));
            } else {
                skipped(day, Math.max(run.received(), WorkingTime.startOf(day)), Rule.DAYS_OFF);
            }
        }
        if (run.receivedDay() == start && run.received() < run.from()) {
            add(0, Step.Kind.START_DAY, Rule.START, Reason.BEFORE_OPENING, run.received(), run.from());
        }
    }

    /** Whether the day of receipt is the one that does not count, although nothing more was worked on it. */
    private boolean isByReceipt(Term term) {
        return run.uncounted() < WorkingTime.dayOf(run.from())
                && (term instanceof Term.WorkingDays
                        || term instanceof Term.CalendarDays
                        || term instanceof Term.Months);
    }

    private void startDay(Rule rule) {
        if (run.uncounted() < WorkingTime.dayOf(run.from())) {
            add(
                    0,
                    Step.Kind.START_DAY,
                    Rule.DAY_OF_RECEIPT,
                    Reason.DAY_OF_RECEIPT_NOT_COUNTED,
                    run.received(),
                    midnightAfter(run.uncounted()));
        } else {
            start(rule, Reason.START_DAY_NOT_COUNTED, midnightAfter(run.uncounted()));
        }
    }

    private void workingDays() {
        if (run.uncounted() < WorkingTime.dayOf(run.from())) {
            startDay(Rule.WORKING_DAYS);
        } else {
            start(Rule.WORKING_DAYS, Reason.START_DAY_NOT_COUNTED, time.closing(run.uncounted()));
        }
        for (long day = run.uncounted() + 1; day <= run.dueDay(); day++) {
            if (time.isWorkingDay(day)) {
                worked(1, Rule.WORKING_DAYS, Reason.DAY_COUNTED, time.opening(day), time.closing(day));
            } else {
                skipped(day, WorkingTime.startOf(day), Rule.DAYS_OFF);
            }
        }
    }

    /**
     * The working time between two moments, and what is not worked between.
     *
     * @param counts whether it uses up the term
     */
    void slots(long from, long to, boolean counts) {
        long day = WorkingTime.dayOf(from);
        if (counts && from == time.closing(day)) {
            add(0, Step.Kind.START_DAY, Rule.WORKING_HOURS, Reason.NOTHING_LEFT_OF_DAY, from, from);
        }
        for (; day <= WorkingTime.dayOf(to); day++) {
            if (time.isWorkingDay(day)) {
                slotsOf(day, from, to, counts);
            } else {
                skipped(day, Math.max(from, WorkingTime.startOf(day)), Rule.DAYS_OFF);
            }
        }
    }

    private void slotsOf(long day, long from, long to, boolean counts) {
        for (int slot = time.firstSlot(day); slot < time.slotsUntil(day); slot++) {
            lunchBefore(slot, from, to);
            long begin = Math.max(from, time.from(slot));
            long end = Math.min(to, time.to(slot));
            if (begin < end && counts) {
                worked(minutes(end - begin), Rule.WORKING_HOURS, Reason.HOURS_COUNTED, begin, end);
            } else if (begin < end) {
                add(0, Step.Kind.END_MOVED, Rule.PAUSE, Reason.PAUSE_GIVEN_BACK, begin, end);
            }
        }
    }

    /** The break before a slot, as far as it lies between two moments; none before the first of a day. */
    void lunchBefore(int slot, long from, long to) {
        long day = WorkingTime.dayOf(time.from(slot));
        if (slot == time.firstSlot(day)) {
            return;
        }
        long begin = Math.max(from, time.to(slot - 1));
        long end = Math.min(to, time.from(slot));
        if (begin < end) {
            add(0, Step.Kind.LUNCH, Rule.WORKING_HOURS, Reason.LUNCH_BREAK, begin, end);
        }
    }

    private void calendarDays() {
        startDay(Rule.CALENDAR_DAYS);
        for (long day = run.uncounted() + 1; day <= run.end(); day++) {
            long start = WorkingTime.startOf(day);
            long end = Math.min(midnightAfter(day), run.due());
            if (time.isWorkingDay(day)) {
                worked(1, Rule.CALENDAR_DAYS, Reason.DAY_COUNTED, start, end);
            } else if (isWeekend(day)) {
                add(1, Step.Kind.WEEKEND, Rule.CALENDAR_DAYS, Reason.WEEKEND_COUNTED, start, end);
            } else {
                add(1, Step.Kind.HOLIDAY, Rule.CALENDAR_DAYS, Reason.DAY_OFF_COUNTED, start, end);
            }
        }
        if (endMoves) {
            moved(run.end(), run.dueDay(), Rule.END, Reason.END_MOVED);
        }
    }

    private void months(int n) {
        startDay(Rule.MONTHS);
        long from = midnightAfter(run.uncounted());
        for (int month = 1; month <= n; month++) {
            long end = midnightAfter(Run.date(run.uncounted()).plusMonths(month).toEpochDay());
            add(1, Step.Kind.WORKED, Rule.MONTHS, Reason.MONTH_COUNTED, from, Math.min(end, run.due()));
            from = end;
        }
        if (endMoves) {
            moved(run.end(), run.dueDay(), Rule.END, Reason.END_MOVED);
        }
    }

    private void sameDay() {
        long start = WorkingTime.dayOf(run.from());
        boolean late = start < run.dueDay();
        Reason reason = late ? Reason.AFTER_CUT_OFF : Reason.ANSWERED_SAME_DAY;
        start(Rule.SAME_DAY, reason, time.closing(start));
        moved(start, run.dueDay(), Rule.SAME_DAY, Reason.ANSWERED_NEXT_DAY);
    }

    /** The days off on which the term could not end, and the working day on which it does. */
    void moved(long end, long dueDay, Rule rule, Reason reason) {
        for (long day = end + 1; day <= dueDay; day++) {
            if (day == dueDay) {
                add(0, Step.Kind.END_MOVED, rule, reason, time.opening(day), time.closing(day));
            } else if (!time.isWorkingDay(day)) {
                skipped(day, WorkingTime.startOf(day), Rule.DAYS_OFF);
            }
        }
    }

    private void start(Rule rule, Reason reason, long to) {
        add(0, Step.Kind.START_DAY, rule, reason, run.from(), to);
    }

    private void skipped(long day, long from, Rule rule) {
        boolean weekend = isWeekend(day);
        Step.Kind kind = weekend ? Step.Kind.WEEKEND : Step.Kind.HOLIDAY;
        Reason reason = weekend ? Reason.WEEKEND_SKIPPED : isClosed(day) ? Reason.CLOSED : Reason.DAY_OFF_SKIPPED;
        add(0, kind, rule, reason, from, midnightAfter(day));
    }

    private boolean isWeekend(long day) {
        return time.calendar().kindOf(Run.date(day)) == DayKind.WEEKEND;
    }

    /** Whether only this agency does not work. */
    private boolean isClosed(long day) {
        return time.calendar().isWorkingDay(Run.date(day));
    }

    private void worked(long counted, Rule rule, Reason reason, long from, long to) {
        if (time.calendar().kindOf(Run.date(WorkingTime.dayOf(from))) == DayKind.WORKED_WEEKEND) {
            add(counted, Step.Kind.WORKED_SATURDAY, rule, Reason.WORKED_IN_EXCHANGE, from, to);
        } else {
            add(counted, Step.Kind.WORKED, rule, reason, from, to);
        }
    }

    void add(long counted, Step.Kind kind, Rule rule, Reason reason, long from, long to) {
        LocalDate day = Run.date(WorkingTime.dayOf(from));
        add(counted, kind, rule, reason, from, to, reason.isAboutOneDay() ? Occasion.of(day, time) : Optional.empty());
    }

    void add(long counted, Step.Kind kind, Rule rule, Reason reason, long from, long to, Optional<Occasion> occasion) {
        steps.add(new Step(
                Run.date(WorkingTime.dayOf(from)),
                WorkingTime.instant(from),
                WorkingTime.instant(to),
                counted,
                kind,
                rule,
                reason,
                occasion));
    }

    /** Whole minutes of the running total, so that seconds are neither lost nor counted twice. */
    private long minutes(long nanos) {
        long before = TimeUnit.NANOSECONDS.toMinutes(worked);
        worked += nanos;
        return TimeUnit.NANOSECONDS.toMinutes(worked) - before;
    }

    private static long midnightAfter(long day) {
        return WorkingTime.startOf(day + 1);
    }
}
