package vn.motcua.reporting.application;

import reactor.core.publisher.Mono;

/** Moves deltas into the counters. */
public interface Fold {

    /** Folds what there is, unless another instance is at it; answers how many counters changed. */
    Mono<Integer> next();
}
