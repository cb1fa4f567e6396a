package vn.motcua.reference.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.reference.ImportState;
import vn.motcua.reference.application.ImportRegister.Entry;
import vn.motcua.reference.application.ImportRegister.Place;

/** What became of imports, from any instance. */
@Component
public class FindImports {

    private final ImportRegister register;

    FindImports(ImportRegister register) {
        this.register = register;
    }

    /** As it stands at a moment. */
    public Mono<Optional<Entry>> find(UUID id, Instant moment) {
        return register.find(id).map(found -> found.map(entry -> at(entry, moment)));
    }

    /** The newest first; reports are left out. */
    public Mono<List<Entry>> newest(Optional<Place> after, int limit, Instant moment) {
        return register.newest(after, limit)
                .map(entries -> entries.stream().map(entry -> at(entry, moment)).toList());
    }

    /** Who is silent for too long runs no more, even if nobody wrote that down yet. */
    private static Entry at(Entry entry, Instant moment) {
        boolean silent = entry.heartbeatAt().plus(StartImport.SILENCE).isBefore(moment);
        return entry.state() == ImportState.RUNNING && silent
                ? new Entry(
                        entry.id(),
                        entry.requestedBy(),
                        entry.requestedAt(),
                        entry.dryRun(),
                        ImportState.INTERRUPTED,
                        entry.progress(),
                        entry.heartbeatAt(),
                        Optional.of(entry.heartbeatAt()),
                        Optional.empty())
                : entry;
    }
}
