package vn.motcua.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.motcua.identity.web.PlainTokens;

/** The check of tokens alone, on one core: at their first use, and when they are remembered. */
final class IdentityCheck {

    private static final int TOKENS = 512;
    private static final String ISSUER = "https://citizens.example";
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private final Settings settings;
    private int kept;

    IdentityCheck(Settings settings) {
        this.settings = settings;
    }

    List<Measured> measure() throws JOSEException {
        var rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        var curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        List<Measured> lines = new ArrayList<>(both(JWSAlgorithm.RS256, rsa, new RSASSASigner(rsa)));
        lines.addAll(both(JWSAlgorithm.ES256, curve, new ECDSASigner(curve)));
        if (kept == 42) {
            System.out.println("kept, so that nothing is optimised away");
        }
        return lines;
    }

    private List<Measured> both(JWSAlgorithm algorithm, JWK key, JWSSigner signer) throws JOSEException {
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < TOKENS; at++) {
            tokens.add(
                    token(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), signer));
        }
        var keys = new JWKSet(key);
        InstantSource clock = InstantSource.fixed(NOW);
        return List.of(
                line(algorithm + ", first use", PlainTokens.of(ISSUER, keys, 0, clock), tokens),
                line(algorithm + ", remembered", PlainTokens.of(ISSUER, keys, 10_000, clock), tokens));
    }

    private static String token(JWSHeader header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(UUID.randomUUID().toString())
                        .audience("motcua")
                        .issueTime(Date.from(NOW))
                        .expirationTime(Date.from(NOW.plusSeconds(600)))
                        .claim("LoaiTaiKhoan", 1)
                        .claim("SoDinhDanh", "042090009999")
                        .claim("HoVaTen", "Nguyễn Văn Thử")
                        .claim("NgayThangNamSinh", "17/05/1990")
                        .claim("loAs", 2)
                        .claim("IAL", 2)
                        .build());
        token.sign(signer);
        return token.serialize();
    }

    private Measured line(String name, PlainTokens checker, List<String> tokens) {
        int seconds = Math.max(1, settings.seconds() / 5);
        run(name, checker, tokens, seconds);
        return Measured.median(IntStream.range(0, settings.repeats())
                .mapToObj(_ -> run(name, checker, tokens, seconds))
                .toList());
    }

    private Measured run(String name, PlainTokens checker, List<String> tokens, int seconds) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long done = 0;
        for (long spent = 0; spent < seconds * 1_000_000_000L; spent = threads.getCurrentThreadCpuTime() - begun) {
            for (String token : tokens) {
                kept += checker.caller(token).hashCode();
            }
            done += tokens.size();
        }
        double each = (threads.getCurrentThreadCpuTime() - begun) / 1e9 / done;
        return new Measured(
                Shapes.TOKEN + ", " + name,
                "check, one core",
                "1 thread",
                1 / each,
                Double.NaN,
                Double.NaN,
                Map.of(),
                new Cpu(each * 1000, Double.NaN, Double.NaN));
    }
}
