package vn.motcua.dossier;

import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;

/** Who decides a filing, as far as our tables know. */
sealed interface Destination {

    record Known(Agency agency) implements Destination {}

    /**
     * Nobody knows who decides the procedure, or no such agency is loaded for the place: a gap, which refuses nobody.
     */
    record Unknown(AdministrativeUnit place) implements Destination {}
}
