package vn.motcua.dossier;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code that a citizen follows a dossier with, from filing on: {@code MC}, sixteen characters and a check character
 * (ISO/IEC 7064, MOD 37-2), which catches every single wrong character and every swap of two neighbours.
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
        return Stream.iterate(new BigInteger(1, random), BigInteger.ONE::add)
                .map(TrackingCode::body)
                .filter(body -> check(body) < ALPHABET.length())
                .map(body -> new TrackingCode(body + ALPHABET.charAt(check(body))))
                .findFirst()
                .orElseThrow();
    }

    private static String body(BigInteger number) {
        String padded = "0".repeat(LENGTH) + number.toString(36).toUpperCase(Locale.ROOT);
        return "MC" + padded.substring(padded.length() - LENGTH);
    }

    public static boolean isValid(String text) {
        int last = text.length() - 1;
        return FORM.matcher(text).matches() && ALPHABET.indexOf(text.charAt(last)) == check(text.substring(0, last));
    }

    /** One body in 37 would need a 37th character; such a body is passed over. */
    private static int check(String body) {
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            sum = (sum + ALPHABET.indexOf(body.charAt(at))) * 2 % 37;
        }
        return (38 - sum) % 37;
    }

    @Override
    public String toString() {
        return value;
    }
}
