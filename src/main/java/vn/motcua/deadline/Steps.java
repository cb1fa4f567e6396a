package vn.motcua.deadline;

import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.Term;

/**
 * Says what each stretch of a run is, by the entries of the same index in which the {@link Clock} found its end. It counts by
 * itself, so that its sum bears out the arithmetic.
 */
final class Steps {

    private final Run run;
    private final WorkingTime time;
    private final StepList list;
    private final boolean endMoves;
    private long worked;

    private Steps(Run run, WorkingTime time, boolean endMoves) {
        this.run = run;
        this.time = time;
        this.list = new StepList(time);
        this.endMoves = endMoves;
    }

    static List<Step> of(Run run, Term term, WorkingTime time) {
        return walk(run, term, time, true).list.added();
    }

    /** The same, still open for what stood in its way. */
    static Steps walk(Run run, Term term, WorkingTime time, boolean endMoves) {
        return of(term, new Steps(run, time, endMoves));
    }

    StepList list() {
        return list;
    }

    private static Steps of(Term term, Steps walk) {
        walk.toTheStart(term);
        switch (term) {
            case Term.WorkingDays _ -> walk.workingDays();
            case Term.WorkingHours _ -> walk.slots(walk.run.from(), walk.run.due(), true);
            case Term.CalendarDays _ -> walk.calendarDays();
            case Term.ClockHours(int n) ->
                walk.list.add(
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
                list.add(
                        0,
                        Step.Kind.START_DAY,
                        Rule.START,
                        Reason.AFTER_CLOSING,
                        run.received(),
                        StepList.midnightAfter(day));
            } else {
                list.skipped(day, Math.max(run.received(), WorkingTime.startOf(day)), Rule.DAYS_OFF);
            }
        }
        if (run.receivedDay() == start && run.received() < run.from()) {
            list.add(0, Step.Kind.START_DAY, Rule.START, Reason.BEFORE_OPENING, run.received(), run.from());
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
            list.add(
                    0,
                    Step.Kind.START_DAY,
                    Rule.DAY_OF_RECEIPT,
                    Reason.DAY_OF_RECEIPT_NOT_COUNTED,
                    run.received(),
                    StepList.midnightAfter(run.uncounted()));
        } else {
            start(rule, Reason.START_DAY_NOT_COUNTED, StepList.midnightAfter(run.uncounted()));
        }
    }

    private void workingDays() {
        if (run.uncounted() < WorkingTime.dayOf(run.from())) {
            startDay(Rule.WORKING_DAYS);
        } else {
            start(Rule.WORKING_DAYS, Reason.START_DAY_NOT_COUNTED, time.ordinaryClosing(run.uncounted()));
        }
        for (long day = run.uncounted() + 1; day <= run.dueDay(); day++) {
            if (time.isWorkingDay(day)) {
                worked(1, Rule.WORKING_DAYS, Reason.DAY_COUNTED, time.opening(day), time.closing(day));
                list.closedEarly(day, time.closing(day), Rule.WHOLE_DAY, Reason.DAY_IS_WHOLE);
            } else {
                list.skipped(day, WorkingTime.startOf(day), Rule.DAYS_OFF);
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
        if (counts && from >= time.closing(day)) {
            list.add(0, Step.Kind.START_DAY, Rule.WORKING_HOURS, Reason.NOTHING_LEFT_OF_DAY, from, from);
        }
        for (; day <= WorkingTime.dayOf(to); day++) {
            if (time.isWorkingDay(day)) {
                slotsOf(day, from, to, counts);
            } else {
                list.skipped(day, Math.max(from, WorkingTime.startOf(day)), Rule.DAYS_OFF);
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
                list.add(0, Step.Kind.END_MOVED, Rule.PAUSE, Reason.PAUSE_GIVEN_BACK, begin, end);
            }
        }
        if (time.ordinaryClosing(day) <= to) {
            list.closedEarly(day, Math.max(from, time.closing(day)), Rule.WORKING_HOURS, Reason.CLOSED_EARLY);
        }
    }

    /** The break or closure before a slot, as far as it lies between two moments; none before the first of a day. */
    void lunchBefore(int slot, long from, long to) {
        long day = WorkingTime.dayOf(time.from(slot));
        if (slot == time.firstSlot(day)) {
            return;
        }
        long begin = Math.max(from, time.to(slot - 1));
        long end = Math.min(to, time.from(slot));
        if (begin < end) {
            Reason reason = time.isOrdinarilyWorked(begin, end) ? Reason.CLOSED : Reason.LUNCH_BREAK;
            list.add(0, Step.Kind.LUNCH, Rule.WORKING_HOURS, reason, begin, end);
        }
    }

    private void calendarDays() {
        startDay(Rule.CALENDAR_DAYS);
        for (long day = run.uncounted() + 1; day <= run.end(); day++) {
            long start = WorkingTime.startOf(day);
            long end = Math.min(StepList.midnightAfter(day), run.due());
            if (time.isWorkingDay(day)) {
                list.untilDue(
                        1,
                        list.workedKind(start),
                        Rule.CALENDAR_DAYS,
                        list.workedReason(start, Reason.DAY_COUNTED),
                        start,
                        end);
            } else if (list.isWeekend(day)) {
                list.add(1, Step.Kind.WEEKEND, Rule.CALENDAR_DAYS, Reason.WEEKEND_COUNTED, start, end);
            } else {
                list.add(1, Step.Kind.HOLIDAY, Rule.CALENDAR_DAYS, Reason.DAY_OFF_COUNTED, start, end);
            }
        }
        if (endMoves) {
            moved(run.end(), run.dueDay(), Rule.END, Reason.END_MOVED);
        }
    }

    private void months(int n) {
        startDay(Rule.MONTHS);
        long from = StepList.midnightAfter(run.uncounted());
        for (int month = 1; month <= n; month++) {
            long end = StepList.midnightAfter(
                    Run.date(run.uncounted()).plusMonths(month).toEpochDay());
            list.untilDue(1, Step.Kind.WORKED, Rule.MONTHS, Reason.MONTH_COUNTED, from, Math.min(end, run.due()));
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
        list.untilDue(0, Step.Kind.START_DAY, Rule.SAME_DAY, reason, run.from(), time.ordinaryClosing(start));
        moved(start, run.dueDay(), Rule.SAME_DAY, Reason.ANSWERED_NEXT_DAY);
    }

    /** The days off on which the term could not end, and the working day on which it does. */
    void moved(long end, long dueDay, Rule rule, Reason reason) {
        for (long day = end + 1; day <= dueDay; day++) {
            if (day == dueDay) {
                list.untilDue(0, Step.Kind.END_MOVED, rule, reason, time.opening(day), time.ordinaryClosing(day));
            } else if (!time.isWorkingDay(day)) {
                list.skipped(day, WorkingTime.startOf(day), Rule.DAYS_OFF);
            }
        }
    }

    private void start(Rule rule, Reason reason, long to) {
        list.add(0, Step.Kind.START_DAY, rule, reason, run.from(), to);
    }

    private void worked(long counted, Rule rule, Reason reason, long from, long to) {
        list.add(counted, list.workedKind(from), rule, list.workedReason(from, reason), from, to);
    }

    /** Whole minutes of the running total, so that seconds are neither lost nor counted twice. */
    private long minutes(long nanos) {
        long before = TimeUnit.NANOSECONDS.toMinutes(worked);
        worked += nanos;
        return TimeUnit.NANOSECONDS.toMinutes(worked) - before;
    }
}
