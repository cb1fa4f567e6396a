package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Competence;
import vn.motcua.territory.Territory;

/**
 * Which of the agencies of a day somebody asks for.
 *
 * @param unit the agencies of this unit or, with a procedure, those that may decide for this place
 * @param procedure only agencies that may decide it
 * @param query a name, an id or an identifier; empty for all
 */
public record AgencyFilter(Optional<AdministrativeUnit> unit, Optional<ProcedureVersion> procedure, String query) {

    /** The best first; by level and id where there is no query. */
    public List<Agency> in(Territory territory, LocalDate day) {
        return territory.agencyIndex().find(query, day).stream()
                .filter(meant(territory, day))
                .toList();
    }

    private Predicate<Agency> meant(Territory territory, LocalDate day) {
        if (unit.isEmpty()) {
            return agency -> procedure.map(asked -> asked.isDecidedBy(agency)).orElse(true);
        }
        AdministrativeUnit place = unit.get();
        return procedure
                .map(asked -> among(asked.competentIn(place, day, territory)))
                .orElse(agency -> agency.unit().equals(Optional.of(place.version())));
    }

    private static Predicate<Agency> among(Competence competence) {
        return switch (competence) {
            case Competence.One(Agency one) -> agency -> agency.id() == one.id();
            case Competence.None() -> agency -> false;
            case Competence.Ambiguous(List<Agency> several) -> {
                Set<Integer> ids = several.stream().map(Agency::id).collect(Collectors.toUnmodifiableSet());
                yield agency -> ids.contains(agency.id());
            }
        };
    }
}
