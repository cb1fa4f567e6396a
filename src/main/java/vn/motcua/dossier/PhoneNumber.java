package vn.motcua.dossier;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number as the world dials it (E.164), from the ways in which people write it. */
public record PhoneNumber(String e164) {

    private static final Pattern NO_DIGIT = Pattern.compile("[\\s\\p{Z}.()/\\-\\u2010-\\u2015]");
    private static final Pattern DOMESTIC = Pattern.compile("0([1-9][0-9]{8,9})");
    private static final Pattern WITHOUT_PLUS = Pattern.compile("84([1-9][0-9]{8,9})");
    private static final Pattern VIETNAMESE = Pattern.compile("\\+840?([1-9][0-9]{8,9})");
    private static final Pattern FOREIGN = Pattern.compile("\\+(?!84)[1-9][0-9]{6,14}");

    /** Empty when the text is no whole number: too short, too long, letters. */
    public static Optional<PhoneNumber> of(String text) {
        String bare = NO_DIGIT.matcher(text).replaceAll("");
        String dialled = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        if (FOREIGN.matcher(dialled).matches()) {
            return Optional.of(new PhoneNumber(dialled));
        }
        for (Pattern form : new Pattern[] {DOMESTIC, WITHOUT_PLUS, VIETNAMESE}) {
            var number = form.matcher(dialled);
            if (number.matches()) {
                return Optional.of(new PhoneNumber("+84" + number.group(1)));
            }
        }
        return Optional.empty();
    }

    /** Never the number: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "PhoneNumber[]";
    }
}
