package vn.motcua.dev;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.Persona.Account;
import vn.motcua.dev.Persona.Place;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** Puts staff where the caller wants them: at all agencies of a unit, or at one agency. */
final class Placement {

    private static final String COMMUNE_OF_HA_TINH = "18073";

    private final Territories territories;
    private final InstantSource clock;

    Placement(Territories territories, InstantSource clock) {
        this.territories = territories;
        this.clock = clock;
    }

    Mono<Place> of(Persona persona, Optional<String> unit, Optional<String> agency) {
        return switch (persona.account()) {
            case Account.Placed placed ->
                territories
                        .current()
                        .map(territory -> agency.map(id -> atAgency(territory, id))
                                .orElseGet(() -> atUnit(territory, unit.orElse(COMMUNE_OF_HA_TINH))));
            case Account.Auditor auditor ->
                territories.current().map(territory -> below(territory, unit.orElse(auditor.unit())));
            case Account.Unplaced unplaced ->
                territories
                        .current()
                        .map(territory ->
                                agency.map(id -> atAgency(territory, id)).orElseGet(Place::nowhere));
            case Account.OfCitizens citizen -> Mono.just(Place.nowhere());
        };
    }

    private static Place atAgency(Territory territory, String id) {
        Agency agency = territory.agency(id).orElseThrow(() -> new Problem(ProblemType.UNKNOWN_AGENCY));
        return new Place("agency-" + agency.id(), Set.of(agency.id()), Optional.empty());
    }

    private Place atUnit(Territory territory, String code) {
        Set<Integer> agencies = territory.agenciesOf(unit(territory, code)).stream()
                .map(Agency::id)
                .collect(Collectors.toUnmodifiableSet());
        return new Place(code, agencies, Optional.empty());
    }

    private Place below(Territory territory, String code) {
        return new Place(unit(territory, code).code(), Set.of(), Optional.of(code));
    }

    private AdministrativeUnit unit(Territory territory, String code) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return territory.unitInForce(code, today).orElseThrow(() -> new Problem(ProblemType.UNKNOWN_UNIT));
    }
}
