package vn.motcua.reporting.application;

import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;

/** Keeps reading fast: folds deltas and keeps checkpoints. Figures are right before and after. */
@Component
class FoldFigures {

    private static final String LEASE = "figures-fold";

    private final Leases leases;
    private final Fold fold;
    private final InstantSource clock;

    FoldFigures(Leases leases, Fold fold, InstantSource clock) {
        this.leases = leases;
        this.fold = fold;
        this.clock = clock;
    }

    /** A failed fold leaves its deltas where they are; the next one takes them. */
    @Scheduled(fixedDelayString = "${motcua.figures.fold-every:PT1S}")
    Mono<Void> fold() {
        return Mono.defer(() -> leases.turn(LEASE, this::next));
    }

    /** One statement at a time under the lease: a checkpoint is made while nothing is folded. */
    private Mono<Integer> next(Lease lease) {
        return fold.next(lease)
                .then(Mono.defer(() -> fold.keep(lease, LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))));
    }
}
