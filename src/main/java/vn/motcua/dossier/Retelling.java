package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dossier's whole past, as a machine client tells it.
 *
 * @param filing what was filed; units and agencies are those of that day
 * @param receivingAgency id or identifier; empty when the competent agency took it in itself
 * @param events in their order, at least one
 * @param faults what is wrong with them one by one
 */
public record Retelling(
        Source source, Filing filing, Optional<String> receivingAgency, List<Told> events, List<Fault> faults) {

    public Retelling {
        events = List.copyOf(events);
        faults = List.copyOf(faults);
    }

    /**
     * An event that is told.
     *
     * @param step empty when it was filed
     * @param words everything that may identify a person, for the erasable table
     */
    public record Told(Instant at, Optional<Command> step, Map<String, Object> words) {

        public Told {
            words = Map.copyOf(words);
        }

        /** Never the words: logs and messages must not identify anybody. */
        @Override
        public String toString() {
            return "Told[" + at + "]";
        }
    }
}
