package vn.motcua.platform.json;

import java.util.Locale;

/** A JSON string with no more escapes than it needs (RFC 8785, 3.2.2.2). */
final class CanonicalText {

    private CanonicalText() {}

    static void append(StringBuilder text, String value) {
        text.append('"');
        int written = 0;
        for (int at = 0; at < value.length(); at++) {
            char unit = value.charAt(at);
            if (Character.isSurrogate(unit)) {
                requirePair(value, at);
                at++;
            } else if (isEscaped(unit)) {
                text.append(value, written, at).append(escaped(unit));
                written = at + 1;
            }
        }
        text.append(value, written, value.length()).append('"');
    }

    private static boolean isEscaped(char unit) {
        return unit < ' ' || unit == '"' || unit == '\\';
    }

    private static void requirePair(String value, int at) {
        if (at + 1 == value.length() || !Character.isSurrogatePair(value.charAt(at), value.charAt(at + 1))) {
            throw new IllegalArgumentException("Half of a surrogate pair");
        }
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) unit);
        };
    }
}
