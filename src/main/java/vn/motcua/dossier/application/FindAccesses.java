package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.Accesses.Kept;
import vn.motcua.dossier.application.Accesses.Place;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/** Tells the owner of a dossier which agency saw it, in which role, for what, and when. */
@Service
public class FindAccesses {

    private final Dossiers dossiers;
    private final Accesses accesses;

    FindAccesses(Dossiers dossiers, Accesses accesses) {
        this.dossiers = dossiers;
        this.accesses = accesses;
    }

    /** The next of them after a place, newest first; at most {@code limit}. */
    public Mono<List<Kept>> of(DossierRef ref, Caller caller, Optional<Place> after, int limit, Instant moment) {
        if (!caller.is(Role.CITIZEN)) {
            return Mono.error(() -> new DossierRefused(new Reason.ByRule(new Refusal.NeverThisRole())));
        }
        Scope scope = Scope.of(caller);
        return dossiers.find(ref, scope, Timeliness.dayOf(moment))
                .switchIfEmpty(Mono.error(() -> new DossierRefused(new Reason.NotFound())))
                .flatMap(view -> accesses.of(view.dossier().id(), scope, after, limit));
    }
}
