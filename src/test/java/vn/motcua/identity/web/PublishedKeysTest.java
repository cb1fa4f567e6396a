package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.identity.web.TokenFixtures.rsa;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import vn.motcua.identity.web.IdentityProperties.Algorithm;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Issuer;
import vn.motcua.identity.web.IdentityProperties.Kind;

/** Hours pass in no time: how long a key that its issuer withdraws goes on working. */
class PublishedKeysTest {

    private static final JWK STAYING = rsa("staying", 2048).toPublicJWK();
    private static final JWK STOLEN = rsa("stolen", 2048).toPublicJWK();
    private static final Duration START = Duration.ofMinutes(10);

    private final List<Instant> asked = new ArrayList<>();
    private VirtualTimeScheduler time;
    private Mono<JWKSet> answer = Mono.just(new JWKSet(List.of(STAYING, STOLEN)));
    private SigningKeys keys;

    @BeforeEach
    void start() throws ReflectiveOperationException {
        time = VirtualTimeScheduler.getOrSet();
        SteadyTime steady = () -> Instant.EPOCH.plusMillis(time.now(TimeUnit.MILLISECONDS));
        var calls = new GuardedCalls(
                CircuitBreakerRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults(),
                RetryRegistry.ofDefaults(),
                steady);
        var identity = new IdentityProperties(
                Stream.of("portal", "silent").map(PublishedKeysTest::issuer).toList(),
                Duration.ofHours(24),
                Duration.ofMinutes(5),
                10);
        var published = new PublishedKeys(
                identity,
                issuer -> issuer.name().equals("portal") ? Mono.defer(this::answer) : Mono.never(),
                calls,
                new VerifiedTokens(10, Duration.ofMinutes(5), steady::now),
                steady);
        keys = published.issuers().findFirst().orElseThrow().keys();
        Duration pause = Duration.parse(PublishedKeys.class
                .getDeclaredMethod("refreshDue")
                .getAnnotation(Scheduled.class)
                .fixedDelayString());
        published.refreshDue().then(Mono.delay(pause)).repeat().subscribe();
    }

    private Mono<JWKSet> answer() {
        asked.add(Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS)));
        return answer;
    }

    @AfterEach
    void stop() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void aWithdrawnKeyStopsWorkingWithinFiveMinutesWheneverItIsWithdrawn() {
        for (int second = 0; second < 300; second++) {
            pass(START.plusSeconds(second));
            assertThat(keys.include(STOLEN)).isTrue();
            answer = Mono.just(new JWKSet(STAYING));
            pass(Duration.ofMinutes(5));
            assertThat(keys.include(STOLEN))
                    .as("withdrawn at second %d", second)
                    .isFalse();
            assertThat(keys.include(STAYING)).isTrue();
            answer = Mono.just(new JWKSet(List.of(STAYING, STOLEN)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterAnOutageItStopsWorkingWithinHalfAMinute(boolean silent) {
        for (int seconds = 300; seconds < 600; seconds += 7) {
            pass(START);
            assertThat(keys.include(STOLEN)).isTrue();
            answer = silent ? Mono.never() : Mono.error(new IllegalStateException("away"));
            pass(Duration.ofSeconds(seconds));
            assertThat(keys.include(STOLEN)).isTrue();
            answer = Mono.just(new JWKSet(STAYING));
            pass(Duration.ofSeconds(30));
            assertThat(keys.include(STOLEN)).as("after %d seconds", seconds).isFalse();
            answer = Mono.just(new JWKSet(List.of(STAYING, STOLEN)));
        }
    }

    /** An answer may be two seconds old when it comes. */
    @Test
    void anIssuerIsAskedEveryFiveMinutesAndNotMuchMoreOften() {
        pass(Duration.ofDays(1));
        assertThat(asked).hasSizeGreaterThan(280);
        for (int at = 1; at < asked.size(); at++) {
            assertThat(Duration.between(asked.get(at - 1), asked.get(at)))
                    .isBetween(Duration.ofSeconds(240), Duration.ofSeconds(298));
        }
    }

    private void pass(Duration duration) {
        for (long left = duration.toMillis(); left > 0; left -= 100) {
            time.advanceTimeBy(Duration.ofMillis(Math.min(left, 100)));
        }
    }

    private static Issuer issuer(String name) {
        return new Issuer(
                name,
                "https://" + name + ".example",
                URI.create("https://" + name + ".example/keys"),
                null,
                "motcua",
                Set.of(Algorithm.RS256),
                Duration.ZERO,
                Set.of("JWT"),
                Set.of(Kind.CITIZEN),
                Claims.standard(),
                IdentityProperties.Assignments.CLAIMS);
    }
}
