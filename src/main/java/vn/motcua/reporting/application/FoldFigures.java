package vn.motcua.reporting.application;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Leases;

/** Keeps reading fast: folds deltas into counters every second. Figures are right before and after. */
@Component
class FoldFigures {

    private static final String LEASE = "figures-fold";

    private final Leases leases;
    private final Fold fold;

    FoldFigures(Leases leases, Fold fold) {
        this.leases = leases;
        this.fold = fold;
    }

    /** A failed fold leaves its deltas where they are; the next one takes them. */
    @Scheduled(fixedDelayString = "${motcua.figures.fold-every:PT1S}")
    Mono<Void> fold() {
        return Mono.defer(() -> leases.turn(LEASE, fold::next));
    }
}
