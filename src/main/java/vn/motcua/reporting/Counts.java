package vn.motcua.reporting;

import java.util.stream.LongStream;

/**
 * Dossiers by class. What came in is what went out and what is there; nothing can be built that breaks this.
 *
 * @param carriedOver accepted before the period and not ended before its first day
 * @param pendingPaused in time when the clock stopped, or not started yet
 * @param pendingNotStarted of {@code pendingPaused}: accepted, and the clock waits for what starts it
 */
public record Counts(
        long received,
        long carriedOver,
        long early,
        long onTime,
        long overdue,
        long resolvedWithoutDue,
        long pendingInTime,
        long pendingOverdue,
        long pendingPaused,
        long pendingWithoutDue,
        long pendingNotStarted) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Counts {
        long resolved = early + onTime + overdue + resolvedWithoutDue;
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
                resolvedWithoutDue,
                pendingInTime,
                pendingOverdue,
                pendingPaused,
                pendingWithoutDue,
                pendingNotStarted);
        if (each.anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("No class holds fewer than none");
        }
        if (pendingNotStarted > pendingPaused) {
            throw new IllegalArgumentException("What has not started is part of what is paused");
        }
    }

    public Counts plus(Counts other) {
        return new Counts(
                received + other.received,
                carriedOver + other.carriedOver,
                early + other.early,
                onTime + other.onTime,
                overdue + other.overdue,
                resolvedWithoutDue + other.resolvedWithoutDue,
                pendingInTime + other.pendingInTime,
                pendingOverdue + other.pendingOverdue,
                pendingPaused + other.pendingPaused,
                pendingWithoutDue + other.pendingWithoutDue,
                pendingNotStarted + other.pendingNotStarted);
    }

    /** (early + on time) / (early + on time + overdue), for OT-1 and OT-2 alike. */
    public Rate rate() {
        return new Rate(early + onTime, early + onTime + overdue);
    }
}
