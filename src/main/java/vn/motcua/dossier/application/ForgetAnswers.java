package vn.motcua.dossier.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Leases;

/** First answers are kept 30 days; a key used again after that is a new request. */
@Component
class ForgetAnswers {

    private static final String LEASE = "answers-sweep";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Leases leases;
    private final Dossiers dossiers;
    private final InstantSource clock;

    ForgetAnswers(Leases leases, Dossiers dossiers, InstantSource clock) {
        this.leases = leases;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${motcua.answers.sweep-every:PT1M}",
            initialDelayString = "${motcua.answers.sweep-every:PT1M}")
    Mono<Void> forget() {
        return Mono.defer(() -> forgetBefore(clock.instant().minus(KEPT)));
    }

    private Mono<Void> forgetBefore(Instant moment) {
        return leases.turn(
                LEASE,
                lease -> dossiers.forgetAnswersBefore(moment, lease)
                        .expand(forgotten ->
                                forgotten == 0 ? Mono.empty() : dossiers.forgetAnswersBefore(moment, lease))
                        .then());
    }
}
