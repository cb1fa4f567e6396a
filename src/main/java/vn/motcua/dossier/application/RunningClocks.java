package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.OpenClock;

/** Where the clocks that run are read from, many at a time. */
public interface RunningClocks {

    /**
     * Tells a visitor of running clocks in the order of their dossiers' ids, page by page, all in one snapshot, until it wants
     * no more.
     */
    Mono<Boolean> walk(Wanted wanted, Predicate<List<OpenClock>> visitor);

    /**
     * Which ones.
     *
     * @param after of the last dossier before
     * @param dueFrom those due earlier are left out; those without a due moment never are
     * @param agency whose clock it is; empty for every one
     */
    record Wanted(UUID after, Instant dueFrom, Optional<Integer> agency) {}
}
