package vn.motcua.deadline;

import static vn.motcua.calendar.WorkingTime.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.Term;

/**
 * A term from where it last began to count, with what stood in its way since: where it stands after each thing that
 * happened, in their order.
 */
final class Leg {

    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    private final Run run;
    private final Term term;
    private final WorkingTime time;
    private final List<Standstill> given = new ArrayList<>();
    private final List<Interruption> tooLate = new ArrayList<>();
    private long anchor;
    private long anchorDay;
    private long stood;
    private long due;
    private Optional<Standstill> open = Optional.empty();
    private Optional<Extension> extended = Optional.empty();

    Leg(Run run, Term term, WorkingTime time) {
        this.run = run;
        this.term = term;
        this.time = time;
        this.anchor = run.due();
        this.anchorDay = run.end();
        this.due = run.due();
    }

    Run run() {
        return run;
    }

    /** Every standstill that counted, ended ones only. */
    List<Standstill> given() {
        return given;
    }

    /** What began after the due moment. */
    List<Interruption> tooLate() {
        return tooLate;
    }

    /** The standstill that lasts. */
    Optional<Standstill> open() {
        return open;
    }

    Optional<Extension> extended() {
        return extended;
    }

    /** As far as it is known; while it stands still, as if it began to run at once. */
    long due() {
        return due;
    }

    /** The due moment without what was given back since it was last set. */
    long anchor() {
        return anchor;
    }

    /** The day that whole days are given back to. */
    long anchorDay() {
        return anchorDay;
    }

    /** How many whole days are given back; none to a term that is not in calendar days. */
    long daysBack() {
        return isInCalendarDays() ? Math.ceilDiv(stood, DAY) : 0;
    }

    /** Whether something that begins then comes in time to move the due moment. */
    boolean isInTime(long moment) {
        return due != UNKNOWN && moment <= due;
    }

    /** One more standstill; they come in the order of their beginnings and never overlap. */
    void stand(Standstill standstill) {
        if (open.isPresent()
                || standstill.to().filter(end -> end <= run.received()).isPresent()) {
            return;
        }
        if (!isInTime(standstill.from())) {
            tooLate.addAll(standstill.parts());
            return;
        }
        if (standstill.to().isEmpty()) {
            open = Optional.of(standstill);
            return;
        }
        given.add(standstill);
        stood += lost(standstill);
        long back = stood == 0 ? anchor : back();
        due = back == UNKNOWN ? UNKNOWN : outside(standstill.to().get(), Math.max(due, back));
    }

    /** A new due moment instead. */
    void extend(Extension extension) {
        extended = Optional.of(extension);
        anchor = WorkingTime.local(extension.newDueAt());
        anchorDay = WorkingTime.dayOf(anchor);
        stood = 0;
        due = anchor;
    }

    /** What is left of the term at a moment, in nanoseconds; less than nothing after the due moment. */
    long remaining(long moment) {
        long at = open.map(Standstill::from).orElse(moment);
        long from = Math.max(at, counting());
        return measured(from, due) - standing(from);
    }

    /** From when the term is used up. */
    long counting() {
        return switch (term) {
            case Term.WorkingDays _, Term.CalendarDays _, Term.Months _ -> WorkingTime.startOf(run.uncounted() + 1);
            case Term.SameDay _ ->
                run.dueDay() > WorkingTime.dayOf(run.from()) ? WorkingTime.startOf(run.dueDay()) : run.from();
            case Term.WorkingHours _, Term.ClockHours _, Term.Immediate _, Term.Composite _ -> run.from();
        };
    }

    boolean dependsOnForecast() {
        return given.stream().flatMap(still -> still.parts().stream()).anyMatch(Interruption::forecast)
                || Deadlines.dependsOnForecast(run, term, time)
                || (due != run.due() && time.hasForecast(run.dueDay(), Math.max(run.dueDay(), WorkingTime.dayOf(due))));
    }

    private long measured(long from, long to) {
        return term instanceof Term.ClockHours ? to - from : time.workedBy(to) - time.workedBy(from);
    }

    /** What a moment still has before it of standstills whose end is known: nothing of the term is used up in them. */
    private long standing(long moment) {
        return given.stream()
                .filter(still -> still.to().orElseThrow() > moment)
                .mapToLong(still ->
                        measured(Math.max(moment, still.from()), still.to().orElseThrow()))
                .sum();
    }

    private long lost(Standstill ended) {
        long begin = Math.max(ended.from(), counting());
        long to = ended.to().orElseThrow();
        if (to <= begin || isOutageAtRest(ended)) {
            return 0;
        }
        return isInCalendarDays() || term instanceof Term.ClockHours ? to - begin : measured(begin, to);
    }

    /** Whether an outage took no working time: days and months, which run at night as well, lost none of their days by it. */
    boolean isOutageAtRest(Standstill ended) {
        return isInCalendarDays()
                && ended.isOutage()
                && measured(Math.max(ended.from(), counting()), ended.to().orElseThrow()) <= 0;
    }

    private boolean isInCalendarDays() {
        return term instanceof Term.CalendarDays || term instanceof Term.Months;
    }

    /** Nothing is due while the clock stands still: where nothing was left of the term, it is when work goes on. */
    private long outside(long end, long due) {
        if (end <= due) {
            return due;
        }
        if (!isInCalendarDays()) {
            return time.sameOrNextWorked(end);
        }
        long day = WorkingTime.dayOf(end);
        long last = time.isWorkingDay(day) && end <= time.ordinaryClosing(day) ? day : time.workingDayAfter(day, 1);
        return last == UNKNOWN ? UNKNOWN : time.ordinaryClosing(last);
    }

    private long back() {
        if (term instanceof Term.ClockHours) {
            return anchor + stood;
        }
        if (isInCalendarDays()) {
            long last = time.sameOrNextWorkingDay(anchorDay + daysBack());
            return last == UNKNOWN ? UNKNOWN : time.ordinaryClosing(last);
        }
        return time.whenWorked(time.workedBy(anchor) + stood);
    }
}
