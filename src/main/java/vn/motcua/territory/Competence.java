package vn.motcua.territory;

import java.util.Comparator;
import java.util.List;

/** Which agency may decide in a place (thẩm quyền giải quyết). */
public sealed interface Competence {

    record One(Agency agency) implements Competence {}

    record None() implements Competence {}

    record Ambiguous(List<Agency> agencies) implements Competence {
        public Ambiguous {
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * The agencies of a level and kind that answer for {@code unit}: of the unit itself, of a unit above it, or, when the
     * place is named too broadly, of the units below it.
     */
    static Competence of(Level level, AgencyKind kind, AdministrativeUnit unit, Territory territory) {
        List<Agency> competent = territory
                .agencies()
                .filter(agency -> agency.level() == level && agency.kind() == kind)
                .filter(agency -> answersFor(agency, unit, territory))
                .sorted(Comparator.comparingInt(Agency::id))
                .toList();
        return switch (competent.size()) {
            case 0 -> new None();
            case 1 -> new One(competent.getFirst());
            default -> new Ambiguous(competent);
        };
    }

    private static boolean answersFor(Agency agency, AdministrativeUnit unit, Territory territory) {
        return territory
                .unit(agency.unit())
                .filter(own -> territory.isWithin(unit, own) || territory.isWithin(own, unit))
                .isPresent();
    }
}
