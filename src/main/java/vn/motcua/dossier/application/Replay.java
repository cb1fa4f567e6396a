package vn.motcua.dossier.application;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access.Purpose;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.StoredAnswer;

/**
 * A repeated request gets its first answer; a key that stands for another request is refused. The first answer is shown as
 * any dossier is: to whom it lies within the scope, to staff only where it is not their own, and recorded before.
 */
@Component
class Replay {

    private final Dossiers dossiers;
    private final OwnDossiers own;
    private final RecordAccess record;

    Replay(Dossiers dossiers, OwnDossiers own, RecordAccess record) {
        this.dossiers = dossiers;
        this.own = own;
        this.record = record;
    }

    /** The first answer, empty when the request is new. Whether the caller's roles allow the request is asked before. */
    Mono<Answer> of(Request request) {
        return request.key()
                .map(key -> dossiers.answered(request.caller(), key, Timeliness.dayOf(request.moment()))
                        .flatMap(stored ->
                                stored.map(first -> answer(first, request)).orElseGet(Mono::empty)))
                .orElseGet(Mono::empty);
    }

    private Mono<Answer> answer(StoredAnswer stored, Request request) {
        if (!stored.fingerprint().equals(request.fingerprint())) {
            return refused(new Reason.KeyReused());
        }
        return stored.answer()
                .map(answer -> show(answer, stored.shown(), request))
                .orElseGet(() -> refused(new Reason.NotFound()));
    }

    private Mono<Answer> show(Answer answer, Shown shown, Request request) {
        return own.refused(request.caller(), shown.id())
                .then(record.before(request.caller(), Purpose.DOSSIER, request.moment(), List.of(shown)))
                .thenReturn(answer);
    }

    private static Mono<Answer> refused(Reason reason) {
        return Mono.error(() -> new DossierRefused(reason));
    }
}
