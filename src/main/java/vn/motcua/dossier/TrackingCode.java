package vn.motcua.dossier;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code that a citizen follows a dossier with, from filing on: {@code MC}, sixteen characters and a check character
 * (ISO/IEC 7064, MOD 37-36), which catches every single wrong character and every swap of two neighbours.
 */
public record TrackingCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("MC[0-9A-Z]{" + (LENGTH + 1) + "}");

    public TrackingCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a tracking code");
        }
    }

    /** A code from at least 80 random bits, too many to be found by trying. */
    public static TrackingCode from(byte[] random) {
        String digits = new BigInteger(1, random).toString(36).toUpperCase(Locale.ROOT);
        String padded = "0".repeat(LENGTH) + digits;
        String body = "MC" + padded.substring(padded.length() - LENGTH);
        return new TrackingCode(body + check(body));
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches()
                && text.charAt(text.length() - 1) == check(text.substring(0, text.length() - 1));
    }

    private static char check(String body) {
        int product = 36;
        for (int at = 0; at < body.length(); at++) {
            int sum = (product + ALPHABET.indexOf(body.charAt(at))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }

    @Override
    public String toString() {
        return value;
    }
}
