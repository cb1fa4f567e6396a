package vn.motcua.dossier.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.RoutingExceptions.Open;
import vn.motcua.dossier.application.RoutingExceptions.Place;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Scope;

/** Lists what waits for somebody to say who decides it, for those who may say so. */
@Service
public class FindRoutingExceptions {

    private final RoutingExceptions exceptions;

    FindRoutingExceptions(RoutingExceptions exceptions) {
        this.exceptions = exceptions;
    }

    /** The next of them after a place, oldest first; at most {@code limit}. */
    public Mono<List<Open>> open(Caller caller, Optional<Place> after, int limit) {
        return Step.ROUTING.actorAmong(caller.roles()).isPresent()
                ? exceptions.open(Scope.of(caller), after, limit)
                : Mono.error(() -> new DossierRefused(new Reason.ByRule(new Refusal.NeverThisRole())));
    }
}
