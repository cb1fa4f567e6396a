package vn.motcua.faults;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Citizen.Write;
import vn.motcua.faults.client.Client;

/** Callers who hang up, reading and filing, beside callers who wait for their answers. */
final class Storm {

    private static final int HANGING_UP = 48;
    private static final int WAITING = 6;
    private static final int LONGEST_MILLIS = 20;
    private static final double READS = 0.4;

    private final Client client;
    private final Citizen citizen;
    private final Supplier<Write> filings;
    private final List<Call> reads;
    private final Waiting waiting;
    private final long seed;
    private final Queue<Write> unsettled = new ConcurrentLinkedQueue<>();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final AtomicInteger filed = new AtomicInteger();
    private final Set<String> leftAlone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger replayed = new AtomicInteger();

    Storm(Client client, Citizen citizen, Supplier<Write> filings, List<Call> reads, Waiting waiting, long seed) {
        this.client = client;
        this.citizen = citizen;
        this.filings = filings;
        this.waiting = waiting;
        this.reads = List.copyOf(reads);
        this.seed = seed;
    }

    /** What a caller does who does not hang up. */
    interface Waiting {
        void send(Write write) throws InterruptedException;
    }

    /** Both kinds at once, until there were that many of each. */
    void rage(int hangUps, int wellBehaved) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = IntStream.range(0, HANGING_UP + WAITING)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        if (number < HANGING_UP) {
                            hangUp(new Random(seed + number), hangUps);
                        } else {
                            file(wellBehaved);
                        }
                        return number;
                    }))
                    .toList();
            join(callers);
        }
    }

    int hungUp() {
        return hungUp.get();
    }

    int filed() {
        return filed.get();
    }

    /** Filings whose caller hung up before the answer. */
    int leftAlone() {
        return leftAlone.size();
    }

    /** Filings whose caller had hung up and that were done all the same. */
    int replayed() {
        return replayed.get();
    }

    private void settle(Write write) throws InterruptedException {
        boolean done = citizen.settle(write, Listener.nobody()).replayed();
        if (done && leftAlone.contains(write.operation().key())) {
            replayed.incrementAndGet();
        }
    }

    private void hangUp(Random random, int wanted) throws IOException {
        while (hungUp.get() < wanted) {
            int millis = random.nextInt(LONGEST_MILLIS + 1);
            boolean answered;
            if (random.nextDouble() < READS) {
                answered = client.hangUp(reads.get(random.nextInt(reads.size())), millis);
            } else {
                Write filing = citizen.begin(filings.get());
                unsettled.add(filing);
                answered = citizen.hangUp(filing, millis);
                if (!answered) {
                    leftAlone.add(filing.operation().key());
                }
            }
            if (!answered) {
                hungUp.incrementAndGet();
            }
        }
    }

    private void file(int wanted) throws InterruptedException {
        while (filed.getAndIncrement() < wanted) {
            waiting.send(citizen.begin(filings.get()));
        }
        filed.decrementAndGet();
    }

    /** Whoever hung up asks again, with the same key. */
    void calm() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            join(IntStream.range(0, WAITING)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        for (Write write = unsettled.poll(); write != null; write = unsettled.poll()) {
                            settle(write);
                        }
                        return number;
                    }))
                    .toList());
        }
    }

    private static void join(List<Future<?>> callers) throws InterruptedException, ExecutionException {
        for (Future<?> caller : callers) {
            caller.get();
        }
    }
}
