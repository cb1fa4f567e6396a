package vn.motcua.dossier.application;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Scope;

/** Reads dossiers and their history within the caller's scope. */
@Service
public class FindDossiers {

    private final Dossiers dossiers;

    FindDossiers(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    public Mono<DossierView> find(DossierRef ref, Caller caller) {
        return dossiers.find(ref, Scope.of(caller))
                .switchIfEmpty(Mono.error(() -> new DossierRefused(new Reason.NotFound())));
    }

    public Mono<List<Recorded>> history(DossierRef ref, Caller caller) {
        return find(ref, caller).flatMap(view -> dossiers.history(view.dossier().id()));
    }
}
