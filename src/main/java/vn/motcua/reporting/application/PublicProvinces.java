package vn.motcua.reporting.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * The provinces, the ministries, and the nation, which is both together. Whatever level is asked for, all of it is one table:
 * provinces and, as one row, the ministries; inside that row each ministry.
 */
final class PublicProvinces implements PublicTable {

    private final Span span;
    private final Country country;
    private final AdministrativeUnit below;
    private final AdministrativeUnit nation;
    private final List<AdministrativeUnit> provinces;
    private final List<Ground.Part> ministries;

    PublicProvinces(Span span, AdministrativeUnit below, Country country) {
        this.span = span;
        this.country = country;
        this.below = below;
        this.nation = country.territory().upwards(below).reduce(below, (_, above) -> above);
        this.provinces = Grounds.unitsBelow(
                        nation, Level.PROVINCE, country, span.question().to())
                .toList();
        this.ministries =
                Grounds.ministries(nation, country.territory(), span.question().to());
    }

    @Override
    public FigureQuery query() {
        Stream<Cell> ofProvinces = IntStream.range(0, provinces.size())
                .mapToObj(row -> Cell.ofProvince(row, provinces.get(row).version()));
        Stream<Cell> ofAllMinistries = Stream.of(Cell.ofProvince(provinces.size(), nation.version()));
        Stream<Cell> ofEachMinistry = IntStream.range(0, ministries.size())
                .boxed()
                .flatMap(row ->
                        ministries.get(row).cells().stream().map(cell -> cell.inRow(provinces.size() + 1 + row)));
        return span.query(
                Stream.of(ofProvinces, ofAllMinistries, ofEachMinistry)
                        .flatMap(cells -> cells)
                        .toList(),
                false,
                Grouping.CELL);
    }

    @Override
    public Report report(Figures.Answer answer) {
        int upper = provinces.size() + 1;
        List<List<Movement>> all = span.rows(answer, upper + ministries.size());
        List<List<Movement>> lower = all.subList(upper, all.size());
        Withheld table = withheld(all.subList(0, upper));
        Set<Part> ofMinistries = table.rows().getLast();
        Withheld inside = span.withheld(lower);
        Movement total = sum(all.subList(0, upper));
        return switch (span.question().level()) {
            case NATION ->
                span.report(
                        answer, List.of(line(new RowKey.OfUnit(nation), total, table.total())), total, table.total());
            case MINISTRY ->
                span.report(
                        answer,
                        lines(
                                ministries.stream().map(Ground.Part::key).toList(),
                                lower,
                                row -> Part.union(inside.rows().get(row), ofMinistries)),
                        sum(lower),
                        EnumSet.allOf(Part.class));
            case PROVINCE, DISTRICT, COMMUNE -> ofProvinces(answer, all, table, ofMinistries);
        };
    }

    /** Everybody knows that a province which had ended before holds nothing: it hides nothing either. */
    private Withheld withheld(List<List<Movement>> upper) {
        List<Integer> possible = IntStream.range(0, upper.size())
                .filter(row -> row == provinces.size() || mayHold(provinces.get(row)) || holds(upper.get(row)))
                .boxed()
                .toList();
        Withheld found = span.withheld(possible.stream().map(upper::get).toList());
        return new Withheld(
                IntStream.range(0, upper.size())
                        .mapToObj(row ->
                                possible.contains(row) ? found.rows().get(possible.indexOf(row)) : Set.<Part>of())
                        .toList(),
                found.total());
    }

    private boolean mayHold(AdministrativeUnit province) {
        return province.validTo()
                .filter(last -> last.isBefore(country.known(span.question().from())))
                .isEmpty();
    }

    private static boolean holds(List<Movement> row) {
        return row.stream().anyMatch(Movement::holdsAnything);
    }

    /** Their total is the nation without the ministries: it would tell of both. */
    private Report ofProvinces(
            Figures.Answer answer, List<List<Movement>> all, Withheld table, Set<Part> ofMinistries) {
        Set<Integer> asked = Grounds.unitsBelow(
                        below, Level.PROVINCE, country, span.question().to())
                .map(AdministrativeUnit::version)
                .collect(Collectors.toSet());
        List<Line> lines =
                lines(
                                provinces.stream()
                                        .<RowKey>map(RowKey.OfUnit::new)
                                        .toList(),
                                all,
                                row -> table.rows().get(row))
                        .stream()
                        .filter(line -> line.key() instanceof RowKey.OfUnit(var unit) && asked.contains(unit.version()))
                        .toList();
        Set<Part> withheld = below.level() == Level.NATION
                ? Part.union(table.total(), ofMinistries)
                : lines.stream().map(Line::withheld).reduce(Set.of(), Part::union);
        return span.report(
                answer,
                lines.stream().filter(line -> span.isShown(line, country)).toList(),
                lines.stream().map(Line::movement).reduce(Movement.none(false), Movement::plus),
                withheld);
    }

    private interface Hidden {
        Set<Part> of(int row);
    }

    private static List<Line> lines(List<RowKey> keys, List<List<Movement>> rows, Hidden hidden) {
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < keys.size(); row++) {
            lines.add(line(keys.get(row), Movement.over(rows.get(row)), hidden.of(row)));
        }
        return lines;
    }

    private static Line line(RowKey key, Movement movement, Set<Part> withheld) {
        return new Line(key, movement, Optional.empty(), withheld);
    }

    private static Movement sum(Collection<List<Movement>> rows) {
        return rows.stream().map(Movement::over).reduce(Movement.none(false), Movement::plus);
    }
}
