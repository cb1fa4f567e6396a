package vn.motcua.bench;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An issuer for citizens and one for staff, which publish their keys as real ones do; both sign with RS256. */
final class Identities implements AutoCloseable {

    private static final String CITIZENS = "urn:motcua:bench:citizens";
    private static final String AGENCIES = "urn:motcua:bench:agencies";
    /** Long enough for whatever the service takes the time to be. */
    private static final Date ISSUED = Date.from(Instant.parse("2020-01-01T00:00:00Z"));

    private static final Date EXPIRES = Date.from(Instant.parse("2040-01-01T00:00:00Z"));

    private final RSAKey citizens;
    private final RSAKey agencies;
    private final HttpServer publisher;

    Identities() throws IOException, JOSEException {
        citizens = new RSAKeyGenerator(2048).keyID("citizens").generate();
        agencies = new RSAKeyGenerator(2048).keyID("agencies").generate();
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publish("/citizens", citizens);
        publish("/agencies", agencies);
        publisher.start();
    }

    private void publish(String path, RSAKey key) {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        publisher.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
    }

    /** What makes a service believe their tokens. */
    List<String> settings() {
        String origin = "http://127.0.0.1:" + publisher.getAddress().getPort();
        return List.of(
                "motcua.identity.issuers[0].name=citizens",
                "motcua.identity.issuers[0].issuer=" + CITIZENS,
                "motcua.identity.issuers[0].jwks=" + origin + "/citizens",
                "motcua.identity.issuers[0].audience=motcua",
                "motcua.identity.issuers[0].kinds=CITIZEN",
                "motcua.identity.issuers[1].name=agencies",
                "motcua.identity.issuers[1].issuer=" + AGENCIES,
                "motcua.identity.issuers[1].jwks=" + origin + "/agencies",
                "motcua.identity.issuers[1].audience=motcua",
                "motcua.identity.issuers[1].kinds=STAFF,MACHINE");
    }

    String citizen(String number, String name, String born) {
        return signed(
                citizens,
                claims(CITIZENS, "citizen-" + number)
                        .claim("LoaiTaiKhoan", 1)
                        .claim("SoDinhDanh", number)
                        .claim("HoVaTen", name)
                        .claim("NgayThangNamSinh", born)
                        .claim("loAs", 2));
    }

    String clerk(int agency) {
        return signed(
                agencies,
                claims(AGENCIES, "clerk-" + agency)
                        .claim("roles", List.of("clerk"))
                        .claim("agencies", List.of(agency)));
    }

    /** Of the nation. */
    String auditor() {
        return signed(
                agencies,
                claims(AGENCIES, "auditor").claim("roles", List.of("auditor")).claim("unit", "VN"));
    }

    private static JWTClaimsSet.Builder claims(String issuer, String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience("motcua")
                .issueTime(ISSUED)
                .expirationTime(EXPIRES)
                .jwtID(UUID.randomUUID().toString());
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        publisher.stop(0);
    }
}
