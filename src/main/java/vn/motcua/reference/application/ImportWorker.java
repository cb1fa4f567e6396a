package vn.motcua.reference.application;

import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs the imports that began here, one after another, and says every second that it still does. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private record Task(Running running, Runnable read) {}

    private final RunImport imports;
    private final ImportRegister register;
    private final InstantSource clock;
    private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Running current;

    ImportWorker(RunImport imports, ImportRegister register, InstantSource clock) {
        this.imports = imports;
        this.register = register;
        this.clock = clock;
    }

    /** @param read done when the files are not needed any more, however the import ends */
    void take(Running running, Runnable read) {
        waiting.add(new Task(running, read));
    }

    /**
     * The scheduler asks for the work once and runs it again and again, hence the deferral. It would wait for the end of what
     * runs with a fixed delay, and keep everybody else's work waiting with it; with a fixed rate it does not.
     */
    @Scheduled(fixedRateString = "${motcua.reference.work-every:PT0.1S}")
    Mono<Void> work() {
        return Mono.defer(() -> {
            Task task = waiting.poll();
            return task == null ? Mono.empty() : run(task.running(), task.read());
        });
    }

    Mono<Void> run(Running running, Runnable read) {
        return Mono.defer(() -> {
            current = running;
            return imports.run(running, read)
                    .doOnError(error -> LOG.warn("Ending import {} failed", running.id(), error))
                    .onErrorComplete()
                    .doFinally(end -> current = null);
        });
    }

    @Scheduled(fixedRateString = "PT1S")
    Mono<Void> beat() {
        return Mono.defer(() -> {
            Running running = current;
            return running == null ? Mono.empty() : beat(running);
        });
    }

    private Mono<Void> beat(Running running) {
        return register.beat(running.id(), running.progress(), clock.instant())
                .doOnError(error -> LOG.warn(
                        "Saying that import {} runs failed: {}",
                        running.id(),
                        error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
