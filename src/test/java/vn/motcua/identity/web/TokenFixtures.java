package vn.motcua.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Kind;

/** Tokens of two issuers, good ones to begin with. */
final class TokenFixtures {

    static final String CITIZENS = "https://citizens.example";
    static final String AGENCIES = "https://agencies.example";
    static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    static final RSAKey CITIZENS_KEY = rsa("c1", 2048);
    static final RSAKey AGENCIES_KEY = rsa("a1", 2048);

    private TokenFixtures() {}

    static TokenChecker checker() {
        return checker(new JWKSet(CITIZENS_KEY));
    }

    static TokenChecker checker(JWKSet citizensKeys) {
        return checker(SigningKeys.local(citizensKeys), InstantSource.fixed(NOW));
    }

    static TokenChecker checker(SigningKeys citizensKeys, InstantSource clock) {
        return checker(issuer(CITIZENS, Set.of(Kind.CITIZEN), citizensKeys), clock);
    }

    static TokenChecker checker(TrustedIssuer citizens, InstantSource clock) {
        return new TokenChecker(
                List.of(
                        citizens,
                        issuer(
                                AGENCIES,
                                Set.of(Kind.STAFF, Kind.MACHINE),
                                SigningKeys.local(new JWKSet(AGENCIES_KEY)))),
                new VerifiedTokens(100, Duration.ofMinutes(5), clock),
                clock);
    }

    static TrustedIssuer issuer(String name, Set<Kind> kinds, SigningKeys keys) {
        return new TrustedIssuer(name, "motcua", kinds, Claims.standard(), keys);
    }

    static JWTClaimsSet.Builder citizen() {
        return claims(CITIZENS)
                .claim("LoaiTaiKhoan", 1)
                .claim("SoDinhDanh", "042090001234")
                .claim("HoVaTen", "Nguyễn Văn Mẫu")
                .claim("NgayThangNamSinh", "17/05/1990");
    }

    static JWTClaimsSet.Builder clerk() {
        return claims(AGENCIES).claim("roles", List.of("clerk")).claim("agencies", List.of(7, 8));
    }

    private static JWTClaimsSet.Builder claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("somebody")
                .audience("motcua")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(600)));
    }

    static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        try {
            return signed(header(JWSAlgorithm.RS256, key.getKeyID()), new RSASSASigner(key), claims);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).build();
    }

    static RSAKey rsa(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
