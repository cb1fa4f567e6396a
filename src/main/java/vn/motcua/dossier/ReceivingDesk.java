package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Territory;

/** Which agency takes a filing in (nơi tiếp nhận): a clerk's own desk, or else where the filing leads. */
record ReceivingDesk(Caller caller, Territory territory, LocalDate day) {

    /** A one-stop desk is the service centre's; without one the People's Committee's (Decree 118/2025 article 7). */
    private static final List<AgencyKind> ONE_STOP = List.of(AgencyKind.SERVICE_CENTRE, AgencyKind.PEOPLES_COMMITTEE);

    /** Empty when a clerk acts for no agency, or when no agency at all is loaded for the place. */
    Optional<Agency> receiving(Destination destination) {
        if (caller.is(Role.CLERK)) {
            return own(destination);
        }
        return switch (destination) {
            case Destination.Known(Agency agency) -> Optional.of(agency);
            case Destination.Unknown(AdministrativeUnit place) -> oneStop(place);
        };
    }

    private Optional<Agency> own(Destination destination) {
        return destination instanceof Destination.Known(Agency agency)
                        && caller.agencies().contains(agency.id())
                ? Optional.of(agency)
                : first(caller.agencies().stream().flatMap(id -> territory.agency(id, day).stream()));
    }

    /** The nearest one, from the place upwards. */
    private Optional<Agency> oneStop(AdministrativeUnit place) {
        return territory
                .upwards(place)
                .flatMap(unit ->
                        first(territory.agenciesOf(unit).stream().filter(agency -> ONE_STOP.contains(agency.kind())))
                                .stream())
                .findFirst();
    }

    private static Optional<Agency> first(Stream<Agency> agencies) {
        return agencies.min(
                Comparator.comparingInt((Agency agency) -> rank(agency.kind())).thenComparingInt(Agency::id));
    }

    private static int rank(AgencyKind kind) {
        int place = ONE_STOP.indexOf(kind);
        return place < 0 ? ONE_STOP.size() : place;
    }
}
