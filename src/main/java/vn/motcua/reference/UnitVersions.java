package vn.motcua.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.reference.TerritoryChanges.UnitEnd;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Territory;

/** The versions of units as they will be: those that are loaded, with what is planned on top. */
final class UnitVersions {

    private final Map<Integer, AdministrativeUnit> all = new HashMap<>();
    private final Map<String, List<Integer>> byCode = new HashMap<>();
    private final Map<Integer, List<Integer>> byParent = new HashMap<>();
    private final Map<Integer, LinePlace> planned = new LinkedHashMap<>();
    private final Map<Integer, UnitEnd> ended = new LinkedHashMap<>();

    UnitVersions(Territory loaded) {
        loaded.units().forEach(this::put);
    }

    private void put(AdministrativeUnit unit) {
        if (all.put(unit.version(), unit) == null) {
            byCode.computeIfAbsent(unit.code(), none -> new ArrayList<>()).add(unit.version());
            unit.parent()
                    .ifPresent(parent -> byParent.computeIfAbsent(parent, none -> new ArrayList<>())
                            .add(unit.version()));
        }
    }

    /** Adds a version; one with a number that is known already would be rewritten by it. */
    void plan(AdministrativeUnit unit, LinePlace place) {
        if (all.containsKey(unit.version())) {
            throw place.bad(Reason.DIFFERS, unit.code());
        }
        put(unit);
        planned.put(unit.version(), place);
    }

    /** Ends a version after a day, be it loaded or planned. */
    void end(AdministrativeUnit unit, LocalDate last) {
        put(new AdministrativeUnit(
                unit.version(),
                unit.code(),
                unit.name(),
                unit.level(),
                unit.kind(),
                unit.validFrom(),
                Optional.of(last),
                unit.parent()));
        if (!planned.containsKey(unit.version())) {
            ended.put(unit.version(), new UnitEnd(unit.version(), last));
        }
    }

    Optional<AdministrativeUnit> version(int version) {
        return Optional.ofNullable(all.get(version));
    }

    Stream<AdministrativeUnit> all() {
        return all.values().stream();
    }

    Stream<AdministrativeUnit> versionsOf(String code) {
        return versions(byCode.getOrDefault(code, List.of()));
    }

    Optional<AdministrativeUnit> inForce(String code, LocalDate day) {
        return versionsOf(code).filter(unit -> unit.isInForceOn(day)).findFirst();
    }

    Optional<AdministrativeUnit> startingOn(String code, LocalDate day) {
        return versionsOf(code).filter(unit -> unit.validFrom().equals(day)).findFirst();
    }

    /** Those directly below a version that reach over to a day. */
    List<AdministrativeUnit> below(AdministrativeUnit unit, LocalDate day) {
        return versions(byParent.getOrDefault(unit.version(), List.of()))
                .filter(child -> child.validFrom().isBefore(day) && child.isInForceOn(day))
                .sorted(Comparator.comparing(AdministrativeUnit::code))
                .toList();
    }

    /** Whether any directly below a version begins on a day or later. */
    boolean isBegunBelow(AdministrativeUnit unit, LocalDate day) {
        return versions(byParent.getOrDefault(unit.version(), List.of()))
                .anyMatch(child -> !child.validFrom().isBefore(day));
    }

    private Stream<AdministrativeUnit> versions(Collection<Integer> numbers) {
        return numbers.stream().map(this::version).flatMap(Optional::stream);
    }

    /** The planned versions and the lines they come from. */
    Map<Integer, LinePlace> planned() {
        return planned;
    }

    List<AdministrativeUnit> added() {
        return versions(planned.keySet())
                .sorted(Comparator.comparing(AdministrativeUnit::level).thenComparingInt(AdministrativeUnit::version))
                .toList();
    }

    List<UnitEnd> ends() {
        return List.copyOf(ended.values());
    }
}
