package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Set;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Snapshot;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.territory.Territory;

/**
 * What is loaded, each state with its number.
 *
 * @param entered days of which operators said the last word in the calendar, that they are special or that they are not
 */
public record Loaded(
        Snapshot<Territory> territory,
        Snapshot<ProcedureCatalogue> procedures,
        Snapshot<WorkingCalendar> calendar,
        Set<LocalDate> entered) {

    public Loaded {
        entered = Set.copyOf(entered);
    }

    /** Where no operator entered a day. */
    public Loaded(
            Snapshot<Territory> territory,
            Snapshot<ProcedureCatalogue> procedures,
            Snapshot<WorkingCalendar> calendar) {
        this(territory, procedures, calendar, Set.of());
    }
}
