package vn.motcua.reporting.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.DefinitionDto;
import vn.motcua.contract.FiguresApi;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.OnTimeRatesDto;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.application.FiguresRefused;
import vn.motcua.reporting.application.ReportOnTimeRates;
import vn.motcua.reporting.application.ReportOnTimeRates.Question;
import vn.motcua.territory.Level;

/** HTTP for figures. */
@RestController
class FiguresController implements FiguresApi {

    private final ReportOnTimeRates reports;
    private final Callers callers;
    private final InstantSource clock;

    FiguresController(ReportOnTimeRates reports, Callers callers, InstantSource clock) {
        this.reports = reports;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Mono<OnTimeRatesDto> listOnTimeRates(
            LevelDto level,
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            DefinitionDto definition,
            ServerWebExchange exchange) {
        if (to.isBefore(from)) {
            return Mono.error(() -> new Problem(ProblemType.INVALID_PARAMETER).with("parameter", "from"));
        }
        Instant askedAt = clock.instant();
        return callers.of(exchange)
                .map(caller -> question(caller, level, unit, from, to, definition, askedAt))
                .flatMap(question -> reports.report(question).map(report -> FiguresMapping.toDto(question, report)))
                .onErrorMap(FiguresRefused.class, FiguresController::problem);
    }

    private static Question question(
            Caller caller,
            LevelDto level,
            @Nullable String unit,
            LocalDate from,
            LocalDate to,
            DefinitionDto definition,
            Instant askedAt) {
        return new Question(
                caller,
                Level.valueOf(level.name()),
                Optional.ofNullable(unit).map(UnitAt::parse),
                from,
                to,
                Definition.valueOf(definition.name()),
                askedAt);
    }

    private static Problem problem(FiguresRefused refused) {
        return switch (refused.reach()) {
            case Reach.Above _ -> new Problem(ProblemType.INVALID_PARAMETER).with("parameter", "level");
            case Reach.Never _ -> new Problem(ProblemType.FORBIDDEN);
            case Reach.Outside _ -> new Problem(ProblemType.NOT_FOUND);
            case Reach.NoSuchUnit(boolean everKnown) ->
                new Problem(everKnown ? ProblemType.UNIT_NOT_IN_FORCE : ProblemType.UNKNOWN_UNIT);
        };
    }
}
