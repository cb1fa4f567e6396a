package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.DeskApi;
import vn.motcua.contract.DossierPageDto;
import vn.motcua.contract.DossierSearchDto;
import vn.motcua.contract.DueDto;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierSearch;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Due;
import vn.motcua.dossier.QueueFilter;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.ListDossiers;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.procedure.ProcedureCode;

/** HTTP for the lists of a desk. */
@RestController
class DeskController implements DeskApi {

    private static final Set<DossierStatus> ALL = EnumSet.allOf(DossierStatus.class);

    private final ListDossiers lists;
    private final DossierPages pages;
    private final Callers callers;
    private final Answers answers;

    DeskController(ListDossiers lists, DossierPages pages, Callers callers, Answers answers) {
        this.lists = lists;
        this.pages = pages;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    public Mono<DossierPageDto> listDeskDossiers(
            @Nullable List<Integer> status,
            @Nullable DueDto due,
            @Nullable String procedure,
            @Nullable String query,
            Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        Optional<DossierRef.ByCode> code = Optional.ofNullable(query).map(DeskController::code);
        QueueFilter filter = new QueueFilter(
                StatusNumbers.of(status).orElse(code.isPresent() ? ALL : QueueFilter.OPEN),
                Optional.ofNullable(due).map(band -> Due.valueOf(band.name())),
                Optional.ofNullable(procedure).map(DeskController::procedure));
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> {
                    List<String> audience = audience(caller, filter, code);
                    Walk walk = pages.walk(audience, cursor, limit, moment);
                    return code.map(one -> lists.withCode(caller, one, filter, walk, moment))
                            .orElseGet(() -> lists.queue(caller, filter, walk, moment))
                            .flatMap(page -> pages.page(audience, walk, page, Language.of(exchange)));
                })
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    /** A search stores nothing, so that a key has nothing to protect; it must be one all the same. */
    @Override
    public Mono<DossierPageDto> searchDeskDossiers(
            Mono<DossierSearchDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(dto -> {
                    IdempotencyKey.optional(idempotencyKey);
                    DossierSearch search = search(dto);
                    List<String> audience = audience(caller, search);
                    Walk walk = pages.walk(audience, dto.getCursor(), limit(dto), moment);
                    return lists.search(caller, search, walk, moment)
                            .flatMap(page -> pages.page(audience, walk, page, Language.of(exchange)));
                }))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    private static int limit(DossierSearchDto dto) {
        return Optional.ofNullable(dto.getLimit()).orElse(20);
    }

    private static DossierSearch search(DossierSearchDto dto) {
        return new DossierSearch(
                Optional.ofNullable(dto.getText()),
                Optional.ofNullable(dto.getPhone()),
                Optional.ofNullable(dto.getCitizenId()));
    }

    private static DossierRef.ByCode code(String typed) {
        return DossierRef.typedCode(typed).orElseThrow(() -> invalid("query"));
    }

    private static ProcedureCode procedure(String code) {
        return ProcedureCode.published(code).orElseThrow(() -> invalid("procedure"));
    }

    private static Problem invalid(String parameter) {
        return new Problem(ProblemType.INVALID_PARAMETER).with("parameter", parameter);
    }

    private static List<String> audience(Caller caller, QueueFilter filter, Optional<DossierRef.ByCode> code) {
        return List.of(
                "desk/dossiers",
                caller.subject(),
                agencies(caller),
                StatusNumbers.canonical(filter.statuses()),
                filter.due().map(Enum::name).orElse(""),
                filter.procedure().map(ProcedureCode::value).orElse(""),
                code.map(DossierRef.ByCode::code).orElse(""));
    }

    private static List<String> audience(Caller caller, DossierSearch search) {
        return List.of(
                "desk/dossier-searches",
                caller.subject(),
                agencies(caller),
                search.keys().stream()
                        .map(key -> key.text() + (key.isBeginning() ? "*" : ""))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    /** Whoever is placed elsewhere meanwhile has another list. */
    private static String agencies(Caller caller) {
        return caller.agencies().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
