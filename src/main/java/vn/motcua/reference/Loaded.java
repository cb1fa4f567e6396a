package vn.motcua.reference;

import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Snapshot;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.territory.Territory;

/** What is loaded, each state with its number. */
public record Loaded(
        Snapshot<Territory> territory, Snapshot<ProcedureCatalogue> procedures, Snapshot<WorkingCalendar> calendar) {}
