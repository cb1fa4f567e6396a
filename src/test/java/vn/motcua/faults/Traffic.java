package vn.motcua.faults;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.faults.client.Call.Reply;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Citizen.Write;

/** Filings at an even pace, whether they are answered or not, and steps after them; each is tried until it is settled. */
final class Traffic implements AutoCloseable {

    private static final int STEPS = 4;

    private final Citizen citizen;
    private final Random random;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicLong lastDone = new AtomicLong();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    Traffic(Citizen citizen, long seed) {
        this.citizen = citizen;
        this.random = new Random(seed);
    }

    void start(int filingsASecond) {
        pace.scheduleAtFixedRate(this::next, 0, 1_000_000 / filingsASecond, TimeUnit.MICROSECONDS);
    }

    private void next() {
        int steps = random.nextInt(STEPS + 1);
        callers.submit(() -> {
            String id = settle(citizen.filing()).id();
            for (int version = 1; version <= steps; version++) {
                settle(citizen.step(id, version));
            }
            return id;
        });
    }

    private Reply settle(Write write) throws InterruptedException {
        return citizen.settle(citizen.begin(write), new Tries());
    }

    /** The tries of one write. Only a doubtful answer leaves open whether it was done. */
    private final class Tries implements Listener {

        private boolean doubtful;

        @Override
        public void heard(Reply reply) {
            if (reply.status() / 100 == 2) {
                lastDone.set(System.nanoTime());
                done.incrementAndGet();
                if (reply.replayed() && !doubtful) {
                    refusals.merge("done, though nothing of it was said to be kept", 1, Integer::sum);
                }
            } else {
                doubtful |=
                        reply.problem().filter("database-unavailable"::equals).isEmpty();
                unavailable.incrementAndGet();
                refusals.merge(described(reply), 1, Integer::sum);
            }
        }

        @Override
        public void cut(IOException failed) {
            doubtful = true;
            refusals.merge("cut: " + failed, 1, Integer::sum);
        }
    }

    private static String described(Reply reply) {
        return reply.status() + " " + reply.problem().orElse("no problem document")
                + (reply.retryAfter().isZero() ? " without Retry-After" : "");
    }

    int done() {
        return done.get();
    }

    int unavailable() {
        return unavailable.get();
    }

    /** By {@link System#nanoTime}. */
    long lastDone() {
        return lastDone.get();
    }

    /** What was answered instead of being done, and how often. */
    Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** No more filings; waits for those under way. */
    @Override
    public void close() {
        pace.shutdownNow();
        callers.close();
    }
}
