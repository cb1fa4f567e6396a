package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access.Purpose;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Scope;

/** Reads dossiers and their history within the caller's scope; what staff read is recorded before they get it. */
@Service
public class FindDossiers {

    private final Dossiers dossiers;
    private final RecordAccess record;

    FindDossiers(Dossiers dossiers, RecordAccess record) {
        this.dossiers = dossiers;
        this.record = record;
    }

    /** Reads one as of the moment of the request. */
    public Mono<DossierView> find(DossierRef ref, Caller caller, Instant moment) {
        return find(ref, caller, Purpose.DOSSIER, moment);
    }

    /** Every event of one that the caller may read. */
    public Mono<List<Recorded>> history(DossierRef ref, Caller caller, Instant moment) {
        return find(ref, caller, Purpose.HISTORY, moment)
                .flatMap(view -> dossiers.history(view.dossier().id()));
    }

    /** One whose clocks are to be shown. */
    Mono<DossierView> findForClocks(DossierRef ref, Caller caller, Instant moment) {
        return find(ref, caller, Purpose.DEADLINE, moment);
    }

    private Mono<DossierView> find(DossierRef ref, Caller caller, Purpose purpose, Instant moment) {
        return dossiers.find(ref, Scope.of(caller), Timeliness.dayOf(moment))
                .switchIfEmpty(Mono.error(() -> new DossierRefused(new Reason.NotFound())))
                .flatMap(view -> record.before(caller, purpose, moment, List.of(Shown.of(view.dossier())))
                        .thenReturn(view));
    }
}
