package vn.motcua.dossier.application;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Leases;

/** Gives committed events their positions within a second, on one instance at a time. */
@Component
class NumberLog {

    private static final String LEASE = "log-positions";

    private final Leases leases;
    private final LogPositions positions;

    NumberLog(Leases leases, LogPositions positions) {
        this.leases = leases;
        this.positions = positions;
    }

    @Scheduled(fixedDelayString = "${motcua.log.number-every:PT0.25S}")
    Mono<Void> number() {
        return Mono.defer(() -> leases.turn(
                LEASE,
                lease -> positions
                        .giveNext(lease)
                        .expand(given -> given == 0 ? Mono.empty() : positions.giveNext(lease))
                        .then()));
    }
}
