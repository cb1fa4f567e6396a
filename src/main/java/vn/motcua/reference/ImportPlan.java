package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an import changes, planned in memory on one numbered state of each capability.
 *
 * @param on the state that it was planned on
 * @param bad when there is any, nothing is changed
 * @param flags lines that are taken in and that a person ought to look at
 * @param overview the country with the changes made
 */
public record ImportPlan(
        Loaded on,
        TerritoryChanges territory,
        CatalogueChanges catalogue,
        Optional<ImportedCalendar> calendar,
        BadLines bad,
        List<Flag> flags,
        Overview overview) {

    public ImportPlan {
        flags = List.copyOf(flags);
    }

    /**
     * Plans, or finds the lines that are bad.
     *
     * @param today the first day of what becomes known only now
     */
    public static ImportPlan of(Loaded on, Tables tables, LocalDate today) {
        BadLines bad = tables.bad().copy();
        var read = tables.areWhole() ? tables : new Tables();
        var territory = TerritoryPlan.of(on.territory().value(), read, today, bad);
        var catalogue = CataloguePlan.of(on.procedures().value(), read, today, bad);
        Optional<ImportedCalendar> calendar = CalendarPlan.of(on.calendar().value(), read, today, bad);
        return new ImportPlan(
                on,
                territory.changes(),
                catalogue.changes(),
                calendar,
                bad,
                catalogue.flags(),
                territory.overview(today, catalogue.inForce()));
    }

    public boolean changesNothing() {
        return territory.isEmpty() && catalogue.isEmpty() && calendar.isEmpty();
    }
}
