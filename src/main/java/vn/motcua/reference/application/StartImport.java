package vn.motcua.reference.application;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
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
     * Begins it here, to be run by the {@link ImportWorker}.
     *
     * @param files deleted with the folder that holds them once the import has ended
     */
    public Mono<Begun> start(Request request, Map<SourceFile, Path> files, Runnable afterwards) {
        return begin(request).doOnNext(begun -> {
            if (begun instanceof Begun.Started) {
                worker.take(running(request, files), afterwards);
            }
        });
    }

    /** Begins it to be run by the caller itself. */
    Mono<Begun> begin(Request request) {
        Instant moment = request.moment();
        return register.tidy(moment.minus(SILENCE), moment.minus(KEYS_KEPT)).then(register.begin(request));
    }

    static Running running(Request request, Map<SourceFile, Path> files) {
        LocalDate today = WorkingCalendar.local(request.moment()).toLocalDate();
        return new Running(request.id(), files, request.dryRun(), today);
    }
}
