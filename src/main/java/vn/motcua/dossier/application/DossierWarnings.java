package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.platform.Lease;

/** The dossiers whose next warning is due, and how they are moved on. */
public interface DossierWarnings {

    /** The longest waiting ones by a moment; at most a batch of {@link #BATCH}. */
    Mono<List<Waiting>> due(Instant moment);

    /** Moves on those that nobody moved since they were read, if the lease is still held; answers how many. */
    Mono<Integer> give(List<Warned> warned, Lease lease);

    /** How many are read and moved on at once. */
    int BATCH = 200;

    /** Stands for a next warning that nobody looked for so far. */
    Instant UNKNOWN = Instant.EPOCH;

    /**
     * One of them.
     *
     * @param since when its next warning was to come, or {@link #UNKNOWN}
     */
    record Waiting(Dossier dossier, Instant since) {}

    /**
     * What becomes of one.
     *
     * @param version that it was read at
     * @param events one a warning, in order; perhaps none
     * @param next when the one after these comes
     */
    record Warned(Dossier after, int version, List<LoggedEvent> events, Optional<Instant> next) {
        public Warned {
            events = List.copyOf(events);
        }
    }
}
