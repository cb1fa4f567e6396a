package vn.motcua.dossier.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** First answers are kept 30 days; a key used again after that is a new request. */
@Component
class ForgetAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetAnswers.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Dossiers dossiers;
    private final InstantSource clock;

    ForgetAnswers(Dossiers dossiers, InstantSource clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    Mono<Void> forget() {
        Instant moment = clock.instant().minus(KEPT);
        return dossiers.forgetAnswersBefore(moment)
                .expand(forgotten -> forgotten == 0 ? Mono.empty() : dossiers.forgetAnswersBefore(moment))
                .doOnError(error -> LOG.warn(
                        "Forgetting old answers failed: {}", error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
