package vn.motcua.dev.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.motcua.dev.people.Chance;
import vn.motcua.platform.StartRefused;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/**
 * How many dossiers each agency of the country decides: provinces by rank, 43 from the busiest to the quietest; communes of a
 * province as chance has them, some several times as busy as most; a few agencies of a province for all of it.
 */
final class Sites {

    private static final double RANKS = 1.0667;
    private static final double COMMUNES = 0.85;
    private static final double SPREAD = 0.8;
    private static final double CARELESS = 0.03;
    private static final int OF_A_UNIT = 1;
    private static final int OF_AN_AGENCY = 2;

    private final Offers offers;
    private final Territory territory;
    private final long seed;
    private final LocalDate from;
    private final LocalDate to;
    private final Days days;

    Sites(Territory territory, Offers offers, long seed, LocalDate from, LocalDate to, Days days) {
        this.offers = offers;
        this.territory = territory;
        this.seed = seed;
        this.from = from;
        this.to = to;
        this.days = days;
    }

    /** A share of the work, before it is a number of dossiers. */
    private record Part(Agency agency, LocalDate first, LocalDate last, double weight, int province) {}

    private record Eras(Agency agency, List<Site.Era> eras) {}

    /**
     * The sites of a number of dossiers, by agency.
     *
     * @throws StartRefused when no agency of the span decides anything
     */
    List<Site> of(int dossiers) {
        List<Part> parts = parts();
        double all = parts.stream().mapToDouble(Part::weight).sum();
        if (all <= 0) {
            throw new StartRefused("No agency decides any procedure from " + from + " to " + to);
        }
        Map<Integer, List<Integer>> desks = parts.stream()
                .filter(part ->
                        part.agency().level() == Level.COMMUNE && part.agency().kind() == AgencyKind.PEOPLES_COMMITTEE)
                .collect(
                        groupingBy(Part::province, mapping(part -> part.agency().id(), toList())));
        Map<Integer, Eras> sites = new TreeMap<>();
        double passed = 0;
        for (Part part : parts) {
            double before = passed;
            passed += part.weight();
            int count = (int) (Math.round(passed / all * dossiers) - Math.round(before / all * dossiers));
            boolean manyDesks = part.agency().level() == Level.PROVINCE;
            sites.computeIfAbsent(part.agency().id(), _ -> new Eras(part.agency(), new ArrayList<>()))
                    .eras()
                    .add(new Site.Era(
                            part.first(),
                            part.last(),
                            count,
                            manyDesks ? desks.getOrDefault(part.province(), List.of()) : List.of()));
        }
        return sites.values().stream()
                .map(site -> site(site.agency(), site.eras()))
                .filter(site -> site.dossiers() > 0)
                .toList();
    }

    private Site site(Agency agency, List<Site.Era> eras) {
        boolean careless = Chance.of(seed, OF_AN_AGENCY, agency.id()).happens(CARELESS);
        return new Site(agency.id(), agency.level(), agency.kind(), careless, eras);
    }

    private List<Part> parts() {
        Map<Integer, Double> provinces = provinces();
        Map<Integer, Double> communes = communes()
                .collect(
                        groupingBy(unit -> unit.parent().flatMap(this::province).orElse(0), summingDouble(this::size)));
        return units().sorted(Comparator.comparingInt(AdministrativeUnit::version))
                .flatMap(unit -> {
                    int province = province(unit.version()).orElse(0);
                    double volume = provinces.getOrDefault(province, 0.0)
                            * (unit.level() == Level.PROVINCE
                                    ? 1 - COMMUNES
                                    : COMMUNES * size(unit) / communes.getOrDefault(province, 1.0));
                    return parts(unit, province, volume);
                })
                .toList();
    }

    private Stream<AdministrativeUnit> units() {
        return territory
                .units()
                .filter(unit -> unit.level() == Level.PROVINCE || unit.level() == Level.COMMUNE)
                .filter(unit -> !unit.validFrom().isAfter(to)
                        && unit.validTo().map(last -> !last.isBefore(from)).orElse(true));
    }

    private Stream<AdministrativeUnit> communes() {
        return units().filter(unit -> unit.level() == Level.COMMUNE);
    }

    private Stream<Part> parts(AdministrativeUnit unit, int province, double volume) {
        LocalDate first = unit.validFrom().isBefore(from) ? from : unit.validFrom();
        LocalDate last = unit.validTo().filter(end -> end.isBefore(to)).orElse(to);
        List<Agency> agencies = territory.agenciesOf(unit).stream()
                .filter(agency -> offers.hasAny(agency.level(), agency.kind()))
                .sorted(Comparator.comparingInt(Agency::id))
                .toList();
        double all = agencies.stream().mapToDouble(Sites::busyness).sum();
        double work = volume * days.weight(first, last);
        return agencies.stream().map(agency -> new Part(agency, first, last, work * busyness(agency) / all, province));
    }

    private static double busyness(Agency agency) {
        return switch (agency.kind()) {
            case PEOPLES_COMMITTEE -> 0.78;
            case POLICE -> 0.22;
            case LAND_REGISTRATION_OFFICE -> 0.5;
            case SERVICE_CENTRE,
                    JUSTICE_DEPARTMENT,
                    CONSTRUCTION_DEPARTMENT,
                    AGRICULTURE_ENVIRONMENT_DEPARTMENT,
                    FINANCE_DEPARTMENT,
                    MINISTRY -> 0.15;
        };
    }

    /** The same in every version with this number. */
    private double size(AdministrativeUnit unit) {
        return Chance.of(seed, OF_A_UNIT, unit.number()).logNormal(SPREAD);
    }

    private Optional<Integer> province(int version) {
        return territory
                .unit(version)
                .flatMap(unit -> territory
                        .upwards(unit)
                        .filter(above -> above.level() == Level.PROVINCE)
                        .findFirst())
                .map(AdministrativeUnit::version);
    }

    /** By version: those of today by how many communes they have; old ones share what their successor has. */
    private Map<Integer, Double> provinces() {
        Map<Integer, Long> communes =
                communes().collect(groupingBy(unit -> province(unit.version()).orElse(0), counting()));
        List<AdministrativeUnit> today = units().filter(unit -> unit.level() == Level.PROVINCE && unit.isInForceOn(to))
                .sorted(Comparator.<AdministrativeUnit>comparingLong(unit -> -communes.getOrDefault(unit.version(), 0L))
                        .thenComparing(AdministrativeUnit::code))
                .toList();
        Map<Integer, Double> shares = new HashMap<>();
        for (int rank = 0; rank < today.size(); rank++) {
            shares.put(today.get(rank).version(), Math.pow(rank + 1, -RANKS));
        }
        Map<List<Object>, List<AdministrativeUnit>> merged = units().filter(
                        unit -> unit.level() == Level.PROVINCE && !unit.isInForceOn(to))
                .collect(groupingBy(unit -> List.of(heir(unit), unit.validFrom())));
        Map<Integer, Double> old = new HashMap<>();
        merged.values()
                .forEach(units -> units.forEach(
                        unit -> old.put(unit.version(), shares.getOrDefault(heir(unit), 0.0) / units.size())));
        shares.putAll(old);
        return shares;
    }

    private int heir(AdministrativeUnit province) {
        return territory.successorsOn(province, to).stream()
                .filter(unit -> unit.level() == Level.PROVINCE)
                .map(AdministrativeUnit::version)
                .findFirst()
                .orElse(0);
    }
}
