package vn.motcua.dossier.application;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/** Looks up what only the end of a representation is decided on: no other step pays for it. */
@Component
class RepresentationEnds {

    private final Parties parties;

    RepresentationEnds(Parties parties) {
        this.parties = parties;
    }

    /**
     * Ends at once for other commands, and where the representation can be ended so; else it is the refusal.
     *
     * @param day of the request
     */
    Mono<Void> refused(Dossier dossier, Caller caller, Role actor, Command command, LocalDate day) {
        return command instanceof Command.EndRepresentation end
                ? parties.represented(dossier.id(), caller.person().filter(_ -> actor == Role.CITIZEN))
                        .filter(represented -> represented.standsOn(day))
                        .switchIfEmpty(refused(new Refusal.WrongStatus(dossier.status(), Step.openTo(dossier))))
                        .flatMap(represented -> represented
                                .refusal(actor, end, day)
                                .map(RepresentationEnds::<Void>refused)
                                .orElseGet(Mono::empty))
                : Mono.empty();
    }

    private static <T> Mono<T> refused(Refusal refusal) {
        return Mono.error(() -> new DossierRefused(new Reason.ByRule(refusal)));
    }
}
