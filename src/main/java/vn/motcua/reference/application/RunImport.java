package vn.motcua.reference.application;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.reference.ImportPlan;
import vn.motcua.reference.ImportReport;
import vn.motcua.reference.ImportState;
import vn.motcua.reference.Progress.Stage;
import vn.motcua.reference.Tables;
import vn.motcua.reference.application.ImportRegister.End;

/** Reads, plans on what is loaded, and changes all or nothing; plans again when somebody else was faster. */
@Component
public class RunImport {

    private static final Logger LOG = LoggerFactory.getLogger(RunImport.class);
    private static final int ATTEMPTS = 5;

    private final ReferenceStore store;
    private final ImportRegister register;
    private final InstantSource clock;

    RunImport(ReferenceStore store, ImportRegister register, InstantSource clock) {
        this.store = store;
        this.register = register;
        this.clock = clock;
    }

    /**
     * To its end, whatever that is; it stands in the register. Failures are ends, not errors.
     *
     * @param read done when the files are not needed any more, before the end is told
     */
    Mono<Void> run(Running running, Runnable read) {
        return Mono.fromCallable(() -> tables(running, read))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(tables -> attempt(running, tables, 1))
                .onErrorResume(error -> failed(running, error))
                .doFinally(end -> running.enter(Stage.ENDED));
    }

    private static Tables tables(Running running, Runnable read) {
        try {
            return ReferenceFiles.read(running);
        } finally {
            read.run();
        }
    }

    private Mono<Void> attempt(Running running, Tables tables, int number) {
        running.enter(Stage.PLANNING);
        return store.fresh()
                .publishOn(Schedulers.boundedElastic())
                .map(loaded -> ImportPlan.of(loaded, tables, running.today()))
                .flatMap(plan -> carriedOut(running, plan))
                .flatMap(done -> done || number == ATTEMPTS
                        ? done ? Mono.empty() : Mono.error(new IllegalStateException("Others were faster each time"))
                        : attempt(running, tables, number + 1));
    }

    /** False when somebody changed reference data since the plan. */
    private Mono<Boolean> carriedOut(Running running, ImportPlan plan) {
        var report = Optional.of(ImportReport.of(plan));
        if (!plan.bad().isEmpty()) {
            return register.end(end(running, ImportState.REFUSED, report)).thenReturn(true);
        }
        if (running.dryRun() || plan.changesNothing()) {
            return register.end(end(running, ImportState.DONE, report)).thenReturn(true);
        }
        running.enter(Stage.WRITING);
        return store.apply(plan, end(running, ImportState.DONE, report));
    }

    private Mono<Void> failed(Running running, Throwable error) {
        LOG.warn("Import {} failed", running.id(), error);
        return register.end(end(running, ImportState.FAILED, Optional.empty()));
    }

    private End end(Running running, ImportState state, Optional<ImportReport> report) {
        return new End(running.id(), state, running.progress(), report, clock.instant());
    }
}
