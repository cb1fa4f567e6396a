package vn.motcua.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every unit version and agency, as one immutable value. */
public final class Territory {

    private final Map<Integer, AdministrativeUnit> units;
    private final Map<String, List<AdministrativeUnit>> unitsByCode;
    private final Map<Integer, Agency> agencies;
    private final Map<String, Agency> agenciesByIdentifier;

    public Territory(List<AdministrativeUnit> units, List<Agency> agencies) {
        this.units = byKey(units, AdministrativeUnit::version);
        this.unitsByCode = units.stream().collect(Collectors.groupingBy(AdministrativeUnit::code));
        this.agencies = byKey(agencies, Agency::id);
        this.agenciesByIdentifier = byKey(agencies, Agency::identifier);
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, UnaryOperator.identity()));
    }

    public Stream<AdministrativeUnit> units() {
        return units.values().stream();
    }

    public Stream<Agency> agencies() {
        return agencies.values().stream();
    }

    public Optional<AdministrativeUnit> unit(int version) {
        return Optional.ofNullable(units.get(version));
    }

    /** Whether any version ever had this code. */
    public boolean knows(String unitCode) {
        return unitsByCode.containsKey(unitCode);
    }

    public Optional<AdministrativeUnit> unitInForce(String code, LocalDate day) {
        return unitsByCode.getOrDefault(code, List.of()).stream()
                .filter(unit -> unit.isInForceOn(day))
                .findFirst();
    }

    public Optional<Agency> agency(int id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** By id, as a number in text, or by identifier. */
    public Optional<Agency> agency(String idOrIdentifier) {
        Optional<Agency> named = Optional.ofNullable(agenciesByIdentifier.get(idOrIdentifier));
        return named.isEmpty() && idOrIdentifier.matches("[0-9]{1,9}")
                ? agency(Integer.parseInt(idOrIdentifier))
                : named;
    }

    public List<Agency> agenciesOf(AdministrativeUnit unit) {
        return agencies().filter(agency -> agency.unit() == unit.version()).toList();
    }

    /** True when {@code unit} is {@code ancestor} or lies below it. */
    public boolean isWithin(AdministrativeUnit unit, AdministrativeUnit ancestor) {
        return Stream.iterate(
                        Optional.of(unit),
                        Optional::isPresent,
                        at -> at.get().parent().flatMap(this::unit))
                .anyMatch(at -> at.get().version() == ancestor.version());
    }
}
