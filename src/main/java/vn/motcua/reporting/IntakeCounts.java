package vn.motcua.reporting;

import java.util.stream.LongStream;

/**
 * How the desk answered what was filed, within eight working hours or later (Decree 118/2025 article 17.2). What was filed
 * and carried over is what was answered, withdrawn and is there.
 *
 * @param carriedOver filed before the period and not answered before its first day
 * @param withdrawnBefore before the desk answered
 * @param pendingInTime the answer is not due yet, or nobody can say when
 */
public record IntakeCounts(
        long filed,
        long carriedOver,
        long acceptedInTime,
        long acceptedLate,
        long refusedInTime,
        long refusedLate,
        long supplementAskedInTime,
        long supplementAskedLate,
        long withdrawnBefore,
        long pendingInTime,
        long pendingLate) {

    public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public IntakeCounts {
        long answered = acceptedInTime
                + acceptedLate
                + refusedInTime
                + refusedLate
                + supplementAskedInTime
                + supplementAskedLate
                + withdrawnBefore;
        if (filed + carriedOver != answered + pendingInTime + pendingLate) {
            throw new IllegalArgumentException("Filed and carried over %d, answered %d, pending %d"
                    .formatted(filed + carriedOver, answered, pendingInTime + pendingLate));
        }
        LongStream each = LongStream.of(
                filed,
                carriedOver,
                acceptedInTime,
                acceptedLate,
                refusedInTime,
                refusedLate,
                supplementAskedInTime,
                supplementAskedLate,
                withdrawnBefore,
                pendingInTime,
                pendingLate);
        if (each.anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("No class holds fewer than none");
        }
    }

    public IntakeCounts plus(IntakeCounts other) {
        return new IntakeCounts(
                filed + other.filed,
                carriedOver + other.carriedOver,
                acceptedInTime + other.acceptedInTime,
                acceptedLate + other.acceptedLate,
                refusedInTime + other.refusedInTime,
                refusedLate + other.refusedLate,
                supplementAskedInTime + other.supplementAskedInTime,
                supplementAskedLate + other.supplementAskedLate,
                withdrawnBefore + other.withdrawnBefore,
                pendingInTime + other.pendingInTime,
                pendingLate + other.pendingLate);
    }
}
