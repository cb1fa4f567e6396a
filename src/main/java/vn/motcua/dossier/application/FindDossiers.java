package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Timeliness;
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

    /** Reads one as of the moment of the request. */
    public Mono<DossierView> find(DossierRef ref, Caller caller, Instant moment) {
        return dossiers.find(ref, Scope.of(caller), Timeliness.dayOf(moment))
                .switchIfEmpty(Mono.error(() -> new DossierRefused(new Reason.NotFound())));
    }

    /** Every event of one that the caller may read. */
    public Mono<List<Recorded>> history(DossierRef ref, Caller caller, Instant moment) {
        return find(ref, caller, moment)
                .flatMap(view -> dossiers.history(view.dossier().id()));
    }
}
