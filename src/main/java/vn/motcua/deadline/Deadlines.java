package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/** The legal clock. The same inputs always give the same moment; nothing here knows what time it is. */
public final class Deadlines {

    /** The clerk answers an online filing within eight working hours (Decree 118/2025 article 17.2). */
    public static final Term INTAKE_ANSWER = new Term.WorkingHours(8);

    private Deadlines() {}

    /** The due moment alone. */
    public static Computation due(Instant receivedAt, Term term, WorkingCalendar calendar, OfficeHours hours) {
        Optional<OutsideCalendar> outside = outside(receivedAt, term, calendar);
        if (outside.isPresent()) {
            return outside.get();
        }
        return run(receivedAt, term, calendar, hours)
                .<Computation>map(run -> new Computation.Due(deadline(run, term, calendar)))
                .orElseGet(() -> after(calendar));
    }

    /** The due moment and every step to it. */
    public static Explanation explain(Instant receivedAt, Term term, WorkingCalendar calendar, OfficeHours hours) {
        Optional<OutsideCalendar> outside = outside(receivedAt, term, calendar);
        if (outside.isPresent()) {
            return outside.get();
        }
        return run(receivedAt, term, calendar, hours)
                .<Explanation>map(run ->
                        new Explanation.Explained(deadline(run, term, calendar), Steps.of(run, term, calendar, hours)))
                .orElseGet(() -> after(calendar));
    }

    /** By when the clerk must accept, refuse or ask for more. */
    public static Computation intakeAnswerDue(Instant filedAt, WorkingCalendar calendar, OfficeHours hours) {
        return due(filedAt, INTAKE_ANSWER, calendar, hours);
    }

    private static Optional<OutsideCalendar> outside(Instant receivedAt, Term term, WorkingCalendar calendar) {
        if (term instanceof Term.ClockHours) {
            return Optional.empty();
        }
        if (calendar.beginsAfter(receivedAt)) {
            return Optional.of(new OutsideCalendar(OutsideCalendar.Side.BEFORE, calendar.knownFrom()));
        }
        return calendar.endsBefore(receivedAt) ? Optional.of(after(calendar)) : Optional.empty();
    }

    private static OutsideCalendar after(WorkingCalendar calendar) {
        return new OutsideCalendar(OutsideCalendar.Side.AFTER, calendar.knownUntil());
    }

    private static Optional<Run> run(Instant receivedAt, Term term, WorkingCalendar calendar, OfficeHours hours) {
        return new Clock(calendar, hours).run(WorkingCalendar.local(receivedAt), term);
    }

    private static Deadline deadline(Run run, Term term, WorkingCalendar calendar) {
        return new Deadline(
                WorkingCalendar.instant(run.due()),
                WorkingCalendar.instant(run.from()),
                calendar.version(),
                Rule.VERSION,
                dependsOnForecast(run, term, calendar));
    }

    /** A forecast matters where days off are skipped: not inside a term that counts them. */
    private static boolean dependsOnForecast(Run run, Term term, WorkingCalendar calendar) {
        return switch (term) {
            case Term.ClockHours _ -> false;
            case Term.CalendarDays _, Term.Months _ ->
                calendar.hasForecast(run.received().toLocalDate(), run.startDay())
                        || calendar.hasForecast(run.end(), run.dueDay());
            case Term.WorkingDays _, Term.WorkingHours _, Term.SameDay _, Term.Immediate _ ->
                calendar.hasForecast(run.received().toLocalDate(), run.dueDay());
        };
    }
}
