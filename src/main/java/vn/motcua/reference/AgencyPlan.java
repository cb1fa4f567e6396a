package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.motcua.reference.TerritoryChanges.NewAgency;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.AgencyIdentifier;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Establishment;
import vn.motcua.territory.Level;

/**
 * Every unit gets the agencies that a unit of its level has, under provisional identifiers. Official ones come from the list
 * of codes, and only those that an independent document shows for a bearer who kept the name.
 */
final class AgencyPlan {

    /** Decision 20/2020/QD-TTg comes into force. */
    private static final LocalDate DECISION_20 = LocalDate.of(2020, 9, 15);

    private final UnitVersions units;
    private final Agencies agencies;
    private final LocalDate today;
    private final BadLines bad;

    AgencyPlan(UnitVersions units, Agencies agencies, LocalDate today, BadLines bad) {
        this.units = units;
        this.agencies = agencies;
        this.today = today;
        this.bad = bad;
    }

    /** What every version of a unit has and lacks, in the order of time. */
    void establish() {
        units.all()
                .sorted(Comparator.comparing(AdministrativeUnit::validFrom)
                        .thenComparing(AdministrativeUnit::level)
                        .thenComparingInt(AdministrativeUnit::version))
                .forEach(unit -> Establishment.of(unit).forEach(agency -> establish(agency, unit)));
    }

    private void establish(Establishment.Founded agency, AdministrativeUnit unit) {
        if (!agencies.knows(agency.id())) {
            agencies.found(
                    new NewAgency(agency.id(), agency.kind(), agency.level(), agency.above()),
                    new AgencyHistory.Identifier(
                            unit.validFrom(), Optional.empty(), agency.provisionalIdentifier(), true));
        }
        agencies.name(
                agency.id(),
                new AgencyHistory.Version(unit.validFrom(), unit.validTo(), agency.name(), Optional.of(agency.unit())));
    }

    void identify(List<AgencyCodeRow> rows) {
        for (AgencyCodeRow row : rows) {
            try {
                if (row.isOfficial()) {
                    identify(
                            row,
                            row.unit().isPresent() ? committee(row, row.unit().get()) : ministry(row));
                }
            } catch (Line.Bad reason) {
                bad.add(reason.line());
            }
        }
    }

    private int committee(AgencyCodeRow row, String code) {
        return units.inForce(code, today)
                .or(() -> units.startingOn(code, Reform.DAY))
                .flatMap(unit -> Establishment.of(unit).stream()
                        .filter(agency -> agency.kind() == AgencyKind.PEOPLES_COMMITTEE)
                        .findFirst())
                .map(Establishment.Founded::id)
                .filter(agencies::knows)
                .orElseThrow(() -> row.place().bad(Reason.UNKNOWN_AGENCY, code));
    }

    /** A ministry that kept its name is loaded from the day on which identifiers got their form. */
    private int ministry(AgencyCodeRow row) {
        int id = Establishment.ministry(new AgencyIdentifier(row.identifier()));
        if (!agencies.knows(id)) {
            agencies.found(
                    new NewAgency(id, AgencyKind.MINISTRY, Level.MINISTRY, Optional.empty()),
                    new AgencyHistory.Identifier(DECISION_20, Optional.empty(), row.identifier(), false));
            agencies.name(id, new AgencyHistory.Version(DECISION_20, Optional.empty(), row.name(), Optional.empty()));
        }
        return id;
    }

    private void identify(AgencyCodeRow row, int agency) {
        if (agencies.bearer(row.identifier()).filter(other -> other != agency).isPresent()) {
            throw row.place().bad(Reason.IDENTIFIER_TAKEN, row.identifier());
        }
        AgencyHistory.Identifier before =
                agencies.identifier(agency).orElseThrow(() -> row.place().bad(Reason.UNKNOWN_AGENCY, row.identifier()));
        if (before.identifier().equals(row.identifier())) {
            return;
        }
        if (!before.provisional()) {
            throw row.place().bad(Reason.DIFFERS, row.identifier());
        }
        replace(agency, before, row.identifier());
    }

    /** One that nobody used yet is official from the start; else the provisional one ends the day before it is known. */
    private void replace(int agency, AgencyHistory.Identifier before, String identifier) {
        boolean unused = agencies.isFounded(agency);
        LocalDate from = unused ? before.validFrom() : today;
        if (!unused) {
            agencies.endIdentifier(agency, before, today.minusDays(1));
        }
        agencies.identify(agency, new AgencyHistory.Identifier(from, Optional.empty(), identifier, false));
    }
}
