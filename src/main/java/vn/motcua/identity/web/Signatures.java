package vn.motcua.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/** The signatures that are believed: RS256, PS256, ES256 and EdDSA, never none and never a shared secret. */
final class Signatures {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    private static final int SHORTEST_RSA_KEY = 2048;
    private static final int ED25519_BYTES = 32;

    private Signatures() {}

    /** Whether the header names an algorithm of ours and asks for nothing that we would have to understand. */
    static boolean acceptable(JWSHeader header) {
        return ALGORITHMS.contains(header.getAlgorithm()) && header.getCriticalParams() == null;
    }

    static boolean isMadeBy(JWK key, SignedJWT token) {
        try {
            return switch (key) {
                case RSAKey rsa ->
                    rsa.size() >= SHORTEST_RSA_KEY && token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
                case ECKey ec -> token.verify(new ECDSAVerifier(ec));
                case OctetKeyPair edwards -> edwards.getCurve().equals(Curve.Ed25519) && ed25519(edwards, token);
                default -> false;
            };
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static boolean ed25519(OctetKeyPair key, SignedJWT token) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey(key.getDecodedX()));
        signature.update(token.getSigningInput());
        return signature.verify(token.getSignature().decode());
    }

    /** RFC 8032, 5.1.2: little-endian y, whose highest bit is the sign of x. */
    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        if (encoded.length != ED25519_BYTES) {
            throw new GeneralSecurityException("Not a key of Ed25519");
        }
        byte[] y = new byte[ED25519_BYTES];
        for (int at = 0; at < ED25519_BYTES; at++) {
            y[at] = encoded[ED25519_BYTES - 1 - at];
        }
        boolean odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    }
}
