package vn.motcua.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An agencies' issuer over HTTP that says who somebody is; what she may do stands in our assignments. */
public final class PlacingIssuer {

    private final String name;
    private final RSAKey key;
    private final HttpServer server;

    public PlacingIssuer(String name) {
        this.name = name;
        try {
            key = new RSAKeyGenerator(2048).keyID(name).generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** As its tokens name it. */
    public String url() {
        return "https://" + name + ".example";
    }

    /** @param kinds what it may vouch for, with commas between */
    public void connect(DynamicPropertyRegistry registry, int at, String kinds) {
        String issuer = "motcua.identity.issuers[" + at + "].";
        registry.add(issuer + "name", () -> name);
        registry.add(issuer + "issuer", this::url);
        registry.add(
                issuer + "jwks", () -> "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        registry.add(issuer + "audience", () -> "motcua");
        registry.add(issuer + "kinds", () -> kinds);
        registry.add(issuer + "assignments", () -> "table");
    }

    /** Good for an hour from a moment. */
    public String token(String subject, Instant from, Map<String, Object> claims) {
        var all = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .audience("motcua")
                .issueTime(Date.from(from))
                .expirationTime(Date.from(from.plusSeconds(3600)));
        claims.forEach(all::claim);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name).build(), all.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void stop() {
        server.stop(0);
    }
}
