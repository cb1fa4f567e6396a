package vn.motcua.reference.application;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Caller;
import vn.motcua.reference.SourceFile;
import vn.motcua.reference.application.ImportRegister.Begun;
import vn.motcua.reference.application.ImportRegister.Request;

/** Begins an import, if no other runs anywhere on this database. */
@Component
public class StartImport {

    /** An import that was not heard of for so long is over. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration KEYS_KEPT = Duration.ofDays(30);

    private final ImportRegister register;
    private final ImportWorker worker;

    StartImport(ImportRegister register, ImportWorker worker) {
        this.register = register;
        this.worker = worker;
    }

    /**
     * Files that came with a request.
     *
     * @param keep run when the import has begun: the files outlive the request
     * @param delete run when they have been read; never run unless the import has begun
     */
    public record Upload(Map<SourceFile, Path> files, Runnable keep, Runnable delete) {}

    /**
     * Begins it here, to be run by the {@link ImportWorker}.
     *
     * @param key the idempotency key
     * @param upload what to import
     */
    public Mono<Begun> start(Caller caller, Optional<String> key, Upload upload, boolean dryRun, Instant moment) {
        return request(caller.subject(), key, upload.files(), dryRun, moment)
                .flatMap(request -> begin(request, () -> {
                    upload.keep().run();
                    worker.take(running(request, upload.files()), upload.delete());
                }));
    }

    static Mono<Request> request(
            String caller, Optional<String> key, Map<SourceFile, Path> files, boolean dryRun, Instant moment) {
        return Mono.fromCallable(() -> ContentDigest.of(files, dryRun))
                .subscribeOn(Schedulers.boundedElastic())
                .map(digest -> new Request(UUID.randomUUID(), caller, key, digest, dryRun, moment));
    }

    /** Begins it to be run by the caller itself. */
    Mono<Begun> begin(Request request, Runnable begun) {
        Instant moment = request.moment();
        return register.tidy(moment.minus(SILENCE), moment.minus(KEYS_KEPT)).then(register.begin(request, begun));
    }

    static Running running(Request request, Map<SourceFile, Path> files) {
        LocalDate today = WorkingCalendar.local(request.moment()).toLocalDate();
        return new Running(request.id(), files, request.dryRun(), today);
    }
}
