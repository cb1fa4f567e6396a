package vn.motcua.reporting;

import java.util.List;
import vn.motcua.dossier.Measure;

/**
 * What a row was before a period and what it is when its end is judged; the classes of every definition follow (ADR 16).
 *
 * @param before sums through the day before the first
 * @param through sums through the last day, against the due moment
 * @param first what to add to both for the first promise
 * @param late those that became late on the last day, when it is not over at the judged moment
 */
public record Movement(Sums before, Sums through, First first, boolean isMidDay, Late late) {

    /** What to add to the sums when lateness is judged against the first promise. */
    public record First(Sums before, Sums through) {

        public static final First NONE = new First(Sums.NONE, Sums.NONE);

        First plus(First other) {
            return new First(before.plus(other.before), through.plus(other.through));
        }
    }

    public static Movement none(boolean isMidDay) {
        return new Movement(Sums.NONE, Sums.NONE, First.NONE, isMidDay, Late.NONE);
    }

    /** From the beginning of the first of consecutive spans to the end of the last. */
    public static Movement over(List<Movement> spans) {
        Movement from = spans.getFirst();
        Movement to = spans.getLast();
        return new Movement(
                from.before, to.through, new First(from.first.before, to.first.through), to.isMidDay, to.late);
    }

    /** The sums of two rows that are judged at the same moment. */
    public Movement plus(Movement other) {
        return new Movement(
                before.plus(other.before),
                through.plus(other.through),
                first.plus(other.first),
                isMidDay,
                late.plus(other.late));
    }

    /** By moment, what ended late on its due day is overdue; by day it is on time. */
    public Counts classes(Definition definition) {
        return switch (definition.against()) {
            case DUE -> classes(before, through, definition.precision(), late.byDue());
            case FIRST_PROMISE ->
                classes(
                        before.plus(first.before()),
                        through.plus(first.through()),
                        definition.precision(),
                        late.byFirstPromise());
        };
    }

    private Counts classes(Sums from, Sums to, Definition.Precision precision, long lateToday) {
        boolean byMoment = precision == Definition.Precision.MOMENT;
        long sameDayLate = byMoment ? between(from, to, Measure.SAME_DAY_LATE) : 0;
        long overdue = pendingOverdue(to, byMoment, lateToday);
        long notStarted = to.of(Measure.NOT_STARTED_OPEN);
        long paused = to.of(Measure.PAUSED_OPEN) + notStarted;
        long withoutDue = to.of(Measure.RECEIVED_WITHOUT_DUE) - to.of(Measure.RESOLVED_WITHOUT_DUE);
        return new Counts(
                between(from, to, Measure.RECEIVED),
                from.open(),
                between(from, to, Measure.EARLY),
                between(from, to, Measure.ON_TIME) - sameDayLate,
                between(from, to, Measure.OVERDUE) + sameDayLate,
                between(from, to, Measure.WITHDRAWN),
                between(from, to, Measure.STOPPED),
                between(from, to, Measure.RESOLVED_WITHOUT_DUE),
                to.open() - withoutDue - paused - overdue,
                overdue,
                paused,
                withoutDue,
                between(from, to, Measure.STOPPED_OVERDUE)
                        + (byMoment ? between(from, to, Measure.STOPPED_SAME_DAY_LATE) : 0),
                between(from, to, Measure.WITHDRAWN_OVERDUE)
                        + (byMoment ? between(from, to, Measure.WITHDRAWN_SAME_DAY_LATE) : 0),
                notStarted);
    }

    /** What is due on the last day can still end on it by day; by moment it cannot once the day is over. */
    private long pendingOverdue(Sums to, boolean byMoment, long lateToday) {
        long dueBeforeTheLastDay = to.of(Measure.DUE_OPEN) - to.dueOnLastDay() - to.left();
        if (!byMoment) {
            return dueBeforeTheLastDay;
        }
        return dueBeforeTheLastDay + (isMidDay ? lateToday : to.dueOnLastDay());
    }

    /** True when a dossier was there in the period. */
    public boolean holdsAnything() {
        return between(before, through, Measure.RECEIVED) + before.open() > 0;
    }

    /** How the desk answered, by moment. */
    public IntakeCounts intake() {
        long late = through.of(Measure.INTAKE_DUE_OPEN)
                - through.of(Measure.INTAKE_LEFT)
                - (isMidDay ? through.intakeDueOnLastDay() - this.late.atIntake() : 0);
        return new IntakeCounts(
                between(before, through, Measure.FILED),
                before.openIntake(),
                between(before, through, Measure.ACCEPTED_IN_TIME),
                between(before, through, Measure.ACCEPTED_LATE),
                between(before, through, Measure.REFUSED_IN_TIME),
                between(before, through, Measure.REFUSED_LATE),
                between(before, through, Measure.ASKED_IN_TIME),
                between(before, through, Measure.ASKED_LATE),
                between(before, through, Measure.WITHDRAWN_BEFORE),
                through.openIntake() - late,
                late);
    }

    private static long between(Sums from, Sums to, Measure measure) {
        return to.of(measure) - from.of(measure);
    }
}
