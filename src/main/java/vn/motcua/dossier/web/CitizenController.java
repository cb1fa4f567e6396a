package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.CitizenApi;
import vn.motcua.contract.DossierPageDto;
import vn.motcua.contract.TrackingDto;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.ListDossiers;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for what a citizen follows. */
@RestController
class CitizenController implements CitizenApi {

    private final ListDossiers lists;
    private final DossierPages pages;
    private final Callers callers;
    private final Answers answers;

    CitizenController(ListDossiers lists, DossierPages pages, Callers callers, Answers answers) {
        this.lists = lists;
        this.pages = pages;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    public Mono<DossierPageDto> listOwnDossiers(
            @Nullable List<Integer> status, Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        Set<DossierStatus> statuses = StatusNumbers.of(status).orElse(Set.of());
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> {
                    List<String> audience = List.of("dossiers", caller.subject(), StatusNumbers.canonical(statuses));
                    Walk walk = pages.walk(audience, cursor, limit, moment);
                    return lists.own(caller, statuses, moment, walk)
                            .flatMap(page -> pages.page(audience, walk, page, Language.of(exchange)));
                })
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    @Override
    public Mono<TrackingDto> trackDossier(String trackingCode, ServerWebExchange exchange) {
        TrackingCode code = code(trackingCode);
        return lists.progress(code)
                .map(status -> new TrackingDto(
                        code.value(), status.map(DossierStatus::percent).orElse(0)))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    private static TrackingCode code(String typed) {
        String code = typed.toUpperCase(Locale.ROOT);
        if (!TrackingCode.isValid(code)) {
            throw new Problem(ProblemType.MALFORMED_ID);
        }
        return new TrackingCode(code);
    }
}
