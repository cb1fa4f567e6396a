package vn.motcua.reporting.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps reading fast: folds deltas into counters every second. Figures are right before and after. */
@Component
class FoldFigures {

    private static final Logger LOG = LoggerFactory.getLogger(FoldFigures.class);

    private final Fold fold;

    FoldFigures(Fold fold) {
        this.fold = fold;
    }

    /** A failed fold leaves its deltas where they are; the next one takes them. */
    @Scheduled(fixedDelayString = "${motcua.figures.fold-every:PT1S}")
    Mono<Void> fold() {
        return fold.next()
                .doOnError(error ->
                        LOG.warn("Folding figures failed: {}", error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
