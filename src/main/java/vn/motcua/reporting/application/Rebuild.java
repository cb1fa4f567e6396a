package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Figures made anew from the log, beside those that are in use. One rebuild at a time: whoever begins takes it over. */
public interface Rebuild {

    /**
     * The right to go on with the rebuild, until somebody else begins.
     *
     * @param token raised with every holder
     */
    record Turn(UUID instance, long token) {}

    /**
     * How far it is.
     *
     * @param stage what comes next: {@code READ}, the name of a grain, {@code CATCH_UP}
     * @param position of the event that was read last
     * @param of the last position of the log
     */
    record Progress(String stage, long position, long of) {

        boolean isComplete() {
            return stage.equals("CATCH_UP") && position == of;
        }
    }

    /**
     * A figure in use that is not what the log says.
     *
     * @param figures which table
     * @param keys of its row
     * @param day of its row; for sums, the day before which all count
     */
    record Difference(String figures, String keys, LocalDate day, String measure, long live, long rebuilt) {}

    /**
     * Begins, or goes on with what was begun and not finished.
     *
     * @param through the last day whose month may have begun: so far sums before months are kept
     */
    Mono<Turn> begin(UUID instance, LocalDate through);

    /** Does the next part; nothing when somebody else has taken it over. */
    Mono<List<Progress>> step(Turn turn);

    /** Where figures in use are not what the log says now, by the name of the grain, or {@code late}; a hundred of a
     * table at most. */
    Mono<List<Difference>> differences(String grain);

    /** Puts the rebuilt figures in the place of those in use; false when it did not get the tables, or the turn is over. */
    Mono<Boolean> finish(Turn turn);

    /** Throws the rebuilt figures away; false when the turn is over. */
    Mono<Boolean> drop(Turn turn);
}
