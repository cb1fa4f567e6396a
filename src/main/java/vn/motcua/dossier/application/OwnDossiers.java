package vn.motcua.dossier.application;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.identity.Caller;

/**
 * Keeps staff from acting on dossiers of their own: as applicant, as who handed it in, or as the household business whose tax
 * code is their citizen number. Nothing is stored for it: whether a dossier is somebody's own is known of those whose issuer tells
 * their number. Of an applicant with several numbers the first of its kind is stored, and a step looks at no other; what a clerk types
 * in is asked for them all.
 *
 * <p>An applicant who gave nothing but the nine digits of an old identity card cannot be compared with twelve: that somebody acts
 * on such a dossier of her own is not noticed here.
 */
@Component
class OwnDossiers {

    private final Parties parties;

    OwnDossiers(Parties parties) {
        this.parties = parties;
    }

    /** Ends at once unless the dossier is the caller's own: then it is the refusal. */
    Mono<Void> refused(Caller caller, UUID dossier) {
        return Mono.justOrEmpty(caller.ownNumber())
                .flatMap(number -> parties.include(dossier, number))
                .filter(own -> own)
                .flatMap(_ -> Mono.error(OwnDossiers::conflict));
    }

    /** Whether a member of staff files what is her own, or hands it in for another. */
    static boolean isOwn(Caller caller, Filing filing) {
        return caller.ownNumber().filter(filing::isBy).isPresent();
    }

    static DossierRefused conflict() {
        return new DossierRefused(new Reason.ByRule(new Refusal.ConflictOfInterest()));
    }
}
