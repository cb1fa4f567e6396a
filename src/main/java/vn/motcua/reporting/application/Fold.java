package vn.motcua.reporting.application;

import reactor.core.publisher.Mono;
import vn.motcua.platform.Lease;

/** Moves deltas into the counters. */
public interface Fold {

    /** Folds what there is, if the lease is still held; answers how many counters changed. */
    Mono<Integer> next(Lease lease);
}
