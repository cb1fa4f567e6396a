package vn.motcua.bench;

import java.util.Arrays;
import java.util.List;

/** Latencies of one run, smallest first, in nanoseconds. */
record Latencies(long[] sorted) {

    /** Puts those of several threads together. */
    static Latencies of(List<long[]> parts) {
        long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Latencies(all);
    }

    int count() {
        return sorted.length;
    }

    /** Milliseconds that this share of the calls took at most; not a number when there were none. */
    double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
    }

    /** The middle one; of an even number, the mean of the middle two. */
    static double median(double... values) {
        double[] ordered = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int middle = ordered.length / 2;
        if (ordered.length == 0) {
            return Double.NaN;
        }
        return ordered.length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
