package vn.motcua.platform.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A double as ECMAScript writes it (RFC 8785, 3.2.2.3): the fewest digits that read back as the same number. */
final class CanonicalNumber {

    private static final int PLAIN_BELOW = 21;
    private static final int PLAIN_ABOVE = -6;

    private CanonicalNumber() {}

    static String of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("Not a JSON number");
        }
        if (number == 0) {
            return "0";
        }
        return (number < 0 ? "-" : "") + ofPositive(Math.abs(number));
    }

    private static String ofPositive(double number) {
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > PLAIN_BELOW || point <= PLAIN_ABOVE) {
            return scientific(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (digits.length() <= point) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** Java writes two digits at least and so may miss a single one that would do (5e-324). */
    private static BigDecimal shortest(double number) {
        BigDecimal written = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        BigDecimal single = written.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return written.precision() == 2 && single.doubleValue() == number ? single : written;
    }
}
