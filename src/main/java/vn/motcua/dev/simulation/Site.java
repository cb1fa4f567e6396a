package vn.motcua.dev.simulation;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;

/**
 * An agency that decides dossiers, through all its days.
 *
 * @param careless true for the few that are late more often than others
 */
record Site(int agency, Level level, AgencyKind kind, boolean careless, List<Era> eras) {

    Site {
        eras = List.copyOf(eras);
    }

    /**
     * What is filed with it while it belongs to one version of a unit.
     *
     * @param from the first day inside the plan's span
     * @param to the last day, inclusive
     * @param desks agencies that take in for it, elsewhere in its province; empty when only it does
     */
    record Era(LocalDate from, LocalDate to, int dossiers, List<Integer> desks) {
        Era {
            desks = List.copyOf(desks);
        }
    }

    int dossiers() {
        return eras.stream().mapToInt(Era::dossiers).sum();
    }
}
