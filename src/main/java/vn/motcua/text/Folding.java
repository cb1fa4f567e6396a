package vn.motcua.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what people leave out when they type in a hurry: marks, case, punctuation. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BC`\u00B4]");
    private static final Pattern FOLDED = Pattern.compile("[a-z0-9]++(?: [a-z0-9]++)*+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /**
     * Lower case, words of letters and digits with one space between them, no diacritics; the three letters that look like a
     * barred D are d. The same for NFC, NFD and what stands between them.
     */
    public static String fold(String text) {
        return FOLDED.matcher(text).matches() ? text : folded(text);
    }

    private static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT)
                .replace('\u0111', 'd')
                .replace('\u00F0', 'd')
                .replace('\u0256', 'd');
        String joined = APOSTROPHES.matcher(lower).replaceAll("");
        return NO_WORD.matcher(joined).replaceAll(" ").strip();
    }
}
