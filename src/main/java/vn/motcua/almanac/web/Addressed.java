package vn.motcua.almanac.web;

import java.util.Optional;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;

/**
 * Whose calendar a request is about.
 *
 * @param agency empty for the national calendar
 */
public record Addressed(Optional<Agency> agency) {

    static final String NATIONAL = "VN";

    private static final String NATION = "Việt Nam";

    /**
     * By the id in a path.
     *
     * @throws Problem when no agency has this id or identifier
     */
    public static Addressed by(String id, Territory territory) {
        if (id.equals(NATIONAL)) {
            return new Addressed(Optional.empty());
        }
        return new Addressed(Optional.of(territory.agency(id).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND))));
    }

    /** The agency's id; empty for the national calendar. */
    public Optional<Integer> agencyId() {
        return agency.map(Agency::id);
    }

    String id() {
        return agency.map(found -> String.valueOf(found.id())).orElse(NATIONAL);
    }

    String name() {
        return agency.map(Agency::name).orElse(NATION);
    }

    OfficeHours usual() {
        return agency.map(Agency::officeHours).flatMap(OfficeHours::named).orElse(OfficeHours.S8M);
    }

    AgencyTimes times(WorkingCalendar calendar) {
        return agency.map(found -> calendar.times(found.id())).orElseGet(calendar::everywhere);
    }
}
