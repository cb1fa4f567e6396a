package vn.motcua.reporting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Descent;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;

/** A unit that was only renamed, changed its kind or got a new unit above it is one unit that goes on. */
public final class Continuity {

    private static final Set<Succession.Kind> GOES_ON = EnumSet.of(
            Succession.Kind.UNCHANGED, Succession.Kind.RENAMED, Succession.Kind.KIND_CHANGED, Succession.Kind.RAISED);

    private Continuity() {}

    /** All versions of the unit that a version belongs to, itself first. */
    public static List<AdministrativeUnit> versions(AdministrativeUnit unit, Territory territory) {
        Map<Integer, AdministrativeUnit> found = new LinkedHashMap<>();
        Deque<AdministrativeUnit> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            AdministrativeUnit at = open.remove();
            if (found.putIfAbsent(at.version(), at) == null) {
                Stream.concat(
                                same(territory.lineage().successorsOf(at)),
                                same(territory.lineage().predecessorsOf(at)))
                        .filter(other -> other.level() == at.level())
                        .filter(other -> isOneToOne(at, other, territory))
                        .forEach(open::add);
            }
        }
        return List.copyOf(found.values());
    }

    private static Stream<AdministrativeUnit> same(List<Descent> descents) {
        return descents.stream()
                .filter(descent -> GOES_ON.containsAll(descent.changes()))
                .map(Descent::unit);
    }

    private static boolean isOneToOne(AdministrativeUnit one, AdministrativeUnit other, Territory territory) {
        boolean isLater = other.validFrom().isAfter(one.validFrom());
        AdministrativeUnit before = isLater ? one : other;
        AdministrativeUnit after = isLater ? other : one;
        return territory.lineage().successorsOf(before).size() == 1
                && territory.lineage().predecessorsOf(after).size() == 1;
    }
}
