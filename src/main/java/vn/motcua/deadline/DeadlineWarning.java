package vn.motcua.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingTime;

/**
 * A warning that a clock runs out. A due moment that moves has other warnings: each point of each due moment comes once.
 *
 * @param at when it shall come
 */
public record DeadlineWarning(Instant at, ClockKind clock, WarningPoint point, Instant dueAt) {

    /**
     * The warnings of a clock, in order: the points after its start and not after its due moment.
     *
     * @param time of the agency that is warned
     */
    public static List<DeadlineWarning> of(
            ClockKind clock, List<WarningPoint> points, Instant startedAt, Instant dueAt, WorkingTime time) {
        return points.stream()
                .flatMap(point -> warning(clock, point, startedAt, dueAt, time).stream())
                .sorted(Comparator.comparing(DeadlineWarning::at))
                .toList();
    }

    private static Optional<DeadlineWarning> warning(
            ClockKind clock, WarningPoint point, Instant startedAt, Instant dueAt, WorkingTime time) {
        return point.at(startedAt, dueAt, time)
                .filter(at -> at.isAfter(startedAt) && !at.isAfter(dueAt))
                .map(at -> new DeadlineWarning(at, clock, point, dueAt));
    }
}
