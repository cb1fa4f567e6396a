package vn.motcua.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;
import vn.motcua.platform.json.CanonicalJson;

/** SHA-256 of a request's body in canonical form (RFC 8785): two bodies that say the same have the same digest. */
public final class RequestDigest {

    private static final String ATTRIBUTE = RequestDigest.class.getName();
    private static final String OF_NOTHING = sha256("{}");

    private RequestDigest() {}

    /** Known once the body has been read; a request without a body counts as one with an empty object. */
    public static String of(ServerWebExchange exchange) {
        return (String) exchange.getAttributes().getOrDefault(ATTRIBUTE, OF_NOTHING);
    }

    static void remember(ServerHttpRequest request, JsonNode body) {
        request.getAttributes().put(ATTRIBUTE, of(body));
    }

    static String of(JsonNode body) {
        return sha256(CanonicalJson.write(body));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
