package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.motcua.MotcuaIT;

/** Issuers connected by configuration alone, over HTTP. */
@MotcuaIT
class RealIssuerIT {

    private static final MockOAuth2Server SERVER = new MockOAuth2Server();
    private static final String CITIZENS = "vneid";
    private static final String AGENCIES = "agencies";
    private static final String AWAY = "away";

    static {
        SERVER.start();
    }

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void issuers(DynamicPropertyRegistry registry) {
        issuer(registry, 0, CITIZENS, "CITIZEN", SERVER.jwksUrl(CITIZENS).toString());
        issuer(registry, 1, AGENCIES, "STAFF", SERVER.jwksUrl(AGENCIES).toString());
        issuer(registry, 2, AWAY, "CITIZEN", "http://127.0.0.1:1/jwks");
    }

    private static void issuer(DynamicPropertyRegistry registry, int at, String name, String kind, String jwks) {
        String issuer = "motcua.identity.issuers[" + at + "].";
        registry.add(issuer + "name", () -> name);
        registry.add(issuer + "issuer", () -> SERVER.issuerUrl(name).toString());
        registry.add(issuer + "jwks", () -> jwks);
        registry.add(issuer + "audience", () -> "motcua");
        registry.add(issuer + "kinds", () -> kind);
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    @Test
    void aCitizenOfTheConfiguredIssuerIsKnown() {
        assertThat(readingAnyDossier(citizen(CITIZENS, Map.of()))).isEqualTo(404);
    }

    @Test
    void theCitizensIssuerNeverMakesAClerk() {
        String pretender = citizen(CITIZENS, Map.of("roles", List.of("clerk"), "agencies", List.of(3180732)));
        assertThat(accepting(pretender)).isEqualTo(403);
    }

    @Test
    void theAgenciesIssuerMakesAClerk() {
        String clerk = token(AGENCIES, "motcua", Map.of("roles", List.of("clerk"), "agencies", List.of(3180732)));
        assertThat(accepting(clerk)).isEqualTo(404);
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        assertThat(readingAnyDossier(token(CITIZENS, "other", Map.of()))).isEqualTo(401);
    }

    @Test
    void anIssuerThatCannotBeAskedIsNoFaultOfTheCaller() {
        http.get()
                .uri("/api/v1/dossiers/" + UUID.randomUUID())
                .headers(headers -> headers.setBearerAuth(citizen(AWAY, Map.of())))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:motcua:problem:identity-provider-unavailable");
    }

    private int readingAnyDossier(String token) {
        return http.get()
                .uri("/api/v1/dossiers/" + UUID.randomUUID())
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private int accepting(String token) {
        return http.post()
                .uri("/api/v1/dossiers/" + UUID.randomUUID() + "/acceptance")
                .headers(headers -> headers.setBearerAuth(token))
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static String citizen(String issuer, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "LoaiTaiKhoan", 1,
                "SoDinhDanh", "042090009999",
                "HoVaTen", "Nguyễn Văn Thử",
                "NgayThangNamSinh", "1990-05-17"));
        claims.putAll(more);
        return token(issuer, "motcua", claims);
    }

    private static String token(String issuer, String audience, Map<String, Object> claims) {
        return SERVER.issueToken(
                        issuer,
                        "client",
                        new DefaultOAuth2TokenCallback(
                                issuer, "subject-1", JOSEObjectType.JWT.getType(), List.of(audience), claims, 3600))
                .serialize();
    }
}
