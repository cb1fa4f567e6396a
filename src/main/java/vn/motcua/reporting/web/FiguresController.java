package vn.motcua.reporting.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.FigureViewDto;
import vn.motcua.contract.FiguresApi;
import vn.motcua.contract.IntakeRatesDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.OnTimeDefinitionListDto;
import vn.motcua.contract.OnTimeRatesDto;
import vn.motcua.contract.RowDossierPageDto;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Language;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.application.FiguresRefused;
import vn.motcua.reporting.application.ReportFigures;
import vn.motcua.reporting.application.RowQuestion;

/** HTTP for figures. */
@RestController
class FiguresController implements FiguresApi {

    private final ReportFigures reports;
    private final RowDossierPages dossiers;
    private final Callers callers;
    private final InstantSource clock;

    FiguresController(ReportFigures reports, RowDossierPages dossiers, Callers callers, InstantSource clock) {
        this.reports = reports;
        this.dossiers = dossiers;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Mono<OnTimeRatesDto> listOnTimeRates(
            LevelDto level,
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            String definition,
            FigureViewDto view,
            @Nullable String asOf,
            String groupBy,
            String scope,
            String by,
            ServerWebExchange exchange) {
        Question question =
                new Questions(level, from, to, unit, view, asOf, groupBy, scope, by, clock.instant()).read();
        Set<Definition> definitions = Questions.definitions(definition);
        return callers.maybe(exchange)
                .flatMap(caller -> reports.onTime(caller, question, definitions))
                .map(report -> FiguresMapping.toDto(question, report, definitions))
                .onErrorMap(FiguresRefused.class, FiguresProblems::of);
    }

    @Override
    public Mono<RowDossierPageDto> listRowDossiers(
            LevelDto level,
            LocalDate from,
            LocalDate to,
            String count,
            @Nullable String unit,
            String definition,
            FigureViewDto view,
            @Nullable String asOf,
            String scope,
            String by,
            @Nullable String rowUnit,
            @Nullable Integer agency,
            @Nullable String sector,
            @Nullable String procedure,
            @Nullable ChannelDto channel,
            @Nullable String month,
            Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        var row = new RowQuestions(rowUnit, agency, sector, procedure, channel, month).read();
        Question question = new Questions(
                        level, from, to, unit, view, asOf, RowQuestions.groupBy(row), scope, by, clock.instant())
                .read();
        var asked = new RowQuestion(
                question, row, Questions.definitions(definition).iterator().next(), RowQuestions.count(count));
        return callers.of(exchange)
                .flatMap(caller -> dossiers.page(caller, asked, limit, cursor))
                .onErrorMap(FiguresRefused.class, FiguresProblems::of);
    }

    @Override
    public Mono<IntakeRatesDto> listIntakeRates(
            LevelDto level,
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            FigureViewDto view,
            @Nullable String asOf,
            String groupBy,
            String scope,
            String by,
            ServerWebExchange exchange) {
        Question question =
                new Questions(level, from, to, unit, view, asOf, groupBy, scope, by, clock.instant()).read();
        return callers.maybe(exchange)
                .flatMap(caller -> reports.intake(caller, question))
                .map(report -> IntakeMapping.toDto(question, report))
                .onErrorMap(FiguresRefused.class, FiguresProblems::of);
    }

    @Override
    public Mono<OnTimeDefinitionListDto> listOnTimeDefinitions(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return Mono.just(new OnTimeDefinitionListDto(
                Arrays.stream(Definition.values())
                        .map(definition -> DefinitionWords.toDto(definition, language))
                        .toList(),
                null));
    }
}
