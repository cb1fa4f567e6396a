package vn.motcua.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tax code (mã số thuế) as far as arithmetic goes: ten digits with a check digit, perhaps a branch, or since 2025-07-01 the
 * citizen number of a household business or a person.
 *
 * @param isVerified whether the check digit says that it is one; false where only the register knows
 */
public record TaxCode(String text, boolean isVerified) {

    private static final Pattern OF_ORGANISATIONS = Pattern.compile("[0-9]{10}(-(?!000)[0-9]{3})?");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int MODULUS = 11;
    private static final int NO_DIGIT = 10;

    /**
     * Empty when it cannot be a tax code: not so long, or with another check digit.
     *
     * <p>Where the formula gives ten, which is no digit, programs disagree whether such a code exists. That is not decided
     * here: the code is taken, whatever its last digit, and not verified. Nor is a citizen number, which has no check digit.
     */
    public static Optional<TaxCode> of(String text) {
        if (CitizenId.isWellFormed(text)) {
            return Optional.of(new TaxCode(text, false));
        }
        if (!OF_ORGANISATIONS.matcher(text).matches()) {
            return Optional.empty();
        }
        int expected = checkDigit(text);
        if (expected == NO_DIGIT) {
            return Optional.of(new TaxCode(text, false));
        }
        return expected == digit(text, WEIGHTS.length) ? Optional.of(new TaxCode(text, true)) : Optional.empty();
    }

    /** Ten less the remainder of the weighted sum by eleven; ten itself is no digit. */
    private static int checkDigit(String text) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * digit(text, at);
        }
        return NO_DIGIT - sum % MODULUS;
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    /** True for the citizen number of a household business or a person, whose owner is known by it. */
    public boolean isCitizenNumber() {
        return CitizenId.isWellFormed(text);
    }

    /** Never the code: of a person or household it is a citizen number. */
    @Override
    public String toString() {
        return "TaxCode[]";
    }
}
