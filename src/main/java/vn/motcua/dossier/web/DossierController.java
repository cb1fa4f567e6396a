package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.AcceptanceDto;
import vn.motcua.contract.CompletionDto;
import vn.motcua.contract.DossierApi;
import vn.motcua.contract.DossierDto;
import vn.motcua.contract.EventListDto;
import vn.motcua.contract.FilingDto;
import vn.motcua.contract.HandOverDto;
import vn.motcua.contract.ReceptionDto;
import vn.motcua.contract.RefusalOfDossierDto;
import vn.motcua.contract.RepresentationEndDto;
import vn.motcua.contract.ReturnOfResultDto;
import vn.motcua.contract.RoutingOfDossierDto;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.application.AdvanceDossier;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.FileDossier;
import vn.motcua.dossier.application.FindDossiers;
import vn.motcua.dossier.application.References;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.EntityTag;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for dossiers. Paths, statuses and shapes come from the contract; this class only translates. */
@RestController
class DossierController implements DossierApi {

    private final FileDossier filing;
    private final AdvanceDossier steps;
    private final FindDossiers dossiers;
    private final References reference;
    private final Callers callers;
    private final Answers answers;

    DossierController(
            FileDossier filing,
            AdvanceDossier steps,
            FindDossiers dossiers,
            References reference,
            Callers callers,
            Answers answers) {
        this.filing = filing;
        this.steps = steps;
        this.dossiers = dossiers;
        this.reference = reference;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    public Mono<DossierDto> fileDossier(
            Mono<FilingDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(dto -> filing.file(
                        Answers.request(caller, moment, Optional.of(IdempotencyKey.required(idempotencyKey)), exchange),
                        FilingMapping.toFiling(dto),
                        answers.writer(exchange))))
                .map(answer -> answers.created(answer, exchange))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    @Override
    public Mono<DossierDto> getDossier(String id, ServerWebExchange exchange) {
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> dossiers.find(ref(id), caller, moment))
                .flatMap(view -> reference.current().map(known -> {
                    exchange.getResponse()
                            .getHeaders()
                            .setETag(EntityTag.of(view.dossier().version()));
                    return DossierMapping.toDto(view, known, Language.of(exchange));
                }))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    @Override
    public Mono<EventListDto> listDossierEvents(String id, ServerWebExchange exchange) {
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> dossiers.history(ref(id), caller, moment))
                .flatMap(events -> reference
                        .current()
                        .map(known -> new EventListDto(
                                events.stream()
                                        .map(event -> DossierMapping.toDto(event, known))
                                        .toList(),
                                null)))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    @Override
    public Mono<DossierDto> acceptDossier(
            String id,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            Mono<AcceptanceDto> body,
            ServerWebExchange exchange) {
        return step(
                id,
                ifMatch,
                idempotencyKey,
                exchange,
                said(body, AcceptanceDto::getRemarks).map(Command.Accept::new));
    }

    @Override
    public Mono<DossierDto> refuseDossier(
            String id,
            Mono<RefusalOfDossierDto> body,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            ServerWebExchange exchange) {
        return step(id, ifMatch, idempotencyKey, exchange, body.map(dto -> new Command.Refuse(dto.getReason())));
    }

    @Override
    public Mono<DossierDto> routeDossier(
            String id,
            Mono<RoutingOfDossierDto> body,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            ServerWebExchange exchange) {
        return step(
                id,
                ifMatch,
                idempotencyKey,
                exchange,
                body.map(dto -> new Command.Route(dto.getCompetentAgency(), dto.getReason())));
    }

    @Override
    public Mono<DossierDto> receiveDossier(
            String id,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            Mono<ReceptionDto> body,
            ServerWebExchange exchange) {
        return step(
                id,
                ifMatch,
                idempotencyKey,
                exchange,
                said(body, ReceptionDto::getRemarks).map(Command.Receive::new));
    }

    @Override
    public Mono<DossierDto> handOverDossier(
            String id,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            Mono<HandOverDto> body,
            ServerWebExchange exchange) {
        return step(
                id,
                ifMatch,
                idempotencyKey,
                exchange,
                said(body, HandOverDto::getToAgency).map(Command.HandOver::new));
    }

    @Override
    public Mono<DossierDto> completeDossier(
            String id,
            Mono<CompletionDto> body,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            ServerWebExchange exchange) {
        return step(id, ifMatch, idempotencyKey, exchange, body.map(FilingMapping::toCommand));
    }

    @Override
    public Mono<DossierDto> returnDossier(
            String id,
            Mono<ReturnOfResultDto> body,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            ServerWebExchange exchange) {
        return step(id, ifMatch, idempotencyKey, exchange, body.map(FilingMapping::toCommand));
    }

    @Override
    public Mono<DossierDto> endRepresentation(
            String id,
            Mono<RepresentationEndDto> body,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            ServerWebExchange exchange) {
        return step(
                id,
                ifMatch,
                idempotencyKey,
                exchange,
                body.map(dto -> new Command.EndRepresentation(dto.getLastDay(), Optional.ofNullable(dto.getReason()))));
    }

    /** What a body that may be left out says of one thing, if anything. */
    private static <B> Mono<Optional<String>> said(Mono<B> body, Function<B, @Nullable String> what) {
        return body.map(dto -> Optional.ofNullable(what.apply(dto))).defaultIfEmpty(Optional.empty());
    }

    private Mono<DossierDto> step(
            String id,
            @Nullable String ifMatch,
            @Nullable String key,
            ServerWebExchange exchange,
            Mono<? extends Command> body) {
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(command -> steps.advance(
                        Answers.request(caller, moment, IdempotencyKey.optional(key), exchange),
                        ref(id),
                        () -> EntityTag.expected(ifMatch),
                        command,
                        answers.writer(exchange))))
                .map(answer -> answers.answered(answer, exchange))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    private static DossierRef ref(String id) {
        return DossierRef.parse(id).orElseThrow(() -> new Problem(ProblemType.MALFORMED_ID));
    }
}
