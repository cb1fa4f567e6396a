package vn.motcua.identity.web;

import com.nimbusds.jose.JOSEException;
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

/** Signatures by public keys, never by a shared secret. */
final class Signatures {

    private static final int SHORTEST_RSA_KEY = 2048;
    private static final int ED25519_BYTES = 32;

    private Signatures() {}

    /** Whether the key made the signature; which algorithms an issuer may use is for the caller to have looked at. */
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
