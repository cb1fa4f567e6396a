package vn.motcua.reporting.db;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.motcua.dossier.Measure;
import vn.motcua.reporting.Late;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Movement.First;
import vn.motcua.reporting.Sums;
import vn.motcua.reporting.application.FigureQuery;
import vn.motcua.reporting.application.Figures.Answer;

/** Puts the lines of the statement together to movements. */
final class FigureLines {

    private static final Measure[] MEASURES = Measure.values();
    private static final int LATE = 0;
    private static final int POSITION = -1;
    private static final int BY_DUE = 0;
    private static final int BY_FIRST = 2;

    private FigureLines() {}

    /**
     * A line of the statement's answer.
     *
     * @param point which day, from 1; 0 for what became late, -1 for the position of the log
     * @param basis 0 against the due moment, 2 what to add for the first promise
     */
    record Line(int row, int point, int basis, Sums sums, long due, long intake, long logPosition) {}

    /**
     * A line as the statement writes it.
     *
     * @param written an array of every measure and of what was due on the last day, for the desk too; empty when there is none
     */
    static Line line(int row, int point, int basis, String written, long logPosition) {
        Map<Measure, Long> totals = new EnumMap<>(Measure.class);
        long[] values = new long[MEASURES.length + 2];
        if (!written.isEmpty()) {
            String[] each = written.substring(1, written.length() - 1).split(",", values.length);
            Arrays.setAll(values, at -> Long.parseLong(each[at]));
            for (int at = 0; at < MEASURES.length; at++) {
                totals.put(MEASURES[at], values[at]);
            }
        }
        long due = values[MEASURES.length];
        long intake = values[MEASURES.length + 1];
        return new Line(row, point, basis, Sums.of(totals, due, intake), due, intake, logPosition);
    }

    static Answer answer(FigureQuery query, List<Line> lines) {
        long position = lines.stream().mapToLong(Line::logPosition).max().orElse(0);
        Map<Integer, List<Line>> rows =
                lines.stream().filter(line -> line.point() != POSITION).collect(groupingBy(Line::row));
        Map<Integer, List<Movement>> movements = new HashMap<>();
        rows.forEach((row, ofRow) -> movements.put(row, movements(query, ofRow)));
        return new Answer(position, movements);
    }

    /** Only the last span can end in the middle of a day. */
    private static List<Movement> movements(FigureQuery query, List<Line> lines) {
        int spans = query.days().size() - 1;
        return IntStream.rangeClosed(1, spans)
                .mapToObj(span -> {
                    boolean isMidDay = span == spans && query.known().isMidDay();
                    return new Movement(
                            sums(lines, span, BY_DUE),
                            sums(lines, span + 1, BY_DUE),
                            new First(sums(lines, span, BY_FIRST), sums(lines, span + 1, BY_FIRST)),
                            isMidDay,
                            isMidDay ? late(lines) : Late.NONE);
                })
                .toList();
    }

    private static Sums sums(List<Line> lines, int point, int basis) {
        return lines.stream()
                .filter(line -> line.point() == point && line.basis() == basis)
                .map(Line::sums)
                .findFirst()
                .orElse(Sums.NONE);
    }

    private static Late late(List<Line> lines) {
        long due = 0;
        long first = 0;
        long intake = 0;
        for (Line line : lines) {
            if (line.point() == LATE) {
                due += line.basis() == BY_DUE ? line.due() : 0;
                first += line.due();
                intake += line.intake();
            }
        }
        return new Late(due, first, intake);
    }
}
