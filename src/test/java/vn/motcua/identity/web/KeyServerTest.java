package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS_KEY;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import vn.motcua.identity.web.IdentityProperties.Algorithm;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Issuer;
import vn.motcua.identity.web.IdentityProperties.Kind;

class KeyServerTest {

    private static final String KEYS = new JWKSet(CITIZENS_KEY).toString(false);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final KeyServer server = new KeyServer();
    private HttpServer http;
    private String origin;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        origin = "http://127.0.0.1:" + http.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void takesThePublicHalfOfKeys() {
        publish("/keys", 200, KEYS);
        JWKSet keys = server.keys(issuer("/keys", null)).block();
        assertThat(keys.getKeys()).containsExactly(CITIZENS_KEY.toPublicJWK());
    }

    @Test
    void findsKeysByTheMetadataOfTheIssuer() {
        publish("/metadata", 200, metadata("https://id.example", origin + "/keys"));
        publish("/keys", 200, KEYS);
        assertThat(server.keys(issuer(null, "/metadata")).block().getKeys()).hasSize(1);
        assertThat(asked).containsExactly("/metadata", "/keys");
    }

    @Test
    void believesNoMetadataOfAnotherIssuerAndFollowsNoUnsafeAddress() {
        publish("/another", 200, metadata("https://evil.example", origin + "/keys"));
        publish("/unsafe", 200, metadata("https://id.example", "http://id.example/keys"));
        publish("/nothing", 200, "{\"issuer\": \"https://id.example\"}");
        publish("/keys", 200, KEYS);
        for (String path : List.of("/another", "/unsafe", "/nothing")) {
            assertThatThrownBy(() -> server.keys(issuer(null, path)).block())
                    .hasMessageContaining("another issuer's, or names no safe address");
        }
        assertThat(asked).doesNotContain("/keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{\"keys\": 1}",
                "{\"keys\": []}",
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"AAAA\"}]}",
                "{\"keys\": [{\"kty\": \"PQ\", \"x\": \"AAAA\"}, {\"kty\": \"RSA\"}, 7, null]}"
            })
    void takesNothingElseForKeys(String body) {
        publish("/keys", 200, body);
        assertThatThrownBy(() -> server.keys(issuer("/keys", null)).block()).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 404, 500, 503})
    void takesKeysFromNoOtherAnswerThan200(int status) {
        http.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Location", origin + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        publish("/elsewhere", 200, KEYS);
        assertThatThrownBy(() -> server.keys(issuer("/keys", null)).block()).hasMessageContaining("" + status);
        assertThat(asked).isEmpty();
    }

    @Test
    void stopsReadingALongAnswer() {
        publish("/keys", 200, KEYS + " ".repeat(256 * 1024));
        assertThatThrownBy(() -> server.keys(issuer("/keys", null)).block())
                .isInstanceOf(DataBufferLimitException.class);
    }

    /** Keys of today among those that nobody here can use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\": \"AKP\", \"alg\": \"ML-DSA-44\", \"pub\": \"AAAA\"}",
                "{\"kty\": \"EC\", \"crv\": \"P-999\", \"x\": \"AAAA\", \"y\": \"AAAA\"}",
                "{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"AAAA\", \"y\": \"AAAA\"}",
                "{\"kty\": \"RSA\", \"n\": 7, \"e\": \"AQAB\"}",
                "{\"kty\": \"RSA\", \"n\": \"AQAB\", \"e\": \"AQAB\", \"x5c\": [\"not a certificate\"]}",
                "{\"kty\": \"oct\", \"k\": \"AAAA\"}",
                "{}",
                "null",
                "[]",
                "\"key\""
            })
    void leavesOutAKeyThatItCannotUse(String unusable) {
        publish("/keys", 200, "{\"keys\": [" + unusable + ", " + CITIZENS_KEY.toPublicJWK() + "]}");
        assertThat(server.keys(issuer("/keys", null)).block().getKeys()).containsExactly(CITIZENS_KEY.toPublicJWK());
    }

    private static String metadata(String issuer, String jwks) {
        return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(issuer, jwks);
    }

    private void publish(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.createContext(path, exchange -> {
            asked.add(path);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Issuer issuer(String jwks, String metadata) {
        return new Issuer(
                "portal",
                "https://id.example",
                jwks == null ? null : URI.create(origin + jwks),
                metadata == null ? null : URI.create(origin + metadata),
                "motcua",
                Set.of(Algorithm.RS256),
                Duration.ZERO,
                Set.of("JWT"),
                Set.of(Kind.CITIZEN),
                Claims.standard(),
                IdentityProperties.Assignments.CLAIMS);
    }
}
