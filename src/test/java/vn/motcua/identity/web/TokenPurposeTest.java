package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS_KEY;
import static vn.motcua.identity.web.TokenFixtures.checker;
import static vn.motcua.identity.web.TokenFixtures.citizen;
import static vn.motcua.identity.web.TokenFixtures.signed;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.identity.Caller;

/** What issuers put in tokens for our audience, {@code motcua}, which may also be the name of a client. */
class TokenPurposeTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void believesAccessTokens(String issuer, String type, Map<String, Object> claims) throws Exception {
        assertThat(check(type, claims)).isNotNull();
    }

    static Stream<Arguments> believesAccessTokens() {
        return Stream.of(
                Arguments.of("plain", "JWT", Map.of()),
                Arguments.of("Keycloak", "JWT", Map.of("typ", "Bearer", "azp", "app", "scope", "openid", "sid", "s")),
                Arguments.of("Keycloak, own client", "JWT", Map.of("typ", "Bearer", "azp", "motcua")),
                Arguments.of("Keycloak until 23", "JWT", Map.of("typ", "Bearer", "azp", "app", "nonce", "n")),
                Arguments.of("mock-oauth2-server", "JWT", Map.of("nonce", "n", "azp", "app", "tid", "default")),
                Arguments.of("Spring Authorization Server", null, Map.of("scope", List.of("openid"))),
                Arguments.of("Duende", "at+jwt", Map.of("client_id", "app", "scope", List.of("api"), "sid", "s")),
                Arguments.of("Entra", "JWT", Map.of("azp", "motcua", "scp", "access", "rh", "r")),
                Arguments.of("Okta", null, Map.of("cid", "app", "scp", List.of("openid"))),
                Arguments.of("RFC 9068 alone", "at+jwt", Map.of("nonce", "n", "azp", "motcua")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesTokensThatProveSomethingToOthers(String issuer, String type, Map<String, Object> claims) {
        assertThatThrownBy(() -> check(type, claims)).hasMessage("invalid-token");
    }

    static Stream<Arguments> refusesTokensThatProveSomethingToOthers() {
        return Stream.of(
                Arguments.of("Keycloak ID", "JWT", Map.of("typ", "ID", "azp", "motcua", "at_hash", "h")),
                Arguments.of("Keycloak refresh", "JWT", Map.of("typ", "Refresh", "azp", "app", "scope", "openid")),
                Arguments.of("mock-oauth2-server ID", "JWT", Map.of("nonce", "n", "azp", "motcua", "tid", "default")),
                Arguments.of("Spring ID", null, Map.of("azp", "motcua", "auth_time", 1, "sid", "s")),
                Arguments.of("Duende ID", "JWT", Map.of("nonce", "n", "auth_time", 1, "idp", "local", "sid", "s")),
                Arguments.of("Entra ID", "JWT", Map.of("nonce", "n", "rh", "r", "tid", "t")),
                Arguments.of("Okta ID", null, Map.of("at_hash", "h", "nonce", "n", "idp", "i")),
                Arguments.of("hybrid flow ID", "JWT", Map.of("c_hash", "h")),
                Arguments.of("FAPI ID", "JWT", Map.of("s_hash", "h")),
                Arguments.of("logout", "JWT", Map.of("events", Map.of(), "sid", "s")),
                Arguments.of("ID with a scope", "JWT", Map.of("at_hash", "h", "scope", "openid")),
                Arguments.of("unknown purpose", "JWT", Map.of("typ", "Offline")),
                Arguments.of("purpose of no shape", "JWT", Map.of("typ", List.of("Bearer"))));
    }

    private static Caller check(String type, Map<String, Object> claims) throws Exception {
        var said = citizen();
        claims.forEach(said::claim);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("c1")
                .type(type == null ? null : new JOSEObjectType(type))
                .build();
        return checker()
                .check(signed(header, new RSASSASigner(CITIZENS_KEY), said))
                .block();
    }
}
