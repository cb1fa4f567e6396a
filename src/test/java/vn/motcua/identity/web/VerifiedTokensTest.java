package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS_KEY;
import static vn.motcua.identity.web.TokenFixtures.NOW;
import static vn.motcua.identity.web.TokenFixtures.citizen;
import static vn.motcua.identity.web.TokenFixtures.rsa;
import static vn.motcua.identity.web.TokenFixtures.signed;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.IdentityProperties.Kind;

class VerifiedTokensTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Instant now = NOW;
    private SigningKeys published = SigningKeys.local(new JWKSet(CITIZENS_KEY));
    private final AtomicInteger looked = new AtomicInteger();
    private final VerifiedTokens remembered = new VerifiedTokens(10, LONGEST, () -> now);
    private final TokenChecker checker = new TokenChecker(
            List.of(TokenFixtures.issuer(CITIZENS, Set.of(Kind.CITIZEN), new Counted())), remembered, () -> now);

    /** Counts how often a signature was looked at. */
    private final class Counted implements SigningKeys {

        @Override
        public Mono<List<JWK>> matching(JWSHeader header) {
            looked.incrementAndGet();
            return published.matching(header);
        }

        @Override
        public Mono<List<JWK>> otherThan(List<JWK> tried, JWSHeader header) {
            return published.otherThan(tried, header);
        }

        @Override
        public boolean include(JWK key) {
            return published.include(key);
        }
    }

    @Test
    void aTokenPaysForItsSignatureOnce() {
        String token = signed(CITIZENS_KEY, citizen());
        Caller first = checker.check(token).block();
        assertThat(checker.check(token).block()).isSameAs(first);
        assertThat(looked).hasValue(1);
    }

    @Test
    void aTokenThatDiffersInItsSignatureAloneIsAnotherToken() {
        String token = signed(CITIZENS_KEY, citizen());
        checker.check(token).block();
        int middle = token.lastIndexOf('.') + 20;
        String forged =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
        assertThatThrownBy(() -> checker.check(forged).block()).hasMessage("invalid-token");
    }

    @Test
    void aRememberedTokenEndsWithItsExpiry() {
        String token = signed(CITIZENS_KEY, citizen().expirationTime(at(60)));
        checker.check(token).block();
        now = NOW.plusSeconds(60);
        assertThat(remembered.size()).isZero();
        now = NOW.plusSeconds(89);
        assertThat(checker.check(token).block()).isNotNull();
        now = NOW.plusSeconds(90);
        assertThatThrownBy(() -> checker.check(token).block()).hasMessage("token-expired");
    }

    @Test
    void theMomentIsLookedAtWithEachUse() {
        String token = signed(CITIZENS_KEY, citizen().notBeforeTime(at(0)));
        checker.check(token).block();
        now = NOW.minusSeconds(31);
        assertThatThrownBy(() -> checker.check(token).block()).hasMessage("invalid-token");
        assertThat(looked).hasValue(1);
    }

    @Test
    void aSignatureIsLookedAtAgainAfterTheStatedTime() {
        String token = signed(CITIZENS_KEY, citizen());
        checker.check(token).block();
        now = NOW.plus(LONGEST).minusMillis(1);
        checker.check(token).block();
        assertThat(looked).hasValue(1);
        now = NOW.plus(LONGEST);
        checker.check(token).block();
        assertThat(looked).hasValue(2);
    }

    @Test
    void aWithdrawnKeyTakesWhatItVouchedForWithIt() {
        var second = rsa("c2", 2048);
        published = SigningKeys.local(new JWKSet(List.of(CITIZENS_KEY, second)));
        String ofFirst = signed(CITIZENS_KEY, citizen());
        String ofSecond = signed(second, citizen());
        checker.check(ofFirst).block();
        checker.check(ofSecond).block();

        published = SigningKeys.local(new JWKSet(second));
        assertThatThrownBy(() -> checker.check(ofFirst).block()).hasMessage("invalid-token");
        assertThat(remembered.size()).isEqualTo(2);
        remembered.forgetWithdrawn();
        assertThat(remembered.size()).isEqualTo(1);
        assertThat(checker.check(ofSecond).block()).isNotNull();
        assertThat(looked).hasValue(3);
    }

    @Test
    void anotherKeyOfTheSameNameVouchesForNothingOfTheFormer() {
        String token = signed(CITIZENS_KEY, citizen());
        checker.check(token).block();
        published = SigningKeys.local(new JWKSet(rsa("c1", 2048)));
        assertThatThrownBy(() -> checker.check(token).block()).hasMessage("invalid-token");
    }

    @Test
    void refusedTokensLeaveNothing() {
        for (int forged = 0; forged < 100; forged++) {
            String token = signed(CITIZENS_KEY, citizen().audience("other-" + forged));
            assertThatThrownBy(() -> checker.check(token).block()).hasMessage("invalid-token");
        }
        assertThat(remembered.size()).isZero();
    }

    @Test
    void noMoreThanTheStatedNumberAreRemembered() {
        for (int token = 0; token < 50; token++) {
            checker.check(signed(CITIZENS_KEY, citizen().subject("s" + token))).block();
        }
        assertThat(remembered.size()).isEqualTo(10);
    }

    @Test
    void hitsAndMissesAreCounted() {
        var meters = new SimpleMeterRegistry();
        remembered.measuredBy(meters);
        String token = signed(CITIZENS_KEY, citizen());
        checker.check(token).block();
        checker.check(token).block();
        checker.check(token).block();
        assertThat(gets(meters, "hit")).isEqualTo(2);
        assertThat(gets(meters, "miss")).isEqualTo(1);
    }

    private static double gets(SimpleMeterRegistry meters, String result) {
        return meters.get("cache.gets")
                .tags("cache", "motcua.identity.tokens", "result", result)
                .functionCounter()
                .count();
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
