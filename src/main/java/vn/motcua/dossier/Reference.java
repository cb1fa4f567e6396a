package vn.motcua.dossier;

import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.AgencyClock;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;

/** Everything that decisions look up: who and where, what and how long, and which days are worked. */
public record Reference(Territory territory, ProcedureCatalogue procedures, WorkingCalendar calendar) {

    /** The working time of an agency with its own hours and closures; the usual hours where nobody knows it. */
    public WorkingTime time(int agency) {
        return clock(agency).time();
    }

    /** The same with the outages of the agency's system. */
    AgencyClock clock(int agency) {
        String hours = territory.agency(agency).map(Agency::officeHours).orElse(OfficeHours.S8M.name());
        return new AgencyClock(calendar, agency, OfficeHours.named(hours).orElse(OfficeHours.S8M));
    }
}
