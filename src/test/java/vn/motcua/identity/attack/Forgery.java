package vn.motcua.identity.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.motcua.identity.attack.ForgedTokens.bytes;
import static vn.motcua.identity.attack.ForgedTokens.header;
import static vn.motcua.identity.attack.ForgedTokens.hmac;
import static vn.motcua.identity.attack.ForgedTokens.input;
import static vn.motcua.identity.attack.ForgedTokens.signed;
import static vn.motcua.identity.attack.ForgedTokens.text;
import static vn.motcua.identity.attack.ForgedTokens.withTheOrderAdded;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How a token of the citizens' issuer is tampered with; the names stand in the table of attacks. */
final class Forgery {

    private final AttackedIssuers issuers;

    Forgery(AttackedIssuers issuers) {
        this.issuers = issuers;
    }

    String make(String way, String claims) {
        KeyPair real = issuers.citizens;
        return switch (way) {
            case "signed" -> signed(header("RS256", "citizens"), claims, real.getPrivate());
            case "signed by the second issuer" ->
                signed(header("RS256", "others"), claims, issuers.others.getPrivate());
            case "signed by the agencies" -> signed(header("RS256", "agencies"), claims, issuers.agencies.getPrivate());
            case "signed with the shared key" -> signed(header("RS256", "both"), claims, issuers.both.getPrivate());
            case "signed by a stranger" -> signed(header("RS256", "citizens"), claims, issuers.stranger.getPrivate());
            case "alg none" -> input("{\"alg\":\"none\"}", claims) + ".";
            case "alg NonE with a signature" -> signed("{\"alg\":\"NonE\"}", claims, "RS256", real.getPrivate());
            case "alg missing" -> signed("{\"kid\":\"citizens\"}", claims, "RS256", real.getPrivate());
            case "HS256 with the public key in DER" ->
                hmac(header("HS256", "citizens"), claims, real.getPublic().getEncoded());
            case "HS256 with the public key in PEM" -> hmac(header("HS256", "citizens"), claims, pem(real));
            case "HS256 with the modulus" ->
                hmac(
                        header("HS256", "citizens"),
                        claims,
                        ((RSAPublicKey) real.getPublic()).getModulus().toByteArray());
            case "HS256 with kid ../../../dev/null" -> hmac(header("HS256", "../../../dev/null"), claims, new byte[1]);
            case "RS512" -> signed(header("RS512", "citizens"), claims, real.getPrivate());
            case "PS512" -> signed(header("PS512", "citizens"), claims, real.getPrivate());
            case "RS256 of 1024 bits" -> signed(header("RS256", "weak"), claims, issuers.weak.getPrivate());
            default -> keyTrick(way, claims);
        };
    }

    private String keyTrick(String way, String claims) {
        return switch (way) {
            case "jwk of the attacker" -> own("jwk", jwk().toJSONObject(), claims);
            case "jku of the attacker" -> own("jku", issuers.trap(), claims);
            case "x5u of the attacker" -> own("x5u", issuers.trap(), claims);
            case "x5c of the attacker" -> own("x5c", List.of(der()), claims);
            case "x5t of the attacker" -> own("x5t", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", claims);
            case "kid is an address" -> signed(header("RS256", issuers.trap()), claims, strange());
            case "kid is SQL" -> signed(header("RS256", "x' UNION SELECT 'key'--"), claims, strange());
            case "kid is a list" -> signed(header("RS256", List.of("citizens")), claims, strange());
            case "kid is empty" -> signed(header("RS256", ""), claims, strange());
            case "kid left out" -> signed(Map.of("alg", "RS256"), claims, strange());
            case "kid of a key of another kind" -> signed(header("RS256", "curve"), claims, strange());
            default -> signatureTrick(way, claims);
        };
    }

    private String signatureTrick(String way, String claims) {
        String good = make("signed", claims);
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        return switch (way) {
            case "ES256" -> signed(header("ES256", "curve"), claims, issuers.curve.getPrivate());
            case "ES256 of zeros" -> es256(claims) + text(new byte[64]);
            case "ES256 in DER" ->
                signed(json(header("ES256", "curve")), claims, "ES256 in DER", issuers.curve.getPrivate());
            case "EdDSA" -> signed(header("EdDSA", "edwards"), claims, issuers.edwards.getPrivate());
            case "EdDSA with the order added" ->
                withTheOrderAdded(signed(header("EdDSA", "edwards"), claims, issuers.edwards.getPrivate()));
            case "EdDSA of zeros" -> input(json(header("EdDSA", "edwards")), claims) + "." + text(new byte[64]);
            case "signature left out" -> unsigned;
            case "signature cut" -> good.substring(0, good.length() - 4);
            case "signature of zeros" -> unsigned + text(new byte[256]);
            case "signature of another token" -> unsigned + signatureOf(make("signed", "{}"));
            case "claims changed after signing" ->
                input(json(header("RS256", "citizens")), claims.replace("042090009999", "042090001234")) + "."
                        + signatureOf(good);
            default -> shapeTrick(way, claims);
        };
    }

    private String shapeTrick(String way, String claims) {
        KeyPair real = issuers.citizens;
        return switch (way) {
            case "nested" -> nested(make("signed", claims));
            case "encrypted" -> encrypted(make("signed", claims));
            case "in JSON" -> "{\"payload\":\"" + text(claims.getBytes(UTF_8)) + "\",\"signatures\":[]}";
            case "four parts" -> make("signed", claims) + ".e30";
            case "unknown crit" -> headed("\"crit\":[\"exp\"],\"exp\":1", claims);
            case "empty crit" -> headed("\"crit\":[]", claims);
            case "b64 false" -> headed("\"b64\":false,\"crit\":[\"b64\"]", claims);
            case "b64 false and not critical" -> headed("\"b64\":false", claims);
            case "alg twice" -> headed("\"alg\":\"none\"", claims);
            case "typ logout+jwt" -> headed("\"typ\":\"logout+jwt\"", claims);
            case "typ dpop+jwt" -> headed("\"typ\":\"dpop+jwt\"", claims);
            case "typ secevent+jwt" -> headed("\"typ\":\"secevent+jwt\"", claims);
            case "typ at+jwt" -> headed("\"typ\":\"at+jwt\"", claims);
            case "a claim twice" -> make("signed", claims.replaceFirst("\\{", "{\"sub\":\"somebody-else\","));
            case "the number twice" -> make("signed", claims.replaceFirst("\\{", "{\"SoDinhDanh\":\"042090001234\","));
            case "claims are a list" -> make("signed", "[" + claims + "]");
            case "claims are null" -> make("signed", "null");
            case "claims are no UTF-8" -> notText();
            case "claims are deep" ->
                make("signed", claims.replaceFirst("\\{", "{\"deep\":" + "[".repeat(2000) + "]".repeat(2000) + ","));
            case "padded" -> pad(make("signed", claims));
            case "7 KB of rubbish" -> "e30.e30." + "A".repeat(7000);
            case "100 KB" -> make("signed", claims.replaceFirst("\\{", "{\"filler\":\"" + "x".repeat(100_000) + "\","));
            default -> throw new IllegalArgumentException("No such forgery: " + way);
        };
    }

    private String headed(String more, String claims) {
        return signed(
                "{\"alg\":\"RS256\",\"kid\":\"citizens\"," + more + "}",
                claims,
                "RS256",
                issuers.citizens.getPrivate());
    }

    private String own(String member, Object value, String claims) {
        Map<String, Object> header = header("RS256", "attacker");
        header.put(member, value);
        return signed(header, claims, strange());
    }

    private PrivateKey strange() {
        return issuers.stranger.getPrivate();
    }

    private RSAKey jwk() {
        return new RSAKey.Builder((RSAPublicKey) issuers.stranger.getPublic())
                .keyID("attacker")
                .build();
    }

    private String der() {
        return Base64.getEncoder().encodeToString(issuers.stranger.getPublic().getEncoded());
    }

    private static byte[] pem(KeyPair keys) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8);
    }

    private String es256(String claims) {
        return input(json(header("ES256", "curve")), claims) + ".";
    }

    private String nested(String inner) {
        Map<String, Object> header = header("RS256", "citizens");
        header.put("cty", "JWT");
        return signed(header, inner, issuers.citizens.getPrivate());
    }

    private String encrypted(String inner) {
        try {
            var header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM).contentType("JWT");
            var token = new JWEObject(header.build(), new Payload(inner));
            token.encrypt(new RSAEncrypter((RSAPublicKey) issuers.citizens.getPublic()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String notText() {
        String input = text(json(header("RS256", "citizens")).getBytes(UTF_8)) + "."
                + text(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
        return input + "." + text(ForgedTokens.signature("RS256", issuers.citizens.getPrivate(), input));
    }

    private static String pad(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1)
                + Base64.getUrlEncoder().encodeToString(bytes(signatureOf(token)));
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static String json(Map<String, Object> header) {
        return ForgedTokens.JSON.writeValueAsString(header);
    }
}
