package vn.motcua.dossier;

import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.territory.Territory;

/** Everything that decisions look up: who and where, what and how long, and which days are worked. */
public record Reference(Territory territory, ProcedureCatalogue procedures, WorkingCalendar calendar) {}
