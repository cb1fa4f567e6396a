package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.identity.Person;
import vn.motcua.text.Folding;

/**
 * By what a desk finds an applicant: a word of the name, the phone or the number. Personal data: keys are kept where they
 * can be erased.
 *
 * @param text letters and digits, lower case without diacritics; a phone begins with {@code +}, a number with {@code #}
 * @param isBeginning true when a longer word that begins so fits too
 */
public record SearchKey(String text, boolean isBeginning) {

    /** Everything by which this applicant is found. */
    public static List<SearchKey> of(Person applicant, Optional<PhoneNumber> phone) {
        return Stream.of(
                        words(applicant.name()).map(word -> new SearchKey(word, false)),
                        phone.map(SearchKey::of).stream(),
                        Stream.of(ofNumber(applicant.number())))
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    /** Beginnings of words; a single letter is a whole word, as in many names of the highlands. */
    public static List<SearchKey> ofText(String text) {
        return words(text)
                .distinct()
                .map(word -> new SearchKey(word, isLong(word)))
                .toList();
    }

    public static SearchKey of(PhoneNumber phone) {
        return new SearchKey(phone.e164(), false);
    }

    /** Of a citizen's or foreigner's number or a tax code. */
    public static SearchKey ofNumber(String number) {
        return new SearchKey("#" + number, false);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(Folding.fold(text).split(" ")).filter(word -> !word.isEmpty());
    }

    private static boolean isLong(String word) {
        return word.codePointCount(0, word.length()) > 1;
    }

    /** The key as the desk of an agency looks for it. */
    public String at(int agency) {
        return agency + "/" + text;
    }

    /** Never the key: logs and messages must not identify anybody (R-13). */
    @Override
    public String toString() {
        return "SearchKey[]";
    }
}
