package vn.motcua.deadline.web;

import java.util.List;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.contract.DeadlineApi;
import vn.motcua.contract.DeadlineCalculationDto;
import vn.motcua.contract.DeadlineDto;
import vn.motcua.deadline.Explanation;
import vn.motcua.platform.web.Language;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** The calculator: a due moment and its explanation, without a dossier. */
@RestController
class DeadlineController implements DeadlineApi {

    private final WorkingCalendars calendars;
    private final Procedures procedures;
    private final Territories territories;

    DeadlineController(WorkingCalendars calendars, Procedures procedures, Territories territories) {
        this.calendars = calendars;
        this.procedures = procedures;
        this.territories = territories;
    }

    @Override
    public Mono<DeadlineDto> calculateDeadline(Mono<DeadlineCalculationDto> body, ServerWebExchange exchange) {
        return body.map(CalculationFields::checked)
                .flatMap(this::lookedUp)
                .flatMap(question -> calendars.current().flatMap(calendar -> answer(question, calendar)))
                .map(answer -> DeadlineMapping.toDto(answer, language(exchange)));
    }

    /** What is not kept ready takes a millisecond to build, on a thread that no other request waits for. */
    private static Mono<Explanation> answer(Question question, WorkingCalendar calendar) {
        Mono<WorkingCalendar> known = Mono.just(calendar);
        return (question.isOfOwnTimes(calendar) ? known.publishOn(Schedulers.boundedElastic()) : known)
                .map(question::answer);
    }

    private Mono<Question> lookedUp(DeadlineCalculationDto asked) {
        return catalogueFor(asked)
                .flatMap(catalogue ->
                        territoryFor(asked).map(territory -> Question.lookedUp(asked, catalogue, territory)));
    }

    /** Who brings a term does not wait for the catalogue. */
    private Mono<ProcedureCatalogue> catalogueFor(DeadlineCalculationDto asked) {
        return asked.getProcedureCode() == null ? Mono.just(new ProcedureCatalogue(List.of())) : procedures.current();
    }

    private Mono<Territory> territoryFor(DeadlineCalculationDto asked) {
        return asked.getAgency() == null
                ? Mono.just(new Territory(List.of(), List.of(), List.of()))
                : territories.current();
    }

    private static vn.motcua.deadline.Language language(ServerWebExchange exchange) {
        return switch (Language.of(exchange)) {
            case VI -> vn.motcua.deadline.Language.VIETNAMESE;
            case EN -> vn.motcua.deadline.Language.ENGLISH;
        };
    }
}
