package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;

/** What an import adds to territory. Nothing is rewritten: versions are added, and ended where they were open. */
public record TerritoryChanges(
        List<UnitEnd> unitEnds,
        List<AdministrativeUnit> units,
        List<NewSuccession> successions,
        List<NewAgency> agencies,
        List<AgencyEnd> agencyEnds,
        List<NewVersion> agencyVersions,
        List<AgencyEnd> identifierEnds,
        List<NewIdentifier> identifiers) {

    /** Nothing at all. */
    public static final TerritoryChanges NONE = new TerritoryChanges(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public TerritoryChanges {
        unitEnds = List.copyOf(unitEnds);
        units = List.copyOf(units);
        successions = List.copyOf(successions);
        agencies = List.copyOf(agencies);
        agencyEnds = List.copyOf(agencyEnds);
        agencyVersions = List.copyOf(agencyVersions);
        identifierEnds = List.copyOf(identifierEnds);
        identifiers = List.copyOf(identifiers);
    }

    /** The last day of a version that was open. */
    public record UnitEnd(int version, LocalDate validTo) {}

    /**
     * A succession and where it stands written.
     *
     * @param note the source's own words
     */
    public record NewSuccession(Succession succession, Optional<String> note, String source) {}

    /**
     * An agency that was not there.
     *
     * @param above the id of the agency above it in its own line, where that one is loaded
     */
    public record NewAgency(int id, AgencyKind kind, Level level, Optional<Integer> above) {}

    /** What an agency is called from a day on, and where it belongs. */
    public record NewVersion(int agency, AgencyHistory.Version version) {}

    /** What an agency is written as from a day on. */
    public record NewIdentifier(int agency, AgencyHistory.Identifier identifier) {}

    /** The last day of a name or an identifier that was open, known by its agency and first day. */
    public record AgencyEnd(int agency, LocalDate validFrom, LocalDate validTo) {}

    public boolean isEmpty() {
        return equals(NONE);
    }
}
