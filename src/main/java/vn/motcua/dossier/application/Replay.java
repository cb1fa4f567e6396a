package vn.motcua.dossier.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.StoredAnswer;

/** A repeated request gets its first answer; a key that stands for another request is refused. */
@Component
class Replay {

    private final Dossiers dossiers;

    Replay(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** The first answer, empty when the request is new. */
    Mono<Answer> of(Request request) {
        return request.key()
                .map(key ->
                        dossiers.answered(request.caller().subject(), key).flatMap(stored -> answer(stored, request)))
                .orElseGet(Mono::empty);
    }

    private static Mono<Answer> answer(Optional<StoredAnswer> stored, Request request) {
        if (stored.isEmpty()) {
            return Mono.empty();
        }
        return stored.get().fingerprint().equals(request.fingerprint())
                ? Mono.just(stored.get().answer())
                : Mono.error(() -> new DossierRefused(new Reason.KeyReused()));
    }
}
