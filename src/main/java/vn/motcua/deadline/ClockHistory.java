package vn.motcua.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a clock has to know of a dossier's past.
 *
 * @param startedAt when what starts it happened
 * @param interruptions in the order of their beginnings
 */
public record ClockHistory(Instant startedAt, List<Interruption> interruptions, Optional<Extension> extension) {

    public ClockHistory {
        interruptions = interruptions.stream()
                .sorted(Comparator.comparing(Interruption::from))
                .toList();
    }

    /** Nothing happened since. */
    public static ClockHistory of(Instant startedAt) {
        return new ClockHistory(startedAt, List.of(), Optional.empty());
    }
}
