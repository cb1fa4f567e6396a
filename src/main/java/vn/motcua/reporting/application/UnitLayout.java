package vn.motcua.reporting.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.View;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.reporting.application.Report.Line;
import vn.motcua.reporting.application.Report.Unplaced;
import vn.motcua.territory.AdministrativeUnit;

/** A row for each unit or ministry; after them, unseen, one for each thing that may be in several. */
final class UnitLayout implements Layout {

    private final Question question;
    private final Ground ground;
    private final Country country;

    UnitLayout(Question question, Ground ground, Country country) {
        this.question = question;
        this.ground = ground;
        this.country = country;
    }

    @Override
    public FigureQuery query() {
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, ground.parts().size())
                .forEach(row -> ground.parts().get(row).cells().forEach(cell -> cells.add(cell.inRow(row))));
        IntStream.range(0, ground.doubts().size())
                .forEach(doubt ->
                        ground.doubts().get(doubt).cells().forEach(cell -> cells.add(cell.inRow(rowOf(doubt)))));
        return new FigureQuery(
                cells,
                false,
                Grouping.CELL,
                question.isByReceiving(),
                question.period(),
                question.isNow(),
                Layout.span(question));
    }

    private int rowOf(int doubt) {
        return ground.parts().size() + doubt;
    }

    @Override
    public Report report(Figures.Answer answer) {
        var rows = new Movements(answer, question.period());
        List<Line> lines = IntStream.range(0, ground.parts().size())
                .mapToObj(row -> line(ground.parts().get(row).key(), row, rows))
                .filter(this::isShown)
                .toList();
        Movement certain = rows.sum(IntStream.concat(
                IntStream.range(0, ground.parts().size()),
                doubts().filter(doubt -> ground.doubts().get(doubt).isInside()).map(this::rowOf)));
        Optional<Unplaced> outside =
                unplaced(doubts().filter(doubt -> !ground.doubts().get(doubt).isInside()), rows);
        return new Report(
                question.period().asOf(), answer.logPosition(), lines, Line.of(new RowKey.Total(), certain, outside));
    }

    private IntStream doubts() {
        return IntStream.range(0, ground.doubts().size());
    }

    private Line line(RowKey key, int row, Movements rows) {
        return Line.of(
                key,
                rows.of(row),
                unplaced(doubts().filter(doubt -> ground.doubts().get(doubt).mayBe(key)), rows));
    }

    /** Empty when there is nothing. */
    private Optional<Unplaced> unplaced(IntStream doubts, Movements rows) {
        List<Integer> holding = doubts.filter(doubt -> Movements.holdsAnything(rows.of(rowOf(doubt))))
                .boxed()
                .toList();
        return holding.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unplaced(
                        rows.sum(holding.stream().mapToInt(this::rowOf)),
                        candidates(holding.stream().map(ground.doubts()::get).toList())));
    }

    static List<AdministrativeUnit> candidates(List<Ground.Doubt> doubts) {
        return doubts.stream()
                .flatMap(doubt -> doubt.candidates().stream())
                .distinct()
                .sorted(Comparator.comparing(AdministrativeUnit::name).thenComparingInt(AdministrativeUnit::version))
                .toList();
    }

    private boolean isShown(Line line) {
        return !(line.key() instanceof RowKey.OfUnit(AdministrativeUnit unit))
                || question.view() == View.TODAY
                || country.isInForceBetween(unit, question.from(), question.to())
                || Movements.holdsAnything(line.movement())
                || line.unplaced().isPresent();
    }
}
