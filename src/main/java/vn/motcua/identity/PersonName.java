package vn.motcua.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people compare them: however the marks are coded, the letters are cased and the words are spaced. */
final class PersonName {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PersonName() {}

    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        String spaced = SPACES.matcher(name).replaceAll(" ").strip();
        return Normalizer.normalize(spaced.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
