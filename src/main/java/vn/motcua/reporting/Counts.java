package vn.motcua.reporting;

import java.util.stream.LongStream;

/**
 * The classes of a report. What came in is what went out and what is there; a report that does not add up is refused
 * here.
 *
 * @param carriedOver accepted before the period and not ended before its first day
 * @param withdrawn in time or not, with or without a due moment; likewise {@code stopped}
 * @param pendingPaused in time when paused, or not started
 * @param stoppedOverdue of {@code stopped}: after the due moment or day
 * @param withdrawnOverdue of {@code withdrawn}
 * @param pendingNotStarted of {@code pendingPaused}
 */
public record Counts(
        long received,
        long carriedOver,
        long early,
        long onTime,
        long overdue,
        long withdrawn,
        long stopped,
        long resolvedWithoutDue,
        long pendingInTime,
        long pendingOverdue,
        long pendingPaused,
        long pendingWithoutDue,
        long stoppedOverdue,
        long withdrawnOverdue,
        long pendingNotStarted) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Counts {
        long resolved = early + onTime + overdue + withdrawn + stopped + resolvedWithoutDue;
        long pending = pendingInTime + pendingOverdue + pendingPaused + pendingWithoutDue;
        if (received + carriedOver != resolved + pending) {
            throw new IllegalArgumentException("Received and carried over %d, resolved %d, pending %d"
                    .formatted(received + carriedOver, resolved, pending));
        }
        LongStream each = LongStream.of(
                received,
                carriedOver,
                early,
                onTime,
                overdue,
                withdrawn,
                stopped,
                resolvedWithoutDue,
                pendingInTime,
                pendingOverdue,
                pendingPaused,
                pendingWithoutDue,
                stoppedOverdue,
                withdrawnOverdue,
                pendingNotStarted);
        if (each.anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("No class holds fewer than none");
        }
        if (pendingNotStarted > pendingPaused || stoppedOverdue > stopped || withdrawnOverdue > withdrawn) {
            throw new IllegalArgumentException("A part is no more than the whole");
        }
    }

    public Counts plus(Counts other) {
        return new Counts(
                received + other.received,
                carriedOver + other.carriedOver,
                early + other.early,
                onTime + other.onTime,
                overdue + other.overdue,
                withdrawn + other.withdrawn,
                stopped + other.stopped,
                resolvedWithoutDue + other.resolvedWithoutDue,
                pendingInTime + other.pendingInTime,
                pendingOverdue + other.pendingOverdue,
                pendingPaused + other.pendingPaused,
                pendingWithoutDue + other.pendingWithoutDue,
                stoppedOverdue + other.stoppedOverdue,
                withdrawnOverdue + other.withdrawnOverdue,
                pendingNotStarted + other.pendingNotStarted);
    }

    /** Everything that ended in the period, however. */
    public long resolved() {
        return early + onTime + overdue + withdrawn + stopped + resolvedWithoutDue;
    }
}
