package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Variant;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** What the tables of units, successions, changes and agencies change in what is loaded. */
final class TerritoryPlan {

    private final UnitVersions units;
    private final Successions successions;
    private final Agencies agencies;
    private final Tables tables;
    private final LocalDate today;
    private final BadLines bad;

    private TerritoryPlan(Territory loaded, Tables tables, LocalDate today, BadLines bad) {
        this.units = new UnitVersions(loaded);
        this.successions = new Successions(loaded, units, tables, bad);
        this.agencies = new Agencies(loaded);
        this.tables = tables;
        this.today = today;
        this.bad = bad;
    }

    /** @param today the first day of what becomes known only now, as an official identifier */
    static TerritoryPlan of(Territory loaded, Tables tables, LocalDate today, BadLines bad) {
        var plan = new TerritoryPlan(loaded, tables, today, bad);
        plan.plan();
        return plan;
    }

    private void plan() {
        UnitTable.of2024(units, tables, bad).plan();
        UnitTable.of2025(units, tables, bad).plan();
        new UnitChanges(units, successions, bad).plan(tables.changes());
        successions.plan();
        units.planned().forEach(this::check);
        var agencyPlan = new AgencyPlan(units, agencies, today, bad);
        if (tables.has(SourceFile.UNITS_2024)
                || tables.has(SourceFile.UNITS_2025)
                || tables.has(SourceFile.UNITS_CHANGES_2026)) {
            agencyPlan.establish();
        }
        agencyPlan.identify(tables.agencyCodes());
    }

    TerritoryChanges changes() {
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

    Overview overview(LocalDate today, List<ProcedureVersion> procedures) {
        LocalDate before = Reform.DAY.minusDays(1);
        int later = Math.toIntExact(successions
                .all()
                .filter(one -> one.to()
                        .flatMap(units::version)
                        .filter(unit -> unit.validFrom().isAfter(Reform.DAY))
                        .isPresent())
                .count());
        return new Overview(
                count(Level.PROVINCE, today),
                count(Level.COMMUNE, today),
                count(Level.PROVINCE, before),
                count(Level.DISTRICT, before),
                count(Level.COMMUNE, before),
                Math.toIntExact(successions.all().count()) - later,
                later,
                agencies.count(),
                agencies.provisionalCount(),
                procedures.size(),
                variants(procedures, variant -> variant.term().isEmpty()),
                variants(procedures, variant -> variant.fee().suspect()));
    }

    private int count(Level level, LocalDate day) {
        return Math.toIntExact(units.all()
                .filter(unit -> unit.level() == level && unit.isInForceOn(day))
                .count());
    }

    private static int variants(List<ProcedureVersion> procedures, Predicate<Variant> which) {
        return Math.toIntExact(procedures.stream()
                .flatMap(procedure -> procedure.variants().stream())
                .filter(which)
                .count());
    }

    private void check(int version, LinePlace place) {
        AdministrativeUnit unit = units.version(version).orElseThrow();
        LocalDate last = unit.validTo().orElse(LocalDate.MAX);
        if (last.isBefore(unit.validFrom())) {
            bad.add(place.bad(Reason.ENDS_BEFORE_IT_BEGINS, unit.code()).line());
        } else if (units.versionsOf(unit.code()).anyMatch(other -> overlap(unit, other))) {
            bad.add(place.bad(Reason.OVERLAPS, unit.code()).line());
        } else if (!isInsideItsParent(unit)) {
            bad.add(place.bad(Reason.OUTSIDE_PARENT, unit.code()).line());
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
                && !unit.validTo()
                        .orElse(LocalDate.MAX)
                        .isAfter(parent.get().validTo().orElse(LocalDate.MAX));
    }
}
