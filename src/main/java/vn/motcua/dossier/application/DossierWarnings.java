package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.dossier.Dossier;
import vn.motcua.platform.Lease;

/** The dossiers whose next warning is due, and how they are moved on. */
public interface DossierWarnings {

    /** The longest waiting ones by a moment; at most a batch of {@link #BATCH}. */
    Mono<List<Waiting>> due(Instant moment);

    /** Moves on those that nobody moved or planned anew since they were read, if the lease is still held; answers how many. */
    Mono<Integer> give(List<Warned> warned, Lease lease);

    /** How many are read and moved on at once. */
    int BATCH = 200;

    /** Stands for a next warning that nobody looked for so far. */
    Instant UNKNOWN = Instant.EPOCH;

    /**
     * One of them.
     *
     * @param planned when its next warning was to come, or {@link #UNKNOWN}
     * @param since from when on points count; empty when all do
     * @param told what it was warned of already
     */
    record Waiting(Dossier dossier, Instant planned, Optional<Instant> since, List<Told> told) {
        public Waiting {
            told = List.copyOf(told);
        }
    }

    /** A warning that was given, in the words of the log. */
    record Told(UUID dossier, String clock, String point, Instant dueAt, Instant at) {

        /**
         * A point comes once for a due moment. It does not come again either when the due moment moves and it had been said
         * no earlier than it is to come now: then it says nothing new.
         */
        boolean says(DeadlineWarning warning) {
            return clock.equals(warning.clock().name())
                    && point.equals(warning.point().code())
                    && (dueAt.equals(warning.dueAt()) || !at.isBefore(warning.at()));
        }
    }

    /**
     * What becomes of one.
     *
     * @param before as it was read
     * @param events one a warning, in order; perhaps none
     * @param since from when on points count; empty when that stays as it is
     * @param next when the one after these comes
     */
    record Warned(
            Waiting before, Dossier after, List<LoggedEvent> events, Optional<Instant> since, Optional<Instant> next) {
        public Warned {
            events = List.copyOf(events);
        }
    }
}
