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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

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
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            Set<Duration> first = new HashSet<>();
            Set<Duration> second = new HashSet<>();
            for (int instance = 0; instance < 20; instance++) {
                List<Instant> tried = triesOfACall(time);
                assertThat(tried).hasSize(3);
                first.add(Duration.between(tried.get(0), tried.get(1)));
                second.add(Duration.between(tried.get(1), tried.get(2)));
            }
            assertThat(first).hasSizeGreaterThan(10).allMatch(pause -> within(pause, 250, 750));
            assertThat(second).hasSizeGreaterThan(10).allMatch(pause -> within(pause, 500, 1500));
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    private List<Instant> triesOfACall(VirtualTimeScheduler time) {
        List<Instant> tried = new ArrayList<>();
        var failing = Mono.error(() -> {
            tried.add(Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS)));
            return new IllegalStateException("away");
        });
        var call = calls.persistently("away", failing).toFuture();
        time.advanceTimeBy(Duration.ofSeconds(3));
        assertThat(call).isCompletedExceptionally();
        return tried;
    }

    private static boolean within(Duration pause, long least, long most) {
        return pause.toMillis() >= least && pause.toMillis() <= most;
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
