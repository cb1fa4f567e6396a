package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;

/** Who decides a filing, as far as our tables know. */
sealed interface Destination {

    record Known(Agency agency) implements Destination {}

    /**
     * Nobody knows who decides the procedure, or no such agency is loaded for the place: a gap, which refuses nobody.
     *
     * @param named the agency that the filing names; empty when it names a place only
     */
    record Unknown(AdministrativeUnit place, Optional<Agency> named) implements Destination {}

    /** Where it is decided, or the place that the filing names. */
    default AdministrativeUnit in(Territory territory) {
        return switch (this) {
            case Known(Agency agency) -> territory.placeOf(agency);
            case Unknown unknown -> unknown.place();
        };
    }
}
