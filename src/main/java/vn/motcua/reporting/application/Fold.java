package vn.motcua.reporting.application;

import java.time.LocalDate;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Lease;

/** Moves deltas into the figures, and keeps the sums before each month. */
public interface Fold {

    /** Folds what there is, if the lease is still held; answers how many deltas. */
    Mono<Integer> next(Lease lease);

    /**
     * Keeps the sums before the first month that has none yet, if the lease is still held; answers how many months.
     *
     * @param through the last day whose month may have begun
     */
    Mono<Integer> keep(Lease lease, LocalDate through);
}
