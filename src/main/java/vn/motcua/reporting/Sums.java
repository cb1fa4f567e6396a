package vn.motcua.reporting;

import java.util.EnumMap;
import java.util.Map;
import vn.motcua.dossier.Measure;

/**
 * All measures of one row, summed from the first day of the log through one day. Any figure of a period is a difference of
 * two such sums.
 */
public final class Sums {

    public static final Sums NONE = new Sums(Map.of(), 0, 0);

    private final Map<Measure, Long> totals;
    private final long dueOnLastDay;
    private final long intakeDueOnLastDay;

    private Sums(Map<Measure, Long> totals, long dueOnLastDay, long intakeDueOnLastDay) {
        this.totals = totals;
        this.dueOnLastDay = dueOnLastDay;
        this.intakeDueOnLastDay = intakeDueOnLastDay;
    }

    /**
     * Sums of measures.
     *
     * @param dueOnLastDay of {@link Measure#DUE_OPEN}: on the last day itself
     * @param intakeDueOnLastDay of {@link Measure#INTAKE_DUE_OPEN}: on the last day itself
     */
    public static Sums of(Map<Measure, Long> totals, long dueOnLastDay, long intakeDueOnLastDay) {
        Map<Measure, Long> all = new EnumMap<>(Measure.class);
        totals.forEach((measure, total) -> {
            if (total != 0) {
                all.put(measure, total);
            }
        });
        return new Sums(all, dueOnLastDay, intakeDueOnLastDay);
    }

    public long of(Measure measure) {
        return totals.getOrDefault(measure, 0L);
    }

    long dueOnLastDay() {
        return dueOnLastDay;
    }

    long intakeDueOnLastDay() {
        return intakeDueOnLastDay;
    }

    public Sums plus(Sums other) {
        Map<Measure, Long> sum = new EnumMap<>(Measure.class);
        sum.putAll(totals);
        other.totals.forEach((measure, total) -> sum.merge(measure, total, Long::sum));
        return of(sum, dueOnLastDay + other.dueOnLastDay, intakeDueOnLastDay + other.intakeDueOnLastDay);
    }

    long open() {
        return of(Measure.RECEIVED)
                - of(Measure.EARLY)
                - of(Measure.ON_TIME)
                - of(Measure.OVERDUE)
                - of(Measure.RESOLVED_WITHOUT_DUE)
                - of(Measure.WITHDRAWN)
                - of(Measure.STOPPED);
    }

    long openIntake() {
        return of(Measure.FILED)
                - of(Measure.ACCEPTED_IN_TIME)
                - of(Measure.ACCEPTED_LATE)
                - of(Measure.REFUSED_IN_TIME)
                - of(Measure.REFUSED_LATE)
                - of(Measure.ASKED_IN_TIME)
                - of(Measure.ASKED_LATE)
                - of(Measure.WITHDRAWN_BEFORE);
    }

    /** Those that ended on a later day than they were due. */
    long left() {
        return of(Measure.OVERDUE) + of(Measure.WITHDRAWN_OVERDUE) + of(Measure.STOPPED_OVERDUE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums
                && totals.equals(sums.totals)
                && dueOnLastDay == sums.dueOnLastDay
                && intakeDueOnLastDay == sums.intakeDueOnLastDay;
    }

    @Override
    public int hashCode() {
        return totals.hashCode();
    }

    @Override
    public String toString() {
        return totals + ", due on the last day " + dueOnLastDay + " and " + intakeDueOnLastDay;
    }
}
