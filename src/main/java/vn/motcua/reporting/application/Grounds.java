package vn.motcua.reporting.application;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.reporting.Continuity;
import vn.motcua.reporting.Projection;
import vn.motcua.reporting.Projection.Origin;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.View;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** Finds the places that a question is about. */
final class Grounds {

    private static final Comparator<AdministrativeUnit> BY_NAME =
            Comparator.comparing(AdministrativeUnit::name).thenComparingInt(AdministrativeUnit::version);

    private Grounds() {}

    static Ground of(Question question, AdministrativeUnit below, Country country) {
        if (question.level() == Level.MINISTRY) {
            return new Ground(ministries(below, country.territory(), question.to()), List.of());
        }
        boolean isProjected = question.view() == View.TODAY && question.level() != Level.NATION;
        return isProjected ? today(question, below, country) : asWas(question, below, country);
    }

    /** Each unit version that had begun by the last day. */
    private static Ground asWas(Question question, AdministrativeUnit below, Country country) {
        return new Ground(
                unitsBelow(below, question.level(), country, question.to())
                        .map(unit -> new Ground.Part(
                                new RowKey.OfUnit(unit), cells(unit, question.isOwn(), country.territory())))
                        .toList(),
                List.of());
    }

    /** By name, over all versions of a unit that goes on. */
    static Stream<AdministrativeUnit> unitsBelow(AdministrativeUnit below, Level level, Country country, LocalDate to) {
        return Continuity.versions(below, country.territory()).stream()
                .flatMap(country.territory()::downwards)
                .filter(unit -> unit.level() == level && country.isThereBy(unit, to))
                .sorted(BY_NAME);
    }

    private static List<Cell> cells(AdministrativeUnit unit, boolean isOwn, Territory territory) {
        return isOwn ? List.of(Places.ofUnit(0, unit, territory)) : Places.ofSubtree(0, unit, territory);
    }

    /** Ministries are agencies of the nation. */
    static List<Ground.Part> ministries(AdministrativeUnit nation, Territory territory, LocalDate day) {
        return territory
                .agencies()
                .map(agency -> agency.on(day))
                .filter(agency -> agency.level() == Level.MINISTRY)
                .sorted(Comparator.comparing(agency -> agency.name()))
                .map(agency -> new Ground.Part(
                        new RowKey.OfAgency(agency),
                        List.of(new Cell(0, nation.version(), nation.version(), agency.id()))))
                .toList();
    }

    private static Ground today(Question question, AdministrativeUnit below, Country country) {
        Territory territory = country.territory();
        LocalDate day = question.viewDay();
        Map<Integer, List<Cell>> placed = new LinkedHashMap<>();
        unitsBelow(below, question.level(), country, day)
                .filter(unit -> unit.isInForceOn(day))
                .forEach(unit -> placed.put(unit.version(), new ArrayList<>()));
        Map<Set<Integer>, List<Cell>> doubtful = new HashMap<>();
        boolean isWholeNation = below.level() == Level.NATION;
        origins(question, country.onto(day))
                .filter(origin -> origin.targets().stream().anyMatch(placed::containsKey)
                        || (isWholeNation && origin.targets().isEmpty()))
                .forEach(origin -> {
                    Cell cell = cell(origin, territory);
                    List<Cell> cells = origin.targets().size() == 1
                            ? placed.computeIfAbsent(origin.targets().iterator().next(), _ -> new ArrayList<>())
                            : doubtful.computeIfAbsent(origin.targets(), _ -> new ArrayList<>());
                    cells.add(cell);
                });
        return new Ground(
                placed.entrySet().stream()
                        .map(part -> new Ground.Part(
                                new RowKey.OfUnit(territory.unit(part.getKey()).orElseThrow()), part.getValue()))
                        .toList(),
                doubtful.entrySet().stream()
                        .map(doubt -> new Ground.Doubt(
                                units(doubt.getKey(), territory),
                                placed.keySet().containsAll(doubt.getKey()),
                                doubt.getValue()))
                        .toList());
    }

    private static Stream<Origin> origins(Question question, Projection projection) {
        if (question.level() == Level.COMMUNE) {
            return projection.communes().stream();
        }
        return (question.isOwn() ? projection.provinceAgencies() : projection.provinces()).stream();
    }

    private static Cell cell(Origin origin, Territory territory) {
        return origin.isWhole()
                ? Cell.ofProvince(0, origin.unit().version())
                : Places.ofUnit(0, origin.unit(), territory);
    }

    private static List<AdministrativeUnit> units(Set<Integer> versions, Territory territory) {
        return versions.stream()
                .flatMap(version -> territory.unit(version).stream())
                .sorted(BY_NAME)
                .toList();
    }

    /** What agencies around communes handle, by the version of the province. */
    static Map<Integer, List<Cell>> aboveCommunes(AdministrativeUnit below, Country country, LocalDate to) {
        Territory territory = country.territory();
        return unitsBelow(below, Level.PROVINCE, country, to)
                .flatMap(territory::downwards)
                .filter(unit -> unit.level() != Level.COMMUNE)
                .map(unit -> Places.ofUnit(0, unit, territory))
                .collect(groupingBy(Cell::province));
    }
}
