package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** The legal clock. The same inputs always give the same moment; nothing here knows what time it is. */
public final class Deadlines {

    /** The clerk answers an online filing within eight working hours (Decree 118/2025 article 17.2). */
    public static final Term INTAKE_ANSWER = new Term.WorkingHours(8);

    private Deadlines() {}

    /** The due moment alone. */
    public static Computation due(Instant receivedAt, Term term, WorkingTime time) {
        return due(receivedAt, term, FirstDay.OF_OPENING, time);
    }

    /** The due moment alone, by a reading of the first day. */
    public static Computation due(Instant receivedAt, Term term, FirstDay firstDay, WorkingTime time) {
        if (term instanceof Term.ClockHours(int hours)) {
            return new Computation.Due(byTheWallClock(receivedAt, hours, time));
        }
        Optional<OutsideCalendar> outside = outside(receivedAt, time.calendar());
        if (outside.isPresent()) {
            return outside.get();
        }
        Run run = run(receivedAt, term, firstDay, time);
        return run == null ? after(time.calendar()) : new Computation.Due(deadline(run, term, time));
    }

    /** The due moment and every step to it. */
    public static Explanation explain(Instant receivedAt, Term term, WorkingTime time) {
        return explain(receivedAt, term, FirstDay.OF_OPENING, time);
    }

    /** The due moment and every step to it, by a reading of the first day. */
    public static Explanation explain(Instant receivedAt, Term term, FirstDay firstDay, WorkingTime time) {
        if (term instanceof Term.ClockHours(int hours)) {
            Deadline deadline = byTheWallClock(receivedAt, hours, time);
            return new Explanation.Explained(deadline, List.of(Step.byTheWallClock(deadline, hours)));
        }
        Optional<OutsideCalendar> outside = outside(receivedAt, time.calendar());
        if (outside.isPresent()) {
            return outside.get();
        }
        Run run = run(receivedAt, term, firstDay, time);
        return run == null
                ? after(time.calendar())
                : new Explanation.Explained(deadline(run, term, time), Steps.of(run, term, time));
    }

    /** By when the clerk must accept, refuse or ask for more. */
    public static Computation intakeAnswerDue(Instant filedAt, WorkingTime time) {
        return due(filedAt, INTAKE_ANSWER, time);
    }

    static Optional<OutsideCalendar> outside(Instant receivedAt, WorkingCalendar calendar) {
        if (calendar.beginsAfter(receivedAt)) {
            return Optional.of(new OutsideCalendar(OutsideCalendar.Side.BEFORE, calendar.knownFrom()));
        }
        return calendar.endsBefore(receivedAt) ? Optional.of(after(calendar)) : Optional.empty();
    }

    static OutsideCalendar after(WorkingCalendar calendar) {
        return new OutsideCalendar(OutsideCalendar.Side.AFTER, calendar.knownUntil());
    }

    /** Asks no calendar, and so knows no edge of it. */
    private static Deadline byTheWallClock(Instant receivedAt, int hours, WorkingTime time) {
        return new Deadline(
                receivedAt.plus(Duration.ofHours(hours)),
                receivedAt,
                time.calendar().version(),
                Rule.VERSION,
                false);
    }

    private static @Nullable Run run(Instant receivedAt, Term term, FirstDay firstDay, WorkingTime time) {
        return new Clock(time, firstDay).run(WorkingTime.local(receivedAt), term);
    }

    private static Deadline deadline(Run run, Term term, WorkingTime time) {
        return new Deadline(
                WorkingTime.instant(run.due()),
                WorkingTime.instant(run.from()),
                time.calendar().version(),
                Rule.VERSION,
                dependsOnForecast(run, term, time));
    }

    /** A forecast matters where days off are skipped: not inside a term that counts them. */
    static boolean dependsOnForecast(Run run, Term term, WorkingTime time) {
        return switch (term) {
            case Term.ClockHours _ -> false;
            case Term.CalendarDays _, Term.Months _ ->
                time.hasForecast(run.receivedDay(), Math.max(run.receivedDay(), WorkingTime.dayOf(run.from())))
                        || time.hasForecast(run.end(), run.dueDay());
            case Term.WorkingDays _, Term.WorkingHours _, Term.SameDay _, Term.Immediate _ ->
                time.hasForecast(run.receivedDay(), run.dueDay());
        };
    }
}
