package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Territory;

/** What the tables of units, successions, changes and agencies change in what is loaded. */
final class TerritoryPlan {

    private final UnitVersions units;
    private final Successions successions;
    private final Agencies agencies;
    private final Tables tables;
    private final LocalDate today;

    private TerritoryPlan(Territory loaded, Tables tables, LocalDate today) {
        this.units = new UnitVersions(loaded);
        this.successions = new Successions(loaded, units, tables.bad());
        this.agencies = new Agencies(loaded);
        this.tables = tables;
        this.today = today;
    }

    /**
     * The changes; bad lines are added to the tables' own.
     *
     * @param today the first day of what becomes known only now, as an official identifier
     */
    static TerritoryChanges of(Territory loaded, Tables tables, LocalDate today) {
        return new TerritoryPlan(loaded, tables, today).changes();
    }

    private TerritoryChanges changes() {
        UnitTable.of2024(units, tables).plan();
        UnitTable.of2025(units, tables).plan();
        new UnitChanges(units, successions, tables.bad()).plan(tables.changes());
        successions.plan(tables.successions());
        units.planned().forEach(this::check);
        var agencyPlan = new AgencyPlan(units, agencies, today, tables.bad());
        if (tables.has(SourceFile.UNITS_2025) || tables.has(SourceFile.UNITS_CHANGES_2026)) {
            agencyPlan.establish();
        }
        agencyPlan.identify(tables.agencyCodes());
        return new TerritoryChanges(
                units.ends(),
                units.added(),
                successions.added(),
                agencies.founded(),
                agencies.nameEnds(),
                agencies.addedNames(),
                agencies.identifierEnds(),
                agencies.addedIdentifiers());
    }

    private void check(int version, Line line) {
        AdministrativeUnit unit = units.version(version).orElseThrow();
        LocalDate last = unit.validTo().orElse(LocalDate.MAX);
        if (last.isBefore(unit.validFrom())) {
            tables.bad().add(line.bad(Reason.ENDS_BEFORE_IT_BEGINS, unit.code()).line());
        } else if (units.versionsOf(unit.code()).anyMatch(other -> overlap(unit, other))) {
            tables.bad().add(line.bad(Reason.OVERLAPS, unit.code()).line());
        } else if (!isInsideItsParent(unit)) {
            tables.bad().add(line.bad(Reason.OUTSIDE_PARENT, unit.code()).line());
        }
    }

    private static boolean overlap(AdministrativeUnit one, AdministrativeUnit other) {
        return one.version() != other.version()
                && !one.validFrom().isAfter(other.validTo().orElse(LocalDate.MAX))
                && !other.validFrom().isAfter(one.validTo().orElse(LocalDate.MAX));
    }

    private boolean isInsideItsParent(AdministrativeUnit unit) {
        Optional<AdministrativeUnit> parent = unit.parent().flatMap(units::version);
        return parent.isPresent()
                && !unit.validFrom().isBefore(parent.get().validFrom())
                && !unit.validTo().orElse(LocalDate.MAX).isAfter(parent.get().validTo().orElse(LocalDate.MAX));
    }
}
