package vn.motcua.reporting.application;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.motcua.reporting.Movement;

/** Where figures come from. */
public interface Figures {

    /** The movements of every row, in one snapshot, true to the last committed event. */
    Mono<Answer> ask(FigureQuery query);

    /**
     * What the figures say.
     *
     * @param logPosition the last position of the log that the snapshot held completely
     * @param rows for each row that holds anything, one movement for each span of days
     */
    record Answer(long logPosition, Map<Integer, List<Movement>> rows) {

        public Answer {
            rows = Map.copyOf(rows);
        }
    }
}
