package vn.motcua.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks a service of this machine, from threads with one connection each. */
final class Generator {

    private static final long SECOND = 1_000_000_000L;
    private static final int FEWEST = 8;
    private static final int MOST = 256;

    private final int port;
    /** Goes on from run to run, so that each asks about others. */
    private final AtomicLong numbers = new AtomicLong();

    Generator(int port) {
        this.port = port;
    }

    /** What came of a run: refusals are other answers than the expected one, by status, and have no latency; 0 is a cut. */
    record Run(Latencies latencies, Map<String, Integer> refusals, double seconds) {

        int errors() {
            return refusals.values().stream().mapToInt(Integer::intValue).sum();
        }

        double rate() {
            return latencies.count() / seconds;
        }
    }

    /** Requests that begin at a constant rate. */
    record Flow(Shape shape, int perSecond) {}

    /** Closed loop: each connection asks as soon as it has its answer. */
    Run closed(Shape shape, int connections, double seconds) {
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * SECOND);
        List<Part> parts = together(connections, wire -> {
            var part = new Part();
            for (long at = System.nanoTime(); at < end; at = System.nanoTime()) {
                int status = wire.send(shape.requests().at(numbers.getAndIncrement()));
                part.add(status, shape, System.nanoTime() - at);
            }
            return part;
        });
        return run(parts, (System.nanoTime() - begun) / 1e9);
    }

    /**
     * Open loop: requests begin when they are due, whatever became of those before; latency counts from the moment that a
     * request was due, even when no connection was free.
     */
    List<Run> open(List<Flow> flows, double seconds) throws InterruptedException {
        try (ExecutorService all =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            long start = System.nanoTime() + SECOND / 5;
            List<Future<Run>> running = new ArrayList<>();
            for (int at = 0; at < flows.size(); at++) {
                Flow flow = flows.get(at);
                long first = start + offset(flows, at);
                running.add(all.submit(() -> open(flow, first, seconds)));
            }
            List<Run> runs = new ArrayList<>();
            for (Future<Run> one : running) {
                runs.add(result(one));
            }
            return runs;
        }
    }

    /** Flows of the same rate begin one after another, so that together they too arrive at a constant rate. */
    static long offset(List<Flow> flows, int at) {
        int rate = flows.get(at).perSecond();
        long before = flows.subList(0, at).stream()
                .filter(flow -> flow.perSecond() == rate)
                .count();
        long all = flows.stream().filter(flow -> flow.perSecond() == rate).count();
        return SECOND * before / (rate * all);
    }

    private Run open(Flow flow, long start, double seconds) {
        long count = Math.round(flow.perSecond() * seconds);
        AtomicLong next = new AtomicLong();
        List<Part> parts = together(Math.clamp(flow.perSecond() / 4, FEWEST, MOST), wire -> {
            var part = new Part();
            for (long turn = next.getAndIncrement(); turn < count; turn = next.getAndIncrement()) {
                long due = start + turn * SECOND / flow.perSecond();
                byte[] request = flow.shape().requests().at(numbers.getAndIncrement());
                awaitMoment(due);
                int status = wire.send(request);
                part.add(status, flow.shape(), System.nanoTime() - due);
            }
            return part;
        });
        return run(parts, seconds);
    }

    private static void awaitMoment(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Run run(List<Part> parts, double seconds) {
        return new Run(
                Latencies.of(parts.stream().map(Part::latencies).toList()),
                refusals(parts.stream().map(part -> part.refusals).toList()),
                seconds);
    }

    static Map<String, Integer> refusals(List<Map<String, Integer>> parts) {
        Map<String, Integer> all = new TreeMap<>();
        parts.forEach(part -> part.forEach((status, count) -> all.merge(status, count, Integer::sum)));
        return all;
    }

    private interface Work {
        Part on(Wire wire) throws IOException;
    }

    private List<Part> together(int connections, Work work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Part>> running = new ArrayList<>();
            for (int at = 0; at < connections; at++) {
                running.add(threads.submit(() -> {
                    try (Wire wire = new Wire(port)) {
                        return work.on(wire);
                    }
                }));
            }
            return running.stream().map(Generator::result).toList();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What one thread saw. */
    private static final class Part {

        private long[] taken = new long[1 << 12];
        private int count;
        private final Map<String, Integer> refusals = new TreeMap<>();

        void add(int status, Shape shape, long nanos) {
            if (status != shape.expected()) {
                refusals.merge(String.valueOf(status), 1, Integer::sum);
                return;
            }
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, 2 * count);
            }
            taken[count++] = nanos;
        }

        long[] latencies() {
            return Arrays.copyOf(taken, count);
        }
    }
}
