package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/**
 * Tells the applicant of a dossier which member of staff of which agency saw it, in which role, for what, and when. It is the
 * applicant's right as the person whom the data are about, and no authority to file gives it to somebody else.
 */
@Service
public class FindAccesses {

    private final Dossiers dossiers;
    private final Accesses accesses;
    private final Parties parties;

    FindAccesses(Dossiers dossiers, Accesses accesses, Parties parties) {
        this.dossiers = dossiers;
        this.parties = parties;
        this.accesses = accesses;
    }

    /** The next of them after a place, newest first; at most {@code limit}. */
    public Mono<List<Kept>> of(DossierRef ref, Caller caller, Optional<Place> after, int limit, Instant moment) {
        if (!caller.is(Role.CITIZEN)) {
            return refused();
        }
        Scope scope = Scope.of(caller);
        return dossiers.find(ref, scope, Timeliness.dayOf(moment))
                .switchIfEmpty(Mono.error(() -> new DossierRefused(new Reason.NotFound())))
                .flatMap(view -> applicants(view.dossier().id(), caller))
                .flatMap(dossier -> accesses.of(dossier, scope, after, limit));
    }

    private Mono<UUID> applicants(UUID dossier, Caller caller) {
        return Mono.justOrEmpty(caller.person())
                .flatMap(person -> parties.applies(dossier, person))
                .filter(applies -> applies)
                .map(_ -> dossier)
                .switchIfEmpty(refused());
    }

    private static <T> Mono<T> refused() {
        return Mono.error(() -> new DossierRefused(new Reason.ByRule(new Refusal.NeverThisRole())));
    }
}
