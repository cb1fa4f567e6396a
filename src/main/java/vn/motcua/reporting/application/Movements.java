package vn.motcua.reporting.application;

import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.reporting.IntakeCounts;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Period;

/** The rows of an answer; one that is not in it holds nothing. */
record Movements(Figures.Answer answer, Period period) {

    /** The row's one span. */
    Movement of(int row) {
        return spans(row, 1).getFirst();
    }

    /** A row's spans; only the last can be judged in the middle of a day. */
    List<Movement> spans(int row, int count) {
        List<Movement> found = answer.rows().get(row);
        return found == null
                ? IntStream.rangeClosed(1, count)
                        .mapToObj(span -> Movement.none(span == count && period.isMidDay()))
                        .toList()
                : found;
    }

    Movement none() {
        return Movement.none(period.isMidDay());
    }

    Movement sum(IntStream rows) {
        return rows.mapToObj(this::of).reduce(none(), Movement::plus);
    }

    /** True when a dossier was there in the period, accepted or at intake. */
    static boolean holdsAnything(Movement movement) {
        IntakeCounts intake = movement.intake();
        return movement.holdsAnything() || intake.filed() + intake.carriedOver() > 0;
    }
}
