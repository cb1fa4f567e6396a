package vn.motcua.identity.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens made of text and the JDK's own signatures: no library between the attacker and the wire. Claims are merged into
 * those of a good token; null leaves one out, a text {@code @null} makes it null, and {@code @now-61} is that many seconds
 * from now.
 */
final class ForgedTokens {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern FROM_NOW = Pattern.compile("@now([+-][0-9.]+)?");
    private static final BigInteger ORDER_OF_ED25519 =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private ForgedTokens() {}

    /** Claims of a good token with those of the attack. */
    static String claims(Map<String, Object> good, String changed) {
        ObjectNode claims = JSON.valueToTree(good);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().getEpochSecond() + 600);
        for (Map.Entry<String, JsonNode> change : JSON.readTree(changed).properties()) {
            if (change.getValue().isNull()) {
                claims.remove(change.getKey());
            } else {
                claims.set(change.getKey(), moment(change.getValue()));
            }
        }
        return claims.toString();
    }

    private static JsonNode moment(JsonNode value) {
        if (value.isString() && value.asString().equals("@null")) {
            return JSON.nullNode();
        }
        Matcher fromNow = FROM_NOW.matcher(value.isString() ? value.asString() : "");
        if (!fromNow.matches()) {
            return value;
        }
        String seconds = fromNow.group(1) == null ? "0" : fromNow.group(1);
        long now = Instant.now().getEpochSecond();
        return seconds.contains(".")
                ? JSON.valueToTree(now + Double.parseDouble(seconds))
                : JSON.valueToTree(now + Long.parseLong(seconds));
    }

    static Map<String, Object> header(String algorithm, Object kid) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        header.put("typ", "JWT");
        header.put("kid", kid);
        return header;
    }

    static String input(String header, String claims) {
        return text(header.getBytes(UTF_8)) + "." + text(claims.getBytes(UTF_8));
    }

    /** Signed as the header says: RS256, RS512, PS512, ES256, EdDSA. */
    static String signed(Map<String, Object> header, String claims, PrivateKey key) {
        return signed(JSON.writeValueAsString(header), claims, String.valueOf(header.get("alg")), key);
    }

    static String signed(String header, String claims, String algorithm, PrivateKey key) {
        String input = input(header, claims);
        return input + "." + text(signature(algorithm, key, input));
    }

    static byte[] signature(String algorithm, PrivateKey key, String input) {
        try {
            Signature signer = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "RS512" -> "SHA512withRSA";
                        case "PS512" -> "RSASSA-PSS";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        case "ES256 in DER" -> "SHA256withECDSA";
                        case "EdDSA" -> "Ed25519";
                        default -> throw new IllegalArgumentException(algorithm);
                    });
            if (algorithm.equals("PS512")) {
                signer.setParameter(pss512());
            }
            signer.initSign(key);
            signer.update(input.getBytes(UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AlgorithmParameterSpec pss512() {
        return new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);
    }

    /** A shared secret's signature, made with what everybody knows. */
    static String hmac(Map<String, Object> header, String claims, byte[] known) {
        try {
            String input = input(JSON.writeValueAsString(header), claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(known, "HmacSHA256"));
            return input + "." + text(mac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The second half of the signature plus the group's order: the same number to a careless verifier (RFC 8032, 5.1.7). */
    static String withTheOrderAdded(String token) {
        int dot = token.lastIndexOf('.');
        byte[] signature = bytes(token.substring(dot + 1));
        byte[] scalar = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] more = new BigInteger(1, scalar).add(ORDER_OF_ED25519).toByteArray();
        byte[] changed = Arrays.copyOf(signature, 64);
        byte[] little = reversed(more);
        System.arraycopy(Arrays.copyOf(little, 32), 0, changed, 32, 32);
        return token.substring(0, dot + 1) + text(changed);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            reversed[at] = bytes[bytes.length - 1 - at];
        }
        return reversed;
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
