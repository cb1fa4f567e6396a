package vn.motcua.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two names may be the same person's, however they are typed.
 *
 * <p>A name never tells who somebody is: it is compared only once the number of a verified token is the same, to find a form
 * that was filled in for somebody else, or to refuse what may be somebody's filing for themselves. That is why this class stays inside its package, and why letters that only look alike
 * may be read as those that are meant: no second person has the number. That somebody typed them is told elsewhere, by
 * {@link LookAlikes}, so that they are never equal in silence.
 */
final class PersonName {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200B]]");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[\\s\\p{Z}\\u200B'\\u2018\\u2019\\u02BC\\u02B9`\\u00B4\\u2032\\p{Pd}]+");

    private static final Pattern BARRED_D = Pattern.compile("d[\\u0335\\u0336]");
    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern STRAY_MARKS = Pattern.compile("(?<=[\\p{L}&&[^aeiouy]])\\p{Mn}+");
    private static final Pattern NO_TONE = Pattern.compile("[^\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern ONLY_VOWEL_Y = Pattern.compile("([^aeiouy]+|qu)y");

    private PersonName() {}

    /**
     * True for names that differ in nothing but: how marks are coded and in which order, case, spaces and what stands for one in
     * names of the highlands (an apostrophe, a hyphen), letters that look alike, the place of the tone mark in its syllable (hoà,
     * hòa), and i for y as a syllable's only vowel (Quí, Quý).
     */
    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        String seen = LookAlikes.asSeen(spaced(name));
        String small =
                Normalizer.normalize(seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String barred = BARRED_D.matcher(small).replaceAll("đ");
        return Arrays.stream(barred.split(" "))
                .map(PersonName::syllable)
                .filter(syllable -> !syllable.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Before anything is read as it looks: some of these signs look like a space with a mark. */
    private static String spaced(String name) {
        String visible = INVISIBLE.matcher(name).replaceAll("");
        return BETWEEN_WORDS.matcher(visible).replaceAll(" ").strip();
    }

    /** The letters with their own marks, and the tone behind them. A mark on a consonant is a slip of the finger. */
    private static String syllable(String decomposed) {
        String letters = TONE.matcher(decomposed).replaceAll("");
        String tone =
                NO_TONE.matcher(STRAY_MARKS.matcher(decomposed).replaceAll("")).replaceAll("");
        String plain = STRAY_MARKS.matcher(letters).replaceAll("");
        String spelt = ONLY_VOWEL_Y.matcher(plain).matches() ? plain.substring(0, plain.length() - 1) + "i" : plain;
        return Normalizer.normalize(spelt + tone, Normalizer.Form.NFC);
    }
}
