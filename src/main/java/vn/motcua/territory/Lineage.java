package vn.motcua.territory;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who succeeded whom, over as many steps as there are.
 *
 * <p>The official table says of a district only that it was abolished. Its successors are derived: the units that took over
 * its communes. The reverse is not: a commune's predecessors are communes, not the districts around them.
 */
public final class Lineage {

    private static final Comparator<Descent> BY_CODE = Comparator.<Descent, String>comparing(
                    descent -> descent.unit().code())
            .thenComparing(descent -> descent.unit().validFrom());

    private final Map<Integer, List<Descent>> successors;
    private final Map<Integer, List<Descent>> predecessors;

    Lineage(Map<Integer, AdministrativeUnit> units, List<Succession> successions) {
        this.predecessors = edges(successions, Succession::to, Succession::from, units);
        Map<Integer, List<Descent>> named = edges(successions, Succession::from, Succession::to, units);
        this.successors = withAbolished(named, units, successions);
    }

    private static Map<Integer, List<Descent>> edges(
            List<Succession> successions,
            Function<Succession, Optional<Integer>> start,
            Function<Succession, Optional<Integer>> end,
            Map<Integer, AdministrativeUnit> units) {
        Map<Integer, List<Descent>> edges = new LinkedHashMap<>();
        successions.stream()
                .filter(succession -> start.apply(succession).isPresent()
                        && end.apply(succession).isPresent())
                .collect(groupingBy(succession -> start.apply(succession).orElseThrow()))
                .forEach((from, leaving) -> edges.put(
                        from,
                        leaving.stream()
                                .flatMap(succession -> end.apply(succession).map(units::get).stream()
                                        .map(unit -> new Descent(unit, List.of(succession.kind()))))
                                .sorted(BY_CODE)
                                .toList()));
        return edges;
    }

    private static Map<Integer, List<Descent>> withAbolished(
            Map<Integer, List<Descent>> named, Map<Integer, AdministrativeUnit> units, List<Succession> successions) {
        Map<Integer, List<AdministrativeUnit>> below = units.values().stream()
                .filter(unit -> unit.parent().isPresent())
                .collect(groupingBy(unit -> unit.parent().orElseThrow()));
        Map<Integer, List<Descent>> all = new LinkedHashMap<>(named);
        successions.stream()
                .filter(succession -> succession.kind() == Succession.Kind.ABOLISHED)
                .flatMap(succession -> succession.from().stream())
                .forEach(abolished -> all.put(
                        abolished,
                        onceEach(Stream.concat(
                                named.getOrDefault(abolished, List.of()).stream(),
                                below.getOrDefault(abolished, List.of()).stream()
                                        .flatMap(commune -> named.getOrDefault(commune.version(), List.of()).stream())
                                        .map(heir -> new Descent(heir.unit(), List.of(Succession.Kind.ABOLISHED)))))));
        return all;
    }

    /** The first way to each unit. */
    private static List<Descent> onceEach(Stream<Descent> descents) {
        return descents
                .collect(Collectors.toMap(
                        descent -> descent.unit().version(), Function.identity(), (first, again) -> first))
                .values()
                .stream()
                .sorted(BY_CODE)
                .toList();
    }

    /** Those that took over on the day on which the unit ended, by code. */
    public List<Descent> successorsOf(AdministrativeUnit unit) {
        return successors.getOrDefault(unit.version(), List.of());
    }

    /** Those whose ground or people the unit took over on its first day, by code. */
    public List<Descent> predecessorsOf(AdministrativeUnit unit) {
        return predecessors.getOrDefault(unit.version(), List.of());
    }

    /** True when its ground or people went to several: then its code alone does not tell where an address lies now. */
    public boolean isSplit(AdministrativeUnit unit) {
        return successorsOf(unit).size() > 1;
    }

    /**
     * Those in force on a day that hold ground or people of the unit, by code; the unit itself on a day on which it is in
     * force, nobody on a day before it.
     */
    public List<Descent> successorsOn(AdministrativeUnit unit, LocalDate day) {
        return walk(unit, day, this::successorsOf, Descent::later);
    }

    /** Those in force on a day whose ground or people the unit holds; the reverse of {@link #successorsOn}. */
    public List<Descent> predecessorsOn(AdministrativeUnit unit, LocalDate day) {
        return walk(unit, day, this::predecessorsOf, Descent::earlier);
    }

    /** Nearest first, each unit once: shortest ways, and no end in a circle. */
    private static List<Descent> walk(
            AdministrativeUnit start,
            LocalDate day,
            Function<AdministrativeUnit, List<Descent>> edges,
            BinaryOperator<Descent> onwards) {
        Map<Integer, Descent> reached = new LinkedHashMap<>();
        Deque<Descent> open = new ArrayDeque<>(List.of(Descent.itself(start)));
        while (!open.isEmpty()) {
            Descent at = open.remove();
            boolean isNew = reached.putIfAbsent(at.unit().version(), at) == null;
            if (isNew && !at.unit().isInForceOn(day)) {
                edges.apply(at.unit()).forEach(next -> open.add(onwards.apply(at, next)));
            }
        }
        return reached.values().stream()
                .filter(descent -> descent.unit().isInForceOn(day))
                .sorted(BY_CODE)
                .toList();
    }
}
