package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;

/** Dossiers that were filed, and what their logs tell of due moments. */
public interface PromiseLog {

    /** The next in the order of their ids. */
    Mono<List<Dossier>> filed(Wanted wanted, UUID after, int most);

    /** The events of some dossiers that tell a due moment of the desk or of processing, or that there is none, in their order. */
    Mono<List<LoggedEvent>> promises(List<UUID> dossiers);

    /**
     * Which dossiers.
     *
     * @param from filed then or later
     * @param to filed before
     * @param ids every one when there is none
     */
    record Wanted(Instant from, Instant to, Set<UUID> ids) {

        public Wanted {
            ids = Set.copyOf(ids);
        }
    }
}
