package vn.motcua.identity.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpRouterKt;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real OIDC server that changes its keys, and counts how often it is asked for them. */
final class RotatingIssuer {

    private static final String ID = "rotating";

    private final OAuth2TokenProvider tokens;
    private final MockOAuth2Server server;
    private final List<String> published = new CopyOnWriteArrayList<>(List.of("key-1"));
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String signing = "key-1";

    RotatingIssuer(Supplier<Instant> clock) {
        tokens = new OAuth2TokenProvider(clock::get);
        server = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, tokens),
                OAuth2HttpRouterKt.get("/" + ID + "/jwks", this::keys));
        server.start();
    }

    private OAuth2HttpResponse keys(OAuth2HttpRequest request) {
        fetches.incrementAndGet();
        List<JWK> keys = published.stream()
                .map(key -> tokens.publicJwkSet(key).getKeys().getFirst())
                .toList();
        return new OAuth2HttpResponse(
                Headers.of("Content-Type", "application/json"), 200, new JWKSet(keys).toString(), null);
    }

    /** Connects the service to it by its metadata. */
    void connect(DynamicPropertyRegistry registry, int at, String name) {
        String issuer = "motcua.identity.issuers[" + at + "].";
        registry.add(issuer + "name", () -> name);
        registry.add(issuer + "issuer", this::url);
        registry.add(issuer + "metadata", () -> server.wellKnownUrl(ID).toString());
        registry.add(issuer + "audience", () -> "motcua");
        registry.add(issuer + "kinds", () -> "CITIZEN");
    }

    /** Publishes a key and signs with it from now on; the former ones stay published. */
    void rotateTo(String key) {
        published.add(key);
        signing = key;
    }

    void withdraw(String key) {
        published.remove(key);
    }

    int fetches() {
        return fetches.get();
    }

    void stop() {
        server.shutdown();
    }

    /** Of a citizen, good for two days. */
    String token(String subject, Map<String, Object> person) {
        Map<String, Object> claims = new HashMap<>(person);
        claims.put("iss", url());
        var said = new DefaultOAuth2TokenCallback(
                signing, subject, JOSEObjectType.JWT.getType(), List.of("motcua"), claims, 172_800);
        return server.issueToken(signing, "client", said).serialize();
    }

    private String url() {
        return server.issuerUrl(ID).toString();
    }
}
