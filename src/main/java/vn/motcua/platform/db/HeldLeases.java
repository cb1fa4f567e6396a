package vn.motcua.platform.db;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;
import vn.motcua.platform.db.LeaseTable.Seen;

/**
 * What this instance holds, as far as it knows. A wrong belief costs nothing: the database refuses what is written under a
 * lease that was taken over (ADR 9).
 */
@Component
class HeldLeases implements Leases, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeldLeases.class);

    private final LeaseTable table;
    private final MeterRegistry meters;
    private final UUID instance = UUID.randomUUID();
    private final Silence silence = new Silence();
    private final Set<String> metered = ConcurrentHashMap.newKeySet();
    private final Map<String, Lease> held = new ConcurrentHashMap<>();
    private final Map<String, String> failing = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean blind;
    private volatile CompletableFuture<Boolean> looking = CompletableFuture.completedFuture(true);

    HeldLeases(LeaseTable table, MeterRegistry meters) {
        this.table = table;
        this.meters = meters;
    }

    @Override
    public Mono<Void> turn(String name, Function<Lease, Mono<?>> work) {
        return Mono.fromSupplier(() -> held.get(name))
                .flatMap(lease -> work.apply(lease).then().doOnSuccess(done -> wentWell(name)))
                .doOnError(error -> failed(name, error.getClass().getSimpleName()))
                .onErrorComplete();
    }

    private void wentWell(String name) {
        if (failing.remove(name) != null) {
            LOG.info("A turn of {} went well again", name);
        }
    }

    private void failed(String name, String how) {
        if (!how.equals(failing.put(name, how))) {
            LOG.warn("Turns of {} fail: {}", name, how);
        }
    }

    /** Renews what it holds, and follows holders that are silent. */
    @Scheduled(fixedDelayString = "PT0.5S")
    Mono<Void> look() {
        return Mono.defer(() -> {
            var ended = new CompletableFuture<Boolean>();
            looking = ended;
            return lookUnlessEnding().doFinally(end -> ended.complete(true));
        });
    }

    private Mono<Void> lookUnlessEnding() {
        return Mono.defer(() -> running ? table.beat(instance) : Mono.empty())
                .doOnNext(this::know)
                .flatMapMany(seen -> Flux.fromIterable(silent(seen)))
                .concatMap(this::takeOver)
                .doOnError(this::knowNothing)
                .onErrorComplete()
                .then();
    }

    private void know(List<Seen> seen) {
        blind = false;
        seen.forEach(lease -> {
            meter(lease.name());
            if (lease.mine()) {
                held.put(lease.name(), new Lease(lease.name(), instance, lease.token()));
            } else if (held.remove(lease.name()) != null) {
                LOG.info("Another instance took over {}", lease.name());
            }
        });
    }

    private List<Seen> silent(List<Seen> seen) {
        return seen.stream()
                .filter(lease -> !lease.mine())
                .filter(silence::after)
                .toList();
    }

    private Mono<Void> takeOver(Seen seen) {
        return table.takeOver(seen, instance)
                .doOnNext(token -> token.forEach(raised -> {
                    held.put(seen.name(), new Lease(seen.name(), instance, raised));
                    String from = seen.holder().isPresent() ? "silent" : "free";
                    takeOvers(seen.name(), from).increment();
                    LOG.info("Holds {} from now on, which was {}", seen.name(), from);
                }))
                .then();
    }

    private void knowNothing(Throwable error) {
        if (!blind) {
            LOG.warn("Looking at the leases failed: {}", error.getClass().getSimpleName());
        }
        blind = true;
        silence.broken();
        held.clear();
    }

    private void meter(String name) {
        if (metered.add(name)) {
            Gauge.builder("motcua.lease.held", () -> held.containsKey(name) ? 1 : 0)
                    .description("1 on the instance that does this work")
                    .tag("lease", name)
                    .register(meters);
        }
    }

    private Counter takeOvers(String name, String from) {
        return Counter.builder("motcua.lease.takeovers")
                .description("How often this instance took the work over, from a silent holder or when nobody did it")
                .tag("lease", name)
                .tag("from", from)
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /**
     * Before all else, so that others go on at once. A look that is under way may still take something over: what it takes is
     * given back after it.
     */
    @Override
    public void stop(Runnable stopped) {
        running = false;
        held.clear();
        Mono.fromFuture(looking)
                .then(table.giveBack(instance))
                .onErrorComplete()
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
