package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Territory;

/** Which agency takes a filing in (nơi tiếp nhận): the nearest of a clerk's own desks, or else where the filing leads. */
record ReceivingDesk(Caller caller, Territory territory, LocalDate day) {

    /** A one-stop desk is the service centre's; without one the People's Committee's (Decree 118/2025 article 7). */
    private static final List<AgencyKind> ONE_STOP = List.of(AgencyKind.SERVICE_CENTRE, AgencyKind.PEOPLES_COMMITTEE);

    private static final Comparator<Agency> BY_KIND =
            Comparator.comparingInt((Agency agency) -> rank(agency.kind())).thenComparingInt(Agency::id);

    /** Empty when a clerk acts for no agency that may take it in, or when no agency at all is loaded for the place. */
    Optional<Agency> receiving(Destination destination) {
        if (caller.is(Role.CLERK)) {
            return own(destination);
        }
        return switch (destination) {
            case Destination.Known(Agency agency) -> Optional.of(agency);
            case Destination.Unknown(AdministrativeUnit place, Optional<Agency> named) ->
                oneStop(place).or(() -> named);
        };
    }

    private Optional<Agency> own(Destination destination) {
        AdministrativeUnit there = destination.in(territory);
        BoundaryRule rule = BoundaryRule.on(day);
        return caller.agencies().stream()
                .flatMap(id -> territory.agency(id, day).stream())
                .filter(desk -> rule.allows(territory.placeOf(desk), there, territory))
                .min(Comparator.comparingInt((Agency desk) -> distance(desk, destination))
                        .thenComparing(BY_KIND));
    }

    /** Nought for who decides it, then the same unit, the same province, and elsewhere. */
    private int distance(Agency desk, Destination destination) {
        if (destination instanceof Destination.Known(Agency agency) && agency.id() == desk.id()) {
            return 0;
        }
        AdministrativeUnit here = territory.placeOf(desk);
        AdministrativeUnit there = destination.in(territory);
        if (here.version() == there.version()) {
            return 1;
        }
        return BoundaryRule.WITHIN_THE_PROVINCE.allows(here, there, territory) ? 2 : 3;
    }

    /** The nearest one, from the place upwards. */
    private Optional<Agency> oneStop(AdministrativeUnit place) {
        return territory
                .upwards(place)
                .flatMap(
                        unit -> territory.agenciesOf(unit).stream()
                                .filter(agency -> ONE_STOP.contains(agency.kind()))
                                .min(BY_KIND)
                                .stream())
                .findFirst();
    }

    private static int rank(AgencyKind kind) {
        int place = ONE_STOP.indexOf(kind);
        return place < 0 ? ONE_STOP.size() : place;
    }
}
