package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access;
import vn.motcua.dossier.Access.Purpose;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.identity.Caller;
import vn.motcua.platform.db.DatabaseUnavailable;
import vn.motcua.platform.db.Overloaded;

/**
 * Records that staff see personal data, before they see them: what cannot be recorded is not shown (Decree 69/2024 as amended
 * by Decree 320/2026, article 18).
 */
@Component
class RecordAccess {

    private final Accesses accesses;

    RecordAccess(Accesses accesses) {
        this.accesses = accesses;
    }

    /**
     * Ends when it is committed, at once when there is nothing to record.
     *
     * <p>Errors: {@link Overloaded} or {@link DatabaseUnavailable}, whatever stood in the way.
     */
    Mono<Void> before(Caller caller, Purpose purpose, Instant at, List<Shown> shown) {
        return Flux.fromIterable(Access.of(caller, purpose, at, shown))
                .flatMap(accesses::keep)
                .onErrorMap(error -> !(error instanceof Overloaded), DatabaseUnavailable::new)
                .then();
    }
}
