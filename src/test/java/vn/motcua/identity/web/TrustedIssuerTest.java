package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS_KEY;
import static vn.motcua.identity.web.TokenFixtures.NOW;
import static vn.motcua.identity.web.TokenFixtures.checker;
import static vn.motcua.identity.web.TokenFixtures.citizen;
import static vn.motcua.identity.web.TokenFixtures.header;
import static vn.motcua.identity.web.TokenFixtures.signed;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.web.IdentityProperties.Algorithm;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Kind;

class TrustedIssuerTest {

    @ParameterizedTest
    @CsvSource({"at+jwt,true", "application/AT+JWT,true", "JWT,false", "id+jwt,false", ",false"})
    void readsNoOtherTypesThanItsIssuerWrites(String type, boolean believed) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("c1")
                .type(type == null ? null : new JOSEObjectType(type))
                .build();
        String token = signed(header, new RSASSASigner(CITIZENS_KEY), citizen());
        var strict = citizens(Set.of(Algorithm.RS256), Duration.ZERO, Set.of("at+jwt"));
        if (believed) {
            assertThat(strict.check(token).block()).isNotNull();
        } else {
            assertThatThrownBy(() -> strict.check(token).block()).hasMessage("invalid-token");
        }
    }

    @Test
    void readsNoOtherAlgorithmsThanItsIssuerUses() throws Exception {
        var strict = citizens(Set.of(Algorithm.PS256), Duration.ZERO, Set.of("JWT"));
        var ps256 = signed(header(JWSAlgorithm.PS256, "c1"), new RSASSASigner(CITIZENS_KEY), citizen());
        assertThat(strict.check(ps256).block()).isNotNull();
        assertThatThrownBy(() -> strict.check(signed(CITIZENS_KEY, citizen())).block())
                .hasMessage("invalid-token");
    }

    @Test
    void forgivesWhatItsIssuersClockNeeds() {
        String late = signed(CITIZENS_KEY, citizen().expirationTime(at(-1)));
        var strict = citizens(Set.of(Algorithm.RS256), Duration.ZERO, Set.of("JWT"));
        var lax = citizens(Set.of(Algorithm.RS256), Duration.ofSeconds(60), Set.of("JWT"));
        assertThatThrownBy(() -> strict.check(late).block()).hasMessage("token-expired");
        assertThat(lax.check(signed(CITIZENS_KEY, citizen().expirationTime(at(-59))))
                        .block())
                .isNotNull();
    }

    private static TokenChecker citizens(Set<Algorithm> algorithms, Duration skew, Set<String> types) {
        var issuer = new TrustedIssuer(
                TokenFixtures.CITIZENS,
                "motcua",
                Set.of(Kind.CITIZEN),
                Claims.standard(),
                SigningKeys.local(new JWKSet(CITIZENS_KEY)),
                algorithms,
                skew,
                types);
        return checker(issuer, InstantSource.fixed(NOW));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
