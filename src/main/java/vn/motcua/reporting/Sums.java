package vn.motcua.reporting;

/**
 * What the counters add up to for one unit; the classes follow from them.
 *
 * @param openBefore accepted and not ended before the first day
 * @param openAfter accepted and not ended by the end of the last day
 * @param sameDayLate of {@code onTime}: after the due moment
 * @param withoutDueAfter of {@code openAfter}: without a due moment
 * @param notStartedAfter of {@code openAfter}: the clock has not started
 * @param dueAndNotInTime due before the day from which nothing is overdue yet, and not resolved in time
 * @param overdueEver resolved overdue by the end of the last day, ever
 * @param lateToday open, due today before now
 */
public record Sums(
        long received,
        long openBefore,
        long openAfter,
        long early,
        long onTime,
        long sameDayLate,
        long overdue,
        long resolvedWithoutDue,
        long withoutDueAfter,
        long notStartedAfter,
        long dueAndNotInTime,
        long overdueEver,
        long lateToday) {

    /** By moment, what ended late on its due day is overdue; by day it is on time. */
    public Counts classes(Definition definition) {
        long moved = switch (definition) {
            case OT_1 -> 0;
            case OT_2 -> sameDayLate;
        };
        long pendingOverdue = dueAndNotInTime - overdueEver + lateToday;
        return new Counts(
                received,
                openBefore,
                early,
                onTime - moved,
                overdue + moved,
                resolvedWithoutDue,
                openAfter - withoutDueAfter - notStartedAfter - pendingOverdue,
                pendingOverdue,
                notStartedAfter,
                withoutDueAfter,
                notStartedAfter);
    }
}
