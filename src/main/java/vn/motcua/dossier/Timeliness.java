package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;

/**
 * How a finished dossier stands to its due moment, by the two definitions that compare it: OT-1 by day (form II.06), OT-2
 * by moment (index 766). Early is, in both, finished on an earlier day in Viet Nam.
 *
 * @param finishedOn the day in Viet Nam
 * @param dueOn empty when no due moment could be computed; then it is in a class of its own, never "on time"
 */
public record Timeliness(LocalDate finishedOn, Optional<LocalDate> dueOn, Outcome byDay, Outcome byMoment) {

    /** The class of a resolved dossier. */
    public enum Outcome {
        EARLY,
        ON_TIME,
        OVERDUE,
        WITHOUT_DUE,
        /** Its clock never started; figures count it with those without a due moment. */
        NOT_STARTED
    }

    public static Timeliness of(Instant finishedAt, Optional<Instant> dueAt) {
        LocalDate finishedOn = dayOf(finishedAt);
        return dueAt.map(due -> against(finishedAt, finishedOn, due))
                .orElseGet(
                        () -> new Timeliness(finishedOn, Optional.empty(), Outcome.WITHOUT_DUE, Outcome.WITHOUT_DUE));
    }

    /** Of a dossier whose clock never started: it cannot have been on time. */
    public static Timeliness notStarted(Instant finishedAt) {
        return new Timeliness(dayOf(finishedAt), Optional.empty(), Outcome.NOT_STARTED, Outcome.NOT_STARTED);
    }

    /** True when it ended on the due day but after the due moment: on time by day, overdue by moment. */
    public boolean isLateOnTheDueDay() {
        return byDay == Outcome.ON_TIME && byMoment == Outcome.OVERDUE;
    }

    private static Timeliness against(Instant finishedAt, LocalDate finishedOn, Instant due) {
        LocalDate dueOn = dayOf(due);
        if (finishedOn.isBefore(dueOn)) {
            return new Timeliness(finishedOn, Optional.of(dueOn), Outcome.EARLY, Outcome.EARLY);
        }
        Outcome byDay = finishedOn.equals(dueOn) ? Outcome.ON_TIME : Outcome.OVERDUE;
        Outcome byMoment = finishedAt.isAfter(due) ? Outcome.OVERDUE : Outcome.ON_TIME;
        return new Timeliness(finishedOn, Optional.of(dueOn), byDay, byMoment);
    }

    /** The day in Viet Nam. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
    }
}
