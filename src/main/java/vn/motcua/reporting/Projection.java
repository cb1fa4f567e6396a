package vn.motcua.reporting;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Descent;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;

/**
 * Where what every unit ever handled stands among the units in force on a day. The table of successions tells no shares, so
 * what went to several can stand with any of them.
 *
 * @param communes what agencies of communes handled, on communes
 * @param provinces what agencies in provinces handled, on provinces
 * @param provinceAgencies what agencies of provinces themselves handled, on provinces
 */
public record Projection(List<Origin> communes, List<Origin> provinces, List<Origin> provinceAgencies) {

    /**
     * Something that was handled together, and the units that it may stand with.
     *
     * @param unit whose agencies handled it
     * @param isWhole true for everything in the province {@code unit}, false for its own agencies
     * @param targets versions in force on the day; several when nobody can tell, none when nobody holds its ground
     */
    public record Origin(AdministrativeUnit unit, boolean isWhole, Set<Integer> targets) {}

    /** Walks every unit once: to be kept as long as the territory stays. */
    public static Projection onto(LocalDate day, Territory territory) {
        List<Origin> communes = new ArrayList<>();
        List<Origin> provinces = new ArrayList<>();
        List<Origin> agencies = new ArrayList<>();
        territory.units().filter(unit -> !unit.validFrom().isAfter(day)).forEach(unit -> {
            Set<Integer> onCommunes = communesOf(unit, day, territory);
            if (unit.level() == Level.COMMUNE || !onCommunes.isEmpty()) {
                communes.add(new Origin(unit, false, onCommunes));
            }
            if (unit.level() == Level.PROVINCE) {
                agencies.add(new Origin(unit, false, provincesOf(unit, day, territory)));
                provinces.addAll(inProvince(unit, day, territory));
            }
        });
        return new Projection(List.copyOf(communes), List.copyOf(provinces), List.copyOf(agencies));
    }

    /** The whole province at once when all of it went to one; a piece of it that went elsewhere is placed by itself. */
    private static List<Origin> inProvince(AdministrativeUnit province, LocalDate day, Territory territory) {
        List<Origin> parts = territory
                .downwards(province)
                .map(unit -> new Origin(unit, false, provincesOf(unit, day, territory)))
                .toList();
        Set<Integer> one = parts.getFirst().targets();
        boolean isWhole = one.size() == 1
                && parts.stream().allMatch(part -> part.targets().equals(one));
        return isWhole ? List.of(new Origin(province, true, one)) : parts;
    }

    /** An abolished district left its ground to communes, but its work to none of them by name. */
    private static Set<Integer> communesOf(AdministrativeUnit unit, LocalDate day, Territory territory) {
        return territory.lineage().successorsOn(unit, day).stream()
                .filter(descent -> descent.unit().level() == Level.COMMUNE)
                .filter(descent -> !descent.changes().contains(Succession.Kind.ABOLISHED))
                .map(descent -> descent.unit().version())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<Integer> provincesOf(AdministrativeUnit unit, LocalDate day, Territory territory) {
        return territory.lineage().successorsOn(unit, day).stream()
                .map(Descent::unit)
                .flatMap(heir -> provinceAround(heir, territory))
                .map(AdministrativeUnit::version)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<AdministrativeUnit> provinceAround(AdministrativeUnit unit, Territory territory) {
        return territory
                .upwards(unit)
                .filter(above -> above.level() == Level.PROVINCE)
                .limit(1);
    }
}
