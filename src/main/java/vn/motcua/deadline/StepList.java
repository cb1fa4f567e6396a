package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.WorkingTime;

/** Steps as they are added, each with the occasion of its day. */
final class StepList {

    private final WorkingTime time;
    private final List<Step> steps = new ArrayList<>();

    StepList(WorkingTime time) {
        this.time = time;
    }

    List<Step> added() {
        return List.copyOf(steps);
    }

    List<Step> inOrder() {
        return steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    }

    /** The rest of a day that would be worked without a half day off or a closure. */
    void closedEarly(long day, long from, Rule rule, Reason reason) {
        long to = time.ordinaryClosing(day);
        if (from < to) {
            add(0, Step.Kind.HOLIDAY, rule, reason, from, to, Occasion.ofEarlyClosing(day, time));
        }
    }

    /** A stretch to a due moment: where the day closes before that, as far as it is worked, and the rest of the day. */
    void untilDue(long counted, Step.Kind kind, Rule rule, Reason reason, long from, long due) {
        long day = WorkingTime.dayOf(due);
        boolean early = time.isWorkingDay(day) && due == time.ordinaryClosing(day) && time.closing(day) < due;
        long end = early ? Math.max(from, time.closing(day)) : due;
        add(counted, kind, rule, reason, from, end);
        if (early) {
            closedEarly(day, end, Rule.WHOLE_DAY, Reason.DAY_IS_WHOLE);
        }
    }

    void skipped(long day, long from, Rule rule) {
        boolean weekend = isWeekend(day);
        Step.Kind kind = weekend ? Step.Kind.WEEKEND : Step.Kind.HOLIDAY;
        Reason reason = weekend ? Reason.WEEKEND_SKIPPED : isClosed(day) ? Reason.CLOSED : Reason.DAY_OFF_SKIPPED;
        add(0, kind, rule, reason, from, midnightAfter(day));
    }

    boolean isWeekend(long day) {
        return time.calendar().kindOf(Run.date(day)) == DayKind.WEEKEND;
    }

    /** Whether only this agency does not work. */
    private boolean isClosed(long day) {
        return time.calendar().isWorkingDay(Run.date(day));
    }

    Step.Kind workedKind(long moment) {
        return isInExchange(moment) ? Step.Kind.WORKED_SATURDAY : Step.Kind.WORKED;
    }

    Reason workedReason(long moment, Reason otherwise) {
        return isInExchange(moment) ? Reason.WORKED_IN_EXCHANGE : otherwise;
    }

    private boolean isInExchange(long moment) {
        return time.calendar().kindOf(Run.date(WorkingTime.dayOf(moment))) == DayKind.WORKED_WEEKEND;
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

    static long midnightAfter(long day) {
        return WorkingTime.startOf(day + 1);
    }
}
