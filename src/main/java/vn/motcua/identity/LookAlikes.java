package vn.motcua.identity;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters that look like those of Vietnamese names and are others: of the Cyrillic and Greek alphabets, Icelandic and African
 * forms of the barred D, full-width and mathematical forms.
 */
public final class LookAlikes {

    /** Letters and what they look like, in the same order. */
    private static final String LETTERS =
            "АВЕЅІЈКМНОРСТУХԚԜҺавеѕіјкмнорстухԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ" + "ɑɡıʏɴÐðƉɖ";

    private static final String LATIN = "ABESIJKMHOPCTYXQWHabesijkmhopctyxqwh" + "ABEZHIKMNOPTYXaikvopux" + "agiyNĐđĐđ";

    private static final Map<Integer, Integer> MEANT = meant();

    private LookAlikes() {}

    private static Map<Integer, Integer> meant() {
        int[] letters = LETTERS.codePoints().toArray();
        int[] latin = LATIN.codePoints().toArray();
        return IntStream.range(0, letters.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(at -> letters[at], at -> latin[at]));
    }

    /** Whether a name or title has such a letter: somebody ought to look at it. */
    public static boolean areIn(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .anyMatch(letter -> MEANT.containsKey(letter) || isAnotherFormOfALetter(letter));
    }

    private static boolean isAnotherFormOfALetter(int letter) {
        return Character.isLetter(letter) && !Normalizer.isNormalized(Character.toString(letter), Normalizer.Form.NFKD);
    }

    /** The text as it looks, decomposed. */
    static String asSeen(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .map(letter -> MEANT.getOrDefault(letter, letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
