package vn.motcua.reporting.application;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.reporting.application.Report.Line;
import vn.motcua.reporting.application.Report.Unplaced;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** A row for each agency, procedure, sector or channel. What may lie outside comes under the negative number. */
final class TopicLayout implements Layout {

    private static final int CERTAIN = 1;
    private static final int OUTSIDE = -1;

    private final Question question;
    private final Ground ground;
    private final boolean isWholeNation;
    private final Territory territory;
    private final Topics topics;

    TopicLayout(
            Question question,
            Ground ground,
            AdministrativeUnit below,
            Territory territory,
            ProcedureCatalogue procedures) {
        this.question = question;
        this.ground = ground;
        this.isWholeNation = question.level() == Level.NATION && below.level() == Level.NATION && !question.isOwn();
        this.territory = territory;
        this.topics = new Topics(question.groupBy(), territory, procedures, question.to());
    }

    @Override
    public FigureQuery query() {
        List<Cell> cells = Stream.concat(
                        ground.certain().map(cell -> cell.inRow(CERTAIN)),
                        ground.outside().stream()
                                .flatMap(doubt -> doubt.cells().stream())
                                .map(cell -> cell.inRow(OUTSIDE)))
                .toList();
        boolean isByProvince =
                question.groupBy() != GroupBy.AGENCY && cells.stream().allMatch(Cell::isWholeProvince);
        return new FigureQuery(
                isByProvince
                        ? cells
                        : cells.stream().flatMap(this::unitsOf).distinct().toList(),
                isWholeNation && isByProvince,
                grouping(),
                question.isByReceiving(),
                question.period(),
                question.isNow(),
                Layout.span(question));
    }

    private Grouping grouping() {
        return switch (question.groupBy()) {
            case AGENCY -> Grouping.AGENCY;
            case CHANNEL -> Grouping.CHANNEL;
            case SECTOR, PROCEDURE -> Grouping.PROCEDURE;
            case UNIT, MONTH -> Grouping.CELL;
        };
    }

    /** The finest figures know units only. */
    private Stream<Cell> unitsOf(Cell cell) {
        return cell.isWholeProvince()
                ? territory.unit(cell.province()).stream()
                        .flatMap(province -> Places.everyUnit(province, territory))
                        .map(unit -> Cell.ofUnit(cell.row(), cell.province(), unit.version()))
                : Stream.of(cell);
    }

    @Override
    public Report report(Figures.Answer answer) {
        var rows = new Movements(answer, question.period());
        Map<RowKey, Movement> certain = new HashMap<>();
        Map<RowKey, Movement> outside = new HashMap<>();
        topics.always().forEach(key -> certain.put(key, rows.none()));
        answer.rows().keySet().stream().filter(row -> row != 0).forEach(row -> {
            RowKey key = topics.key(Math.abs(row));
            (row > 0 ? certain : outside).merge(key, rows.of(row), Movement::plus);
        });
        List<Line> lines = Stream.concat(certain.keySet().stream(), outside.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Topics::name))
                .map(key -> Line.of(
                        key, certain.getOrDefault(key, rows.none()), unplaced(outside.getOrDefault(key, rows.none()))))
                .filter(line -> line.key() instanceof RowKey.OfChannel
                        || Movements.holdsAnything(line.movement())
                        || line.unplaced().isPresent())
                .toList();
        return new Report(
                question.period().asOf(),
                answer.logPosition(),
                lines,
                Line.of(new RowKey.Total(), sum(certain.values(), rows), unplaced(sum(outside.values(), rows))));
    }

    private static Movement sum(Collection<Movement> movements, Movements rows) {
        return movements.stream().reduce(rows.none(), Movement::plus);
    }

    private Optional<Unplaced> unplaced(Movement movement) {
        return Optional.of(new Unplaced(movement, UnitLayout.candidates(ground.outside())))
                .filter(unplaced -> Movements.holdsAnything(unplaced.movement()));
    }
}
