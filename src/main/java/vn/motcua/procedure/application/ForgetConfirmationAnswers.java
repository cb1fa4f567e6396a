package vn.motcua.procedure.application;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * First answers are kept 30 days; a key used again after that is a new request. Under no lease: a row is deleted once,
 * whichever instance deletes it, and confirmations are few.
 */
@Component
class ForgetConfirmationAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetConfirmationAnswers.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final TermConfirmations confirmations;
    private final InstantSource clock;

    ForgetConfirmationAnswers(TermConfirmations confirmations, InstantSource clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    Mono<Void> forget() {
        return Mono.defer(
                        () -> confirmations.forgetAnswersBefore(clock.instant().minus(KEPT)))
                .doOnError(error -> LOG.warn(
                        "Forgetting old answers to confirmations failed: {}",
                        error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
