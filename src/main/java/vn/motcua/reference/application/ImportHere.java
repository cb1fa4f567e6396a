package vn.motcua.reference.application;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.StartRefused;
import vn.motcua.reference.SourceFile;
import vn.motcua.reference.application.ImportRegister.Begun;
import vn.motcua.reference.application.ImportRegister.Entry;

/** An import that whoever asks for it waits for. */
@Component
public class ImportHere {

    private static final String CALLER = "command";

    private final StartImport start;
    private final ImportWorker worker;
    private final ImportRegister register;
    private final InstantSource clock;

    ImportHere(StartImport start, ImportWorker worker, ImportRegister register, InstantSource clock) {
        this.start = start;
        this.worker = worker;
        this.register = register;
        this.clock = clock;
    }

    /**
     * To its end.
     *
     * @throws StartRefused through the result, when another import runs
     */
    public Mono<Entry> run(Map<SourceFile, Path> files, boolean dryRun) {
        Instant moment = clock.instant();
        return StartImport.request(CALLER, Optional.empty(), files, dryRun, moment)
                .flatMap(request -> start.begin(request, () -> {}).flatMap(begun -> switch (begun) {
                    case Begun.Started(UUID id) ->
                        worker.run(StartImport.running(request, files), () -> {})
                                .then(register.find(id));
                    case Begun.Busy(UUID id) -> Mono.error(new StartRefused("Another import runs: " + id));
                    case Begun.Replayed(UUID id) -> register.find(id);
                    case Begun.KeyReused() -> Mono.error(new IllegalStateException("No key was sent"));
                }))
                .map(Optional::orElseThrow);
    }
}
