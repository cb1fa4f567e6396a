package vn.motcua.identity.web;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import reactor.core.publisher.Mono;

/**
 * Calls to issuers that harm neither side when one is slow or away. The metrics of each part bear the name {@code issuer-} and
 * that of the issuer.
 */
final class GuardedCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2.0, 0.5);

    private final CircuitBreakerRegistry breakers;
    private final TimeLimiterRegistry limiters;
    private final RetryRegistry retries;
    private final CircuitBreakerConfig breaking;

    GuardedCalls(
            CircuitBreakerRegistry breakers, TimeLimiterRegistry limiters, RetryRegistry retries, SteadyTime time) {
        this.breakers = breakers;
        this.limiters = limiters;
        this.retries = retries;
        InstantSource clock = time::now;
        breaking = CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(Duration.ofSeconds(10))
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    /** One try of two seconds at most, and none for ten seconds after most of the last tries failed. */
    <T> Mono<T> once(String issuer, Mono<T> call) {
        TimeLimiter limiter = limiters.timeLimiter(
                name(issuer),
                TimeLimiterConfig.custom().timeoutDuration(PATIENCE).build());
        CircuitBreaker breaker = breakers.circuitBreaker(name(issuer), breaking);
        return call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** Up to three tries, with pauses that no two instances share. Nobody waits for these. */
    <T> Mono<T> persistently(String issuer, Mono<T> call) {
        Retry retry = retries.retry(
                name(issuer),
                RetryConfig.custom()
                        .maxAttempts(TRIES)
                        .intervalFunction(PAUSES)
                        .ignoreExceptions(CallNotPermittedException.class)
                        .build());
        return call.transformDeferred(RetryOperator.of(retry));
    }

    private static String name(String issuer) {
        return "issuer-" + issuer;
    }
}
