package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every unit version, succession and agency, as one immutable value. */
public final class Territory {

    private static final LocalDate LATEST = LocalDate.MAX;

    private final Map<Integer, AdministrativeUnit> units;
    private final Map<String, List<AdministrativeUnit>> unitsByCode;
    private final Optional<AdministrativeUnit> nation;
    private final LocalDate mapped;
    private final List<Succession> successions;
    private final Lineage lineage;
    private final UnitIndex index;
    private final AgencyIndex agencyIndex;
    private final Map<Integer, AgencyHistory> agencies;
    private final Map<String, List<AgencyHistory>> agenciesByIdentifier;
    private final Map<Integer, List<AgencyHistory>> agenciesByUnit;
    private final Map<Integer, List<AdministrativeUnit>> unitsByParent;

    public Territory(List<AdministrativeUnit> units, List<Succession> successions, List<AgencyHistory> agencies) {
        this.units = byKey(units, AdministrativeUnit::version);
        this.unitsByCode = units.stream().collect(Collectors.groupingBy(AdministrativeUnit::code));
        this.nation =
                units.stream().filter(unit -> unit.level() == Level.NATION).findFirst();
        this.mapped = units.stream()
                .filter(unit -> unit.level() == Level.PROVINCE)
                .map(AdministrativeUnit::validFrom)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        this.successions = List.copyOf(successions);
        this.lineage = new Lineage(this.units, successions);
        this.index = new UnitIndex(units);
        this.agencyIndex = new AgencyIndex(agencies);
        this.unitsByParent = units.stream()
                .filter(unit -> unit.parent().isPresent())
                .collect(Collectors.groupingBy(unit -> unit.parent().orElseThrow()));
        this.agencies = byKey(agencies, AgencyHistory::id);
        this.agenciesByIdentifier =
                byEach(agencies, agency -> agency.identifiers().stream().map(AgencyHistory.Identifier::identifier));
        this.agenciesByUnit =
                byEach(agencies, agency -> agency.versions().stream().flatMap(version -> version.unit().stream()));
    }

    /** Hashed in buckets: {@code Map.of} probes for long where numbers stand close together, as those of units do. */
    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return Collections.unmodifiableMap(values.stream().collect(Collectors.toMap(key, UnaryOperator.identity())));
    }

    private static <K> Map<K, List<AgencyHistory>> byEach(
            List<AgencyHistory> agencies, Function<AgencyHistory, Stream<K>> keys) {
        return agencies.stream()
                .flatMap(agency -> keys.apply(agency).distinct().map(key -> Map.entry(key, agency)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    public Stream<AdministrativeUnit> units() {
        return units.values().stream();
    }

    public Stream<Succession> successions() {
        return successions.stream();
    }

    public Lineage lineage() {
        return lineage;
    }

    public UnitIndex index() {
        return index;
    }

    public AgencyIndex agencyIndex() {
        return agencyIndex;
    }

    /** Those in force on a day that hold ground or people of the unit, over all steps between, by code. */
    public List<AdministrativeUnit> successorsOn(AdministrativeUnit unit, LocalDate day) {
        return lineage.successorsOn(unit, day).stream().map(Descent::unit).toList();
    }

    /** Those in force on a day whose ground or people the unit holds, over all steps between, by code. */
    public List<AdministrativeUnit> predecessorsOn(AdministrativeUnit unit, LocalDate day) {
        return lineage.predecessorsOn(unit, day).stream().map(Descent::unit).toList();
    }

    /** The day, or the first day of our maps when it is before that: whatever existed then stands for what was before. */
    public LocalDate mapDay(LocalDate day) {
        return day.isBefore(mapped) ? mapped : day;
    }

    public Stream<AgencyHistory> agencies() {
        return agencies.values().stream();
    }

    /** Those that exist on a day, as they stand on it, by level and id. */
    public Stream<Agency> agenciesOn(LocalDate day) {
        return agencyIndex.on(day).stream();
    }

    public Optional<AdministrativeUnit> unit(int version) {
        return Optional.ofNullable(units.get(version));
    }

    /** Every version that had this code, in no order. */
    public List<AdministrativeUnit> versionsOf(String unitCode) {
        return unitsByCode.getOrDefault(unitCode, List.of());
    }

    /** Whether any version ever had this code. */
    public boolean knows(String unitCode) {
        return unitsByCode.containsKey(unitCode);
    }

    public Optional<AdministrativeUnit> unitInForce(String code, LocalDate day) {
        return versionsOf(code).stream().filter(unit -> unit.isInForceOn(day)).findFirst();
    }

    /**
     * The unit that is meant and in force on a day; empty when the one that had the code on the named day no longer is: codes were
     * reused.
     *
     * @param name as {@link UnitAt} reads it
     */
    public Optional<AdministrativeUnit> unitStillInForce(String name, LocalDate day) {
        return UnitAt.parse(name)
                .flatMap(unit -> unitInForce(unit.code(), unit.day().orElse(day)))
                .filter(unit -> unit.isInForceOn(day));
    }

    /** The unit that had a code on a day, or last before it. */
    public Optional<AdministrativeUnit> lastUnit(String code, LocalDate day) {
        return versionsOf(code).stream()
                .filter(unit -> !unit.validFrom().isAfter(day))
                .max(Comparator.comparing(AdministrativeUnit::validFrom));
    }

    /** As it stands now, or stood last. */
    public Optional<Agency> agency(int id) {
        return agency(id, LATEST);
    }

    /** As it stands on a day; outside its life, as it stood nearest to that day. */
    public Optional<Agency> agency(int id, LocalDate day) {
        return Optional.ofNullable(agencies.get(id)).map(agency -> agency.on(day));
    }

    /** By id, as a number in text, or by identifier in either form: who bears it now, or else who bore it. */
    public Optional<Agency> agency(String idOrIdentifier) {
        return idOrIdentifier.matches("[0-9]{1,9}")
                ? agency(Integer.parseInt(idOrIdentifier))
                : AgencyIdentifier.parse(idOrIdentifier).flatMap(this::bearing);
    }

    /** By id or identifier, as it stands on a day; empty when it does not exist then. */
    public Optional<Agency> agencyOn(String idOrIdentifier, LocalDate day) {
        return agency(idOrIdentifier)
                .map(agency -> agencies.get(agency.id()))
                .filter(agency -> agency.existsOn(day))
                .map(agency -> agency.on(day));
    }

    private Optional<Agency> bearing(AgencyIdentifier identifier) {
        List<AgencyHistory> named = agenciesByIdentifier.getOrDefault(identifier.value(), List.of());
        return named.stream()
                .map(agency -> agency.on(LATEST))
                .filter(agency -> agency.identifier().equals(identifier.value()))
                .findFirst()
                .or(() -> named.stream().map(agency -> agency.on(LATEST)).findFirst());
    }

    /** The agencies of a version of a unit, as they stand on a day on which that version is in force. */
    public List<Agency> agenciesOf(AdministrativeUnit unit) {
        return agenciesByUnit.getOrDefault(unit.version(), List.of()).stream()
                .map(agency -> agency.on(unit.validTo().orElse(LATEST)))
                .filter(agency ->
                        agency.unit().filter(own -> own == unit.version()).isPresent())
                .toList();
    }

    /** The unit that an agency belongs to; the nation for a ministry. */
    public AdministrativeUnit placeOf(Agency agency) {
        return agency.unit()
                .flatMap(this::unit)
                .or(() -> nation)
                .orElseThrow(() -> new IllegalStateException("Units are loaded before agencies"));
    }

    /** True when {@code unit} is {@code ancestor} or lies below it. */
    public boolean isWithin(AdministrativeUnit unit, AdministrativeUnit ancestor) {
        AdministrativeUnit at = unit;
        while (at != null && at.version() != ancestor.version()) {
            at = at.parent().map(units::get).orElse(null);
        }
        return at != null;
    }

    /** The unit and every version below it, whenever in force. */
    public Stream<AdministrativeUnit> downwards(AdministrativeUnit unit) {
        return Stream.concat(
                Stream.of(unit),
                unitsByParent.getOrDefault(unit.version(), List.of()).stream().flatMap(this::downwards));
    }

    /** The unit, the one above it, and so on to the nation. */
    public Stream<AdministrativeUnit> upwards(AdministrativeUnit unit) {
        return Stream.iterate(
                        Optional.of(unit),
                        Optional::isPresent,
                        at -> at.get().parent().flatMap(this::unit))
                .flatMap(Optional::stream);
    }
}
