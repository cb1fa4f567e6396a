package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.NOW;
import static vn.motcua.identity.web.TokenFixtures.header;
import static vn.motcua.identity.web.TokenFixtures.rsa;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.motcua.AtOnce;
import vn.motcua.platform.web.IdentityProviderUnavailable;

class RemoteKeysTest {

    private static final Duration AGE = Duration.ofHours(24);
    private static final JWKSet FIRST = new JWKSet(rsa("first", 2048).toPublicJWK());
    private static final JWKSet SECOND = new JWKSet(rsa("second", 2048).toPublicJWK());
    private static final JWSHeader OF_FIRST = header(JWSAlgorithm.RS256, "first");
    private static final JWSHeader OF_SECOND = header(JWSAlgorithm.RS256, "second");

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = NOW;
    private Mono<JWKSet> published = Mono.just(FIRST);
    private final RemoteKeys keys = new RemoteKeys(
            "test",
            Mono.defer(() -> {
                asked.incrementAndGet();
                return published;
            }),
            AGE,
            () -> now);

    @Test
    void asksOnceForAHerdThatComesAtOnce() throws Exception {
        var answer = new CompletableFuture<JWKSet>();
        published = Mono.fromFuture(answer);
        List<CompletableFuture<List<JWK>>> herd =
                AtOnce.all(Collections.nCopies(50, () -> keys.matching(OF_FIRST).toFuture()));
        answer.complete(FIRST);
        assertThat(herd).allSatisfy(got -> assertThat(got.join()).hasSize(1));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAtMostOnceInThirtySecondsForUnknownKeys() {
        assertThat(keys.matching(OF_FIRST).block()).hasSize(1);
        for (int forged = 0; forged < 10_000; forged++) {
            assertThat(keys.matching(header(JWSAlgorithm.RS256, "forged-" + forged))
                            .block())
                    .isEmpty();
        }
        assertThat(asked).hasValue(1);
        now = now.plusSeconds(30);
        keys.matching(OF_SECOND).block();
        assertThat(asked).hasValue(2);
    }

    /** Else a service that starts beside a restarting issuer would refuse everybody for half a minute. */
    @Test
    void asksAtMostOnceInTwoSecondsWhileNoKeysCount() {
        published = Mono.error(new IllegalStateException("down"));
        for (int round = 1; round <= 2; round++) {
            for (int forged = 0; forged < 1_000; forged++) {
                JWSHeader header = header(JWSAlgorithm.RS256, "forged-" + forged);
                assertThatThrownBy(() -> keys.matching(header).block()).isInstanceOf(IdentityProviderUnavailable.class);
            }
            assertThat(asked).hasValue(round);
            now = now.plusSeconds(2);
        }
        published = Mono.just(FIRST);
        assertThat(keys.matching(OF_FIRST).block()).hasSize(1);
    }

    @Test
    void asksForTheKeyThatANameMeansNow() {
        List<JWK> former = keys.matching(OF_FIRST).block();
        var renewed = new JWKSet(rsa("first", 2048).toPublicJWK());
        published = Mono.just(renewed);
        assertThat(keys.matching(OF_FIRST).block()).isEqualTo(former);
        now = now.plusSeconds(30);
        assertThat(keys.otherThan(former, OF_FIRST).block()).isEqualTo(renewed.getKeys());
        assertThat(keys.matching(OF_FIRST).block()).isEqualTo(renewed.getKeys());
    }

    @Test
    void asksAtMostOnceInThirtySecondsForBadSignatures() {
        keys.refresh().block();
        for (int forged = 0; forged < 10_000; forged++) {
            assertThat(keys.otherThan(FIRST.getKeys(), OF_FIRST).block()).isEmpty();
        }
        assertThat(asked).hasValue(2);
        now = now.plusSeconds(30);
        keys.otherThan(FIRST.getKeys(), OF_FIRST).block();
        keys.matching(OF_SECOND).block();
        assertThat(asked).hasValue(3);
    }

    @Test
    void callsNoSignatureBadWhileTheIssuerIsAway() {
        keys.refresh().block();
        published = Mono.error(new IllegalStateException("down"));
        assertThatThrownBy(() -> keys.otherThan(FIRST.getKeys(), OF_FIRST).block())
                .isInstanceOf(IdentityProviderUnavailable.class);
    }

    @Test
    void findsANewKeyAndForgetsOneThatWasWithdrawn() {
        keys.matching(OF_FIRST).block();
        published = Mono.just(SECOND);
        now = now.plusSeconds(30);
        assertThat(keys.matching(OF_SECOND).block()).hasSize(1);
        assertThat(keys.matching(OF_FIRST).block()).isEmpty();
    }

    @Test
    void forgetsAWithdrawnKeyAtTheRegularRefresh() {
        keys.matching(OF_FIRST).block();
        published = Mono.just(SECOND);
        keys.refresh().block();
        assertThat(keys.matching(OF_FIRST).block()).isEmpty();
    }

    @Test
    void keepsTheLastGoodKeysWhileTheIssuerIsAway() {
        keys.matching(OF_FIRST).block();
        published = Mono.error(new IllegalStateException("down"));
        assertThatThrownBy(() -> keys.refresh().block()).hasMessage("down");
        assertThat(keys.matching(OF_FIRST).block()).hasSize(1);
    }

    @Test
    void callsNoTokenBadWhileTheIssuerIsAway() {
        published = Mono.error(new IllegalStateException("down"));
        assertThatThrownBy(() -> keys.matching(OF_FIRST).block()).isInstanceOf(IdentityProviderUnavailable.class);
        assertThatThrownBy(() -> keys.matching(OF_FIRST).block()).isInstanceOf(IdentityProviderUnavailable.class);
        assertThat(asked).hasValue(1);
        published = Mono.just(FIRST);
        now = now.plusSeconds(2);
        assertThat(keys.matching(OF_FIRST).block()).hasSize(1);
    }

    @Test
    void countsTheLastGoodKeysUpToTheirAge() {
        keys.matching(OF_FIRST).block();
        published = Mono.error(new IllegalStateException("down"));
        JWK key = FIRST.getKeys().getFirst();
        now = now.plus(AGE).minusNanos(1);
        assertThat(keys.matching(OF_FIRST).block()).hasSize(1);
        assertThat(keys.include(key)).isTrue();
        now = now.plusNanos(1);
        assertThat(keys.include(key)).isFalse();
        assertThatThrownBy(() -> keys.matching(OF_FIRST).block()).isInstanceOf(IdentityProviderUnavailable.class);
        published = Mono.just(FIRST);
        now = now.plusSeconds(2);
        assertThat(keys.matching(OF_FIRST).block()).hasSize(1);
        assertThat(keys.include(key)).isTrue();
    }

    @Test
    void keepsAFailedRefreshFromMakingKeysYounger() {
        keys.matching(OF_FIRST).block();
        published = Mono.error(new IllegalStateException("down"));
        now = now.plus(AGE).minusSeconds(1);
        assertThatThrownBy(() -> keys.refresh().block()).hasMessage("down");
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> keys.matching(OF_FIRST).block()).isInstanceOf(IdentityProviderUnavailable.class);
    }

    @Test
    void findsTheKeyOfARotationRightAfterARefresh() {
        keys.refresh().block();
        published = Mono.just(SECOND);
        assertThat(keys.matching(OF_SECOND).block()).hasSize(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void goesOnAskingForOthersWhenTheFirstCallerLeaves() {
        var answer = new CompletableFuture<JWKSet>();
        published = Mono.fromFuture(answer);
        var leaving = keys.matching(OF_FIRST).toFuture();
        var staying = keys.matching(OF_FIRST).toFuture();
        leaving.cancel(true);
        answer.complete(FIRST);
        assertThat(staying.join()).hasSize(1);
    }
}
