package vn.motcua.territory.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.AdministrativeUnitDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.RelatedUnitsDto;
import vn.motcua.contract.TerritoryApi;
import vn.motcua.contract.UnitPageDto;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.Pages;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.UnitAt;
import vn.motcua.territory.UnitFilter;
import vn.motcua.territory.application.Territories;

/** HTTP for administrative units, for anyone. */
@RestController
class UnitsController implements TerritoryApi {

    private final Territories territories;
    private final Pages pages;
    private final InstantSource clock;

    UnitsController(Territories territories, Pages pages, InstantSource clock) {
        this.territories = territories;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Mono<UnitPageDto> listAdministrativeUnits(
            @Nullable LevelDto level,
            @Nullable String parent,
            @Nullable String query,
            @Nullable LocalDate on,
            Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        List<String> filters =
                List.of(Pages.filter("level", level), Pages.filter("parent", parent), Pages.filter("query", query));
        Pages.Asked asked = pages.asked(PATH_LIST_ADMINISTRATIVE_UNITS, filters, on, today(), limit, cursor);
        return territories.current().map(territory -> {
            var filter = new UnitFilter(
                    Optional.ofNullable(level).map(named -> Level.valueOf(named.name())),
                    Optional.ofNullable(parent).map(code -> inForce(territory, code, asked.day())),
                    query == null ? "" : query);
            return UnitMapping.toDto(
                    pages.of(asked, filter.in(territory, asked.day()), AdministrativeUnit::version), territory);
        });
    }

    @Override
    public Mono<AdministrativeUnitDto> getAdministrativeUnit(
            String code, @Nullable LocalDate on, ServerWebExchange exchange) {
        LocalDate day = on == null ? today() : on;
        return about(code, day, (unit, territory) -> UnitMapping.toDto(unit, territory));
    }

    @Override
    public Mono<RelatedUnitsDto> listSuccessors(String code, @Nullable LocalDate on, ServerWebExchange exchange) {
        LocalDate day = on == null ? today() : on;
        return about(
                code, day, (unit, territory) -> UnitMapping.successors(unit, day, territory, Language.of(exchange)));
    }

    @Override
    public Mono<RelatedUnitsDto> listPredecessors(String code, @Nullable LocalDate on, ServerWebExchange exchange) {
        return about(
                code,
                today(),
                (unit, territory) -> UnitMapping.predecessors(
                        unit, on == null ? unit.validFrom().minusDays(1) : on, territory, Language.of(exchange)));
    }

    private <T> Mono<T> about(String code, LocalDate day, BiFunction<AdministrativeUnit, Territory, T> answer) {
        UnitAt named = UnitAt.parse(code)
                .orElseThrow(() -> new Problem(ProblemType.INVALID_PARAMETER).with("parameter", "code"));
        return territories
                .current()
                .map(territory -> named.in(territory, day)
                        .map(unit -> answer.apply(unit, territory))
                        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    private static AdministrativeUnit inForce(Territory territory, String code, LocalDate day) {
        return territory
                .unitInForce(code, day)
                .orElseThrow(() ->
                        new Problem(territory.knows(code) ? ProblemType.UNIT_NOT_IN_FORCE : ProblemType.UNKNOWN_UNIT));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
