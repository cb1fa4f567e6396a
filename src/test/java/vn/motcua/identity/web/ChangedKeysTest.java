package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.NOW;
import static vn.motcua.identity.web.TokenFixtures.checker;
import static vn.motcua.identity.web.TokenFixtures.citizen;
import static vn.motcua.identity.web.TokenFixtures.rsa;
import static vn.motcua.identity.web.TokenFixtures.signed;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** An issuer whose keys have no names, or that changes a key and leaves its name. */
class ChangedKeysTest {

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = NOW;
    private JWKSet published = new JWKSet();
    private final TokenChecker checker = checker(
            new RemoteKeys(
                    "test",
                    Mono.fromSupplier(() -> {
                        asked.incrementAndGet();
                        return published;
                    }),
                    Duration.ofHours(24),
                    () -> now),
            () -> now);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "same")
    void aTokenOfItsNewKeyIsBelievedAtOnceAndTheFormerIsForgotten(String name) {
        RSAKey former = publish(name);
        String ofFormer = signed(former, citizen());
        assertThat(checker.check(ofFormer).block()).isNotNull();
        RSAKey changed = publish(name);
        now = now.plusSeconds(30);
        assertThat(checker.check(signed(changed, citizen())).block()).isNotNull();
        assertThatThrownBy(() -> checker.check(ofFormer).block()).hasMessage("invalid-token");
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "same")
    void badlySignedTokensMakeOneFetchInThirtySeconds(String name) {
        RSAKey key = publish(name);
        RSAKey forgers = rsa(name, 2048);
        checker.check(signed(key, citizen())).block();
        String forged = signed(forgers, citizen());
        for (int sent = 0; sent < 1000; sent++) {
            assertThatThrownBy(() -> checker.check(forged).block()).hasMessage("invalid-token");
        }
        assertThat(asked).hasValue(1);
        now = now.plusSeconds(30);
        for (int sent = 0; sent < 1000; sent++) {
            assertThatThrownBy(() -> checker.check(forged).block()).hasMessage("invalid-token");
        }
        assertThat(asked).hasValue(2);
    }

    private RSAKey publish(String name) {
        RSAKey key = rsa(name, 2048);
        published = new JWKSet(key.toPublicJWK());
        return key;
    }
}
