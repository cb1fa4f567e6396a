package vn.motcua.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Calls that begin at a constant rate, whether or not those before have ended (an open loop). */
final class Arrivals {

    private static final long SECOND = 1_000_000_000L;

    private Arrivals() {}

    /** Numbers the call; the answer is what to do. */
    interface Call {
        void run(int number);
    }

    /** Latencies in milliseconds from the planned beginning of each call, smallest first. */
    static double[] at(int perSecond, int seconds, Call call) throws InterruptedException, ExecutionException {
        List<Future<Double>> running = new ArrayList<>();
        long start = System.nanoTime() + SECOND / 10;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < perSecond * seconds; number++) {
                long planned = start + number * SECOND / perSecond;
                while (System.nanoTime() < planned) {
                    LockSupport.parkNanos(planned - System.nanoTime());
                }
                int which = number;
                running.add(threads.submit(() -> {
                    call.run(which);
                    return (System.nanoTime() - planned) / 1e6;
                }));
            }
        }
        double[] latencies = new double[running.size()];
        for (int at = 0; at < latencies.length; at++) {
            latencies[at] = running.get(at).get();
        }
        Arrays.sort(latencies);
        return latencies;
    }

    /** One call's latency in milliseconds. */
    static double time(Runnable call) {
        long begun = System.nanoTime();
        call.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(share * sorted.length)) - 1)];
    }

    static String line(String what, double[] sorted) {
        return String.format(
                Locale.ROOT,
                "| %-58s | %6d | %8.2f | %8.2f | %8.2f |",
                what,
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                sorted[sorted.length - 1]);
    }
}
