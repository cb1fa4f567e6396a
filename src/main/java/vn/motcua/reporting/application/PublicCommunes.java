package vn.motcua.reporting.application;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.SmallCells.Part;
import vn.motcua.reporting.SmallCells.Withheld;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.reporting.application.Report.Line;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/**
 * The communes. Those of a province and the province's other agencies, as a row that nobody sees, are one table, whose total
 * is the province's row among the provinces.
 */
final class PublicCommunes implements PublicTable {

    private final Span span;
    private final Country country;
    private final Set<Integer> asked;
    private final Map<Integer, List<AdministrativeUnit>> communes = new TreeMap<>();
    private final List<Integer> families;
    private final Map<Integer, List<Cell>> others;

    PublicCommunes(Span span, AdministrativeUnit below, Country country) {
        this.span = span;
        this.country = country;
        Territory territory = country.territory();
        AdministrativeUnit around = territory
                .upwards(below)
                .filter(unit -> unit.level() == Level.PROVINCE)
                .findFirst()
                .orElse(below);
        this.asked = units(below).map(AdministrativeUnit::version).collect(Collectors.toSet());
        units(around)
                .forEach(commune -> communes.computeIfAbsent(
                                Places.ofUnit(0, commune, territory).province(), _ -> new ArrayList<>())
                        .add(commune));
        this.families = List.copyOf(communes.keySet());
        this.others = Grounds.aboveCommunes(around, country, span.question().to());
    }

    private Stream<AdministrativeUnit> units(AdministrativeUnit unit) {
        return Grounds.unitsBelow(unit, Level.COMMUNE, country, span.question().to());
    }

    @Override
    public FigureQuery query() {
        List<Cell> cells = new ArrayList<>();
        int row = 0;
        for (int family : families) {
            for (AdministrativeUnit commune : communes(family)) {
                cells.add(Cell.ofUnit(row++, family, commune.version()));
            }
            int last = row++;
            others.getOrDefault(family, List.of()).forEach(cell -> cells.add(cell.inRow(last)));
        }
        return span.query(cells, false, Grouping.CELL);
    }

    @Override
    public Report report(Figures.Answer answer) {
        List<List<Movement>> all = span.rows(
                answer,
                families.stream()
                        .mapToInt(family -> communes(family).size() + 1)
                        .sum());
        List<Line> lines = new ArrayList<>();
        int first = 0;
        for (int family : families) {
            int size = communes(family).size() + 1;
            lines.addAll(lines(communes(family), all.subList(first, first + size)));
            first += size;
        }
        return span.report(
                answer,
                lines.stream()
                        .filter(line -> line.key() instanceof RowKey.OfUnit(var unit)
                                && asked.contains(unit.version())
                                && span.isShown(line, country))
                        .toList(),
                Movement.none(false),
                EnumSet.allOf(Part.class));
    }

    private List<AdministrativeUnit> communes(int family) {
        return communes.getOrDefault(family, List.of());
    }

    private List<Line> lines(List<AdministrativeUnit> units, List<List<Movement>> rows) {
        Withheld withheld = span.withheld(rows);
        return IntStream.range(0, units.size())
                .mapToObj(row -> new Line(
                        new RowKey.OfUnit(units.get(row)),
                        Movement.over(rows.get(row)),
                        Optional.empty(),
                        withheld.rows().get(row)))
                .toList();
    }
}
