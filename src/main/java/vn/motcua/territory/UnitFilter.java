package vn.motcua.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which of the units in force on a day somebody asks for.
 *
 * @param above only units below this one: directly below, or, with a level, however far below
 * @param query a name, or a code; empty for all
 */
public record UnitFilter(Optional<Level> level, Optional<AdministrativeUnit> above, String query) {

    /** The best first; by level and code where there is no query. */
    public List<AdministrativeUnit> in(Territory territory, LocalDate day) {
        return territory.index().find(query, day).stream()
                .filter(unit -> level.map(wanted -> wanted == unit.level()).orElse(true))
                .filter(unit ->
                        above.map(outer -> isBelow(unit, outer, territory)).orElse(true))
                .toList();
    }

    private boolean isBelow(AdministrativeUnit unit, AdministrativeUnit outer, Territory territory) {
        return level.isPresent()
                ? unit.version() != outer.version() && territory.isWithin(unit, outer)
                : unit.parent().filter(parent -> parent == outer.version()).isPresent();
    }
}
