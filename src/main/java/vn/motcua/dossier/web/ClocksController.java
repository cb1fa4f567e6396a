package vn.motcua.dossier.web;

import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.ClocksApi;
import vn.motcua.contract.DossierDeadlineDto;
import vn.motcua.deadline.Language;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.ExplainDeadline;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for the clocks of one dossier. */
@RestController
class ClocksController implements ClocksApi {

    private final ExplainDeadline deadlines;
    private final Callers callers;
    private final Answers answers;

    ClocksController(ExplainDeadline deadlines, Callers callers, Answers answers) {
        this.deadlines = deadlines;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    public Mono<DossierDeadlineDto> getDossierDeadline(String id, ServerWebExchange exchange) {
        DossierRef ref = DossierRef.parse(id).orElseThrow(() -> new Problem(ProblemType.MALFORMED_ID));
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> deadlines.of(ref, caller, moment))
                .map(story -> ClockMapping.toDto(story, language(exchange)))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    private static Language language(ServerWebExchange exchange) {
        return switch (vn.motcua.platform.web.Language.of(exchange)) {
            case VI -> Language.VIETNAMESE;
            case EN -> Language.ENGLISH;
        };
    }
}
