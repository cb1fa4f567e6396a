package vn.motcua.identity.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Four issuers that publish their keys over HTTP, and a trap: a socket that nobody may ever call. Citizens' and agencies'
 * issuer share one key, {@code both}, as careless operators have it; the second citizens' issuer knows other people under
 * the same subjects.
 */
final class AttackedIssuers implements AutoCloseable {

    static final String CITIZENS = "https://citizens.attacked.example";
    static final String OTHERS = "https://others.attacked.example";
    /** Of the agencies' key, and its staff are placed by our assignments. */
    static final String PLACING = "https://placing.attacked.example";

    static final String AGENCIES = "https://agencies.attacked.example";

    final KeyPair citizens = keys("RSA", 2048);
    final KeyPair others = keys("RSA", 2048);
    final KeyPair agencies = keys("RSA", 2048);
    final KeyPair both = keys("RSA", 2048);
    final KeyPair weak = keys("RSA", 1024);
    final KeyPair stranger = keys("RSA", 2048);
    final KeyPair curve = keys("EC", 256);
    final KeyPair edwards = keys("Ed25519", 255);

    private final HttpServer server;
    private final ServerSocketChannel trap;

    AttackedIssuers() {
        try {
            trap = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            trap.configureBlocking(false);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        RSAKey shared = rsa("both", both);
        publish("citizens", List.of(rsa("citizens", citizens), rsa("weak", weak), ec(), okp(), shared));
        publish("others", List.of(rsa("others", others)));
        publish("agencies", List.of(rsa("agencies", agencies), shared));
        publish("placing", List.of(rsa("agencies", agencies)));
        server.start();
    }

    void configure(DynamicPropertyRegistry registry) {
        configure(registry, 0, "citizens", CITIZENS, "CITIZEN");
        configure(registry, 1, "others", OTHERS, "CITIZEN");
        configure(registry, 2, "agencies", AGENCIES, "STAFF,MACHINE");
        configure(registry, 3, "placing", PLACING, "STAFF");
        registry.add("motcua.identity.issuers[3].assignments", () -> "table");
    }

    private void configure(DynamicPropertyRegistry registry, int at, String name, String issuer, String kinds) {
        String prefix = "motcua.identity.issuers[" + at + "].";
        registry.add(prefix + "name", () -> name);
        registry.add(prefix + "issuer", () -> issuer);
        registry.add(
                prefix + "jwks", () -> "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        registry.add(prefix + "audience", () -> "motcua");
        registry.add(prefix + "kinds", () -> kinds);
    }

    /** Where an attacker's keys would be fetched from. */
    String trap() {
        return "http://127.0.0.1:" + trap.socket().getLocalPort() + "/keys";
    }

    boolean trapWasCalled() throws IOException {
        try (var caller = trap.accept()) {
            return caller != null;
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        trap.close();
    }

    private void publish(String name, List<JWK> keys) {
        byte[] body = new JWKSet(keys).toString(true).getBytes(UTF_8);
        server.createContext("/" + name, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey rsa(String kid, KeyPair keys) {
        return new RSAKey.Builder((RSAPublicKey) keys.getPublic()).keyID(kid).build();
    }

    private ECKey ec() {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) curve.getPublic())
                .keyID("curve")
                .build();
    }

    /** The last 32 bytes of an encoded Ed25519 key are the key (RFC 8410). */
    private OctetKeyPair okp() {
        byte[] encoded = edwards.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID("edwards")
                .build();
    }
}
