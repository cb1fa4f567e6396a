package vn.motcua.reporting.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.SmallCells.Withheld;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.reporting.application.Report.Line;

/** The sectors of the nation. */
record PublicSectors(Span span, List<Cell> nation, Topics topics) implements PublicTable {

    @Override
    public FigureQuery query() {
        return span.query(nation, true, Grouping.PROCEDURE);
    }

    @Override
    public Report report(Figures.Answer answer) {
        Map<String, List<Movement>> sectors = new TreeMap<>();
        answer.rows()
                .forEach((number, spans) -> sectors.merge(Topics.name(topics.key(number)), spans, PublicSectors::plus));
        List<String> names = List.copyOf(sectors.keySet());
        List<List<Movement>> rows = List.copyOf(sectors.values());
        Withheld withheld = span.withheld(rows);
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            Movement movement = Movement.over(rows.get(row));
            lines.add(new Line(
                    new RowKey.OfSector(names.get(row)),
                    movement,
                    Optional.empty(),
                    withheld.rows().get(row)));
        }
        return span.report(
                answer,
                lines,
                lines.stream().map(Line::movement).reduce(Movement.none(false), Movement::plus),
                withheld.total());
    }

    static List<Movement> plus(List<Movement> some, List<Movement> others) {
        return IntStream.range(0, some.size())
                .mapToObj(span -> some.get(span).plus(others.get(span)))
                .toList();
    }
}
