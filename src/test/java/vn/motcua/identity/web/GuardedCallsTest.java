package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.NOW;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GuardedCallsTest {

    private Instant now = NOW;
    private final AtomicInteger tries = new AtomicInteger();
    private final GuardedCalls calls = new GuardedCalls(
            CircuitBreakerRegistry.ofDefaults(),
            TimeLimiterRegistry.ofDefaults(),
            RetryRegistry.ofDefaults(),
            () -> now);
    private final Mono<String> away = Mono.defer(() -> {
        tries.incrementAndGet();
        return Mono.error(new IllegalStateException("away"));
    });

    @Test
    void waitsTwoSecondsForASilentIssuer() {
        StepVerifier.withVirtualTime(() -> calls.once("silent", Mono.never()))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1999))
                .thenAwait(Duration.ofMillis(1))
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void triesThreeTimesWithPausesThatDiffer() {
        StepVerifier.withVirtualTime(() -> calls.persistently("away", away))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(249))
                .thenAwait(Duration.ofMillis(2_300))
                .expectErrorMessage("away")
                .verify(Duration.ofSeconds(5));
        assertThat(tries).hasValue(3);
    }

    @Test
    void leavesAnIssuerAloneThatFailedFiveTimesAndTriesAgainAfterTenSeconds() {
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> calls.once("away", away).block()).hasMessage("away");
        }
        assertThatThrownBy(() -> calls.once("away", away).block()).isInstanceOf(CallNotPermittedException.class);
        assertThat(tries).hasValue(5);
        now = now.plusSeconds(11);
        assertThat(calls.once("away", Mono.just("back")).block()).isEqualTo("back");
    }

    @Test
    void oneIssuersTroubleIsNotAnothers() {
        for (int call = 0; call < 6; call++) {
            assertThatThrownBy(() -> calls.once("away", away).block());
        }
        assertThat(calls.once("other", Mono.just("there")).block()).isEqualTo("there");
    }
}
