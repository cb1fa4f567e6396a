package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.reporting.Counts;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.SmallCells;
import vn.motcua.reporting.SmallCells.Part;
import vn.motcua.reporting.SmallCells.Withheld;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.reporting.application.Report.Line;

/** A table that anybody may see, with rows that nobody sees but that would tell of others. */
interface PublicTable {

    FigureQuery query();

    Report report(Figures.Answer answer);

    /**
     * The period, and the ends of the parts that have tables of their own.
     *
     * @param ends a year's are those of its quarters
     */
    record Span(Question question, Period period, List<LocalDate> ends) {

        FigureQuery query(List<Cell> cells, boolean isWholeNation, Grouping grouping) {
            return new FigureQuery(cells, isWholeNation, grouping, false, period, false, ends);
        }

        /** Each row's parts of the period. */
        List<List<Movement>> rows(Figures.Answer answer, int count) {
            var rows = new Movements(answer, period);
            return IntStream.range(0, count)
                    .mapToObj(row -> rows.spans(row, ends.size() - 1))
                    .toList();
        }

        /** What is withheld of the whole period: also whatever is withheld of a part. */
        Withheld withheld(List<List<Movement>> rows) {
            return Stream.concat(
                            Stream.of(rows.stream().map(Movement::over).toList()),
                            IntStream.range(0, ends.size() - 1)
                                    .mapToObj(part -> rows.stream()
                                            .map(row -> row.get(part))
                                            .toList()))
                    .map(part -> SmallCells.of(part.stream().map(Span::counts).toList()))
                    .reduce(Withheld.nothing(rows.size()), Withheld::and);
        }

        /** What is there or has anything; of what is withheld whole, nobody learns that it has. */
        boolean isShown(Line line, Country country) {
            return !(line.key() instanceof RowKey.OfUnit(var unit))
                    || country.isInForceBetween(unit, question.from(), question.to())
                    || (!line.withheld().contains(Part.CAME) && Movements.holdsAnything(line.movement()));
        }

        private static Counts counts(Movement movement) {
            return movement.classes(Definition.OT_1);
        }

        Report report(Figures.Answer answer, List<Line> lines, Movement total, Set<Part> withheld) {
            return new Report(
                    period.asOf(),
                    answer.logPosition(),
                    lines,
                    new Line(new RowKey.Total(), total, Optional.empty(), withheld));
        }
    }
}
