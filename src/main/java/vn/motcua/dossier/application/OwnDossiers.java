package vn.motcua.dossier.application;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.identity.Caller;

/**
 * Keeps staff from acting on dossiers of their own. Nothing is stored for it: whether a dossier is somebody's own is known of
 * those whose issuer tells their number.
 */
@Component
class OwnDossiers {

    private final Parties parties;

    OwnDossiers(Parties parties) {
        this.parties = parties;
    }

    /** The dossier, unless it is the caller's own: then the refusal. */
    Mono<DossierView> refused(Caller caller, DossierView view) {
        return Mono.justOrEmpty(caller.ownNumber())
                .flatMap(number -> parties.include(view.dossier().id(), number))
                .defaultIfEmpty(false)
                .flatMap(own -> own ? Mono.error(OwnDossiers::conflict) : Mono.just(view));
    }

    /** Whether a member of staff files what is her own. */
    static boolean isOwn(Caller caller, Filing filing) {
        return caller.ownNumber().filter(filing.applicant()::has).isPresent();
    }

    static DossierRefused conflict() {
        return new DossierRefused(new Reason.ByRule(new Refusal.ConflictOfInterest()));
    }
}
