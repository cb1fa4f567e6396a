package vn.motcua.platform.web;

import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How places in lists are sealed.
 *
 * @param key 32 bytes in hexadecimal, the same for every instance; a new one ends the cursors that are out
 */
@ConfigurationProperties("motcua.cursors")
public record CursorProperties(String key) {

    private static final int BYTES = 32;

    public CursorProperties {
        if (!key.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new IllegalArgumentException("motcua.cursors.key: " + 2 * BYTES + " hexadecimal digits");
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(key);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "CursorProperties[]";
    }
}
