package vn.motcua.faults.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A request.
 *
 * @param key of idempotency; empty for reads
 * @param version for {@code If-Match}; 0 for none
 */
public record Call(String method, String path, String token, String key, int version, String body) {

    public static Call get(String path, String token) {
        return new Call("GET", path, token, "", 0, "");
    }

    /** As it goes over the wire. */
    byte[] bytes(int port) {
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        text.append("Connection: close\r\n");
        if (!token.isEmpty()) {
            text.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (!key.isEmpty()) {
            text.append("Idempotency-Key: ").append(key).append("\r\n");
        }
        if (version > 0) {
            text.append("If-Match: \"").append(version).append("\"\r\n");
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            text.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        return (text + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An answer.
     *
     * @param retryAfter how long it asks to wait; zero when it does not say
     * @param replayed true for a first answer told again
     * @param problem the slug of a problem document; empty when it is none
     */
    public record Reply(
            int status,
            String body,
            Optional<Integer> version,
            Duration retryAfter,
            boolean replayed,
            Optional<String> problem) {

        public String id() {
            return Json.text(body, "id").orElse("-");
        }
    }
}
