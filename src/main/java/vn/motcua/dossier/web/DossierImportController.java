package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.DossierDto;
import vn.motcua.contract.DossierImportDto;
import vn.motcua.contract.ImportApi;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.ImportDossier;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.IdempotencyKey;

/** HTTP for dossiers of the past. */
@RestController
class DossierImportController implements ImportApi {

    private final ImportDossier imports;
    private final Callers callers;
    private final Answers answers;

    DossierImportController(ImportDossier imports, Callers callers, Answers answers) {
        this.imports = imports;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    public Mono<DossierDto> importDossier(
            Mono<DossierImportDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(dto -> imports.take(
                        Answers.request(caller, moment, Optional.of(IdempotencyKey.required(idempotencyKey)), exchange),
                        ImportMapping.toRetelling(dto),
                        answers.writer(exchange))))
                .map(answer -> answers.created(answer, exchange))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }
}
