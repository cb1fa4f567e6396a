package vn.motcua.reporting.application;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.reporting.Months;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.reporting.application.Report.Line;
import vn.motcua.reporting.application.Report.Unplaced;
import vn.motcua.territory.AdministrativeUnit;

/** A row for each month. The total is a span of its own: what is open at the end of a month is in the next one too. */
final class MonthLayout implements Layout {

    private static final int CERTAIN = 0;
    private static final int OUTSIDE = 1;

    private final Question question;
    private final Ground ground;
    private final Months months;

    MonthLayout(Question question, Ground ground) {
        this.question = question;
        this.ground = ground;
        this.months = Months.of(question.period());
    }

    @Override
    public FigureQuery query() {
        Stream<Cell> outside = ground.outside().stream().flatMap(doubt -> doubt.cells().stream());
        return new FigureQuery(
                Stream.concat(
                                ground.certain().map(cell -> cell.inRow(CERTAIN)),
                                outside.map(cell -> cell.inRow(OUTSIDE)))
                        .toList(),
                false,
                Grouping.CELL,
                question.isByReceiving(),
                question.period(),
                question.isNow(),
                months.ends());
    }

    @Override
    public Report report(Figures.Answer answer) {
        var rows = new Movements(answer, question.period());
        int spans = months.ends().size() - 1;
        List<Movement> certain = rows.spans(CERTAIN, spans);
        List<Movement> outside = rows.spans(OUTSIDE, spans);
        return new Report(
                question.period().asOf(),
                answer.logPosition(),
                IntStream.range(0, months.months().size())
                        .mapToObj(month -> Line.of(
                                new RowKey.OfMonth(months.months().get(month)),
                                certain.get(month),
                                unplaced(outside.get(month))))
                        .toList(),
                Line.of(new RowKey.Total(), Movement.over(certain), unplaced(Movement.over(outside))));
    }

    private Optional<Unplaced> unplaced(Movement movement) {
        List<AdministrativeUnit> candidates = UnitLayout.candidates(ground.outside());
        return Optional.of(new Unplaced(movement, candidates))
                .filter(unplaced -> Movements.holdsAnything(unplaced.movement()));
    }
}
