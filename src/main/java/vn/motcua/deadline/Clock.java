package vn.motcua.deadline;

import static vn.motcua.calendar.WorkingTime.UNKNOWN;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** The arithmetic of the rules. Null where the calendar would have to know a later day. */
record Clock(WorkingTime time, FirstDay firstDay) {

    /** The receipt lies in the known span. */
    @Nullable
    Run run(long received, Term term) {
        long day = WorkingTime.dayOf(received);
        return run(received, time.isWorkingDay(day) && received <= time.closing(day), term);
    }

    /** Begun by the due moment of what came before, to which a day belongs as a whole; nobody had to be there to receive it. */
    @Nullable
    Run next(long due, Term term) {
        long day = WorkingTime.dayOf(due);
        return run(due, time.isWorkingDay(day) && due <= time.ordinaryClosing(day), term);
    }

    private @Nullable Run run(long begun, boolean onItsDay, Term term) {
        long from = countedFrom(begun, onItsDay);
        return from == UNKNOWN ? null : run(begun, from, term);
    }

    private long countedFrom(long begun, boolean onItsDay) {
        long day = WorkingTime.dayOf(begun);
        if (onItsDay) {
            return Math.max(begun, time.opening(day));
        }
        long next = time.workingDayAfter(day, 1);
        return next == UNKNOWN ? UNKNOWN : time.opening(next);
    }

    private @Nullable Run run(long received, long from, Term term) {
        long uncounted = WorkingTime.dayOf(firstDay == FirstDay.OF_RECEIPT ? received : from);
        return switch (term) {
            case Term.WorkingDays(int n) -> closing(received, from, uncounted, time.workingDayAfter(uncounted, n));
            case Term.WorkingHours(int n) ->
                plain(received, from, time.whenWorked(time.workedBy(from) + TimeUnit.HOURS.toNanos(n)));
            case Term.CalendarDays(int n) -> moved(received, from, uncounted, uncounted + n);
            case Term.Months(int n) ->
                moved(
                        received,
                        from,
                        uncounted,
                        LocalDate.ofEpochDay(uncounted).plusMonths(n).toEpochDay());
            case Term.SameDay(LocalTime cutOff) ->
                closing(received, from, WorkingTime.dayOf(from), answerDay(received, from, cutOff));
            case Term.Immediate() -> plain(received, from, from);
            case Term.ClockHours(int n) -> plain(received, received, received + TimeUnit.HOURS.toNanos(n));
            case Term.Composite _ -> throw new IllegalArgumentException("Stages run one by one");
        };
    }

    private static @Nullable Run plain(long received, long from, long due) {
        return due == UNKNOWN ? null : Run.plain(received, from, WorkingTime.dayOf(from), due);
    }

    private @Nullable Run closing(long received, long from, long uncounted, long day) {
        return day == UNKNOWN ? null : Run.plain(received, from, uncounted, time.ordinaryClosing(day));
    }

    private @Nullable Run moved(long received, long from, long uncounted, long end) {
        long last = time.sameOrNextWorkingDay(end);
        return last == UNKNOWN ? null : new Run(received, from, uncounted, end, time.ordinaryClosing(last));
    }

    private long answerDay(long received, long from, LocalTime cutOff) {
        long day = WorkingTime.dayOf(from);
        boolean late = day == WorkingTime.dayOf(received) && received > WorkingTime.startOf(day) + cutOff.toNanoOfDay();
        return late ? time.workingDayAfter(day, 1) : day;
    }
}
