package vn.motcua.platform.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Idempotency-Key}: 1 to 255 visible ASCII characters, bare or as a quoted string (RFC 8941). */
public final class IdempotencyKey {

    private static final Pattern BARE = Pattern.compile("[!-~&&[^\"\\\\]]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[!-~&&[^\"\\\\]]|\\\\[\"\\\\]){1,510})\"");
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    public static String required(@Nullable String header) {
        return optional(header).orElseThrow(() -> new Problem(ProblemType.IDEMPOTENCY_KEY_REQUIRED));
    }

    public static Optional<String> optional(@Nullable String header) {
        return Optional.ofNullable(header).map(IdempotencyKey::bare);
    }

    private static String bare(String header) {
        String text = header.strip();
        if (BARE.matcher(text).matches()) {
            return text;
        }
        var quoted = QUOTED.matcher(text);
        String key = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : "";
        if (key.isEmpty() || key.length() > LONGEST) {
            throw new Problem(ProblemType.MALFORMED_IDEMPOTENCY_KEY);
        }
        return key;
    }
}
