package vn.motcua.procedure.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.AgencyApi;
import vn.motcua.contract.AgencyPageDto;
import vn.motcua.platform.web.Pages;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.procedure.AgencyFilter;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** HTTP for agencies, for anyone. It stands here because the territory does not know who decides a procedure. */
@RestController
class AgenciesController implements AgencyApi {

    private final Territories territories;
    private final Procedures procedures;
    private final Pages pages;
    private final InstantSource clock;

    AgenciesController(Territories territories, Procedures procedures, Pages pages, InstantSource clock) {
        this.territories = territories;
        this.procedures = procedures;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Mono<AgencyPageDto> listAgencies(
            @Nullable String unit,
            @Nullable String procedure,
            @Nullable String query,
            @Nullable LocalDate on,
            Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        List<String> filters =
                List.of(Pages.filter("unit", unit), Pages.filter("procedure", procedure), Pages.filter("query", query));
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        Pages.Asked asked = pages.asked(PATH_LIST_AGENCIES, filters, on, today, limit, cursor);
        return territories
                .current()
                .flatMap(territory -> procedures.current().map(catalogue -> {
                    var filter = new AgencyFilter(
                            Optional.ofNullable(unit).map(code -> unit(territory, code, asked.day())),
                            Optional.ofNullable(procedure).map(code -> procedure(catalogue, code, asked.day())),
                            query == null ? "" : query);
                    return AgencyMapping.toDto(
                            pages.of(asked, filter.in(territory, asked.day()), Agency::id), territory);
                }));
    }

    private static AdministrativeUnit unit(Territory territory, String code, LocalDate day) {
        return territory
                .unitInForce(code, day)
                .orElseThrow(() ->
                        new Problem(territory.knows(code) ? ProblemType.UNIT_NOT_IN_FORCE : ProblemType.UNKNOWN_UNIT));
    }

    private static ProcedureVersion procedure(ProcedureCatalogue catalogue, String code, LocalDate day) {
        return ProcedureCode.published(code)
                .flatMap(parsed -> catalogue.inForce(parsed, day))
                .orElseThrow(() -> new Problem(ProblemType.UNKNOWN_PROCEDURE));
    }
}
