package vn.motcua.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A share of summed counts, never an average of shares. */
public record Rate(long numerator, long denominator) {

    private static final int DIGITS = 4;

    public Rate {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + " of " + denominator);
        }
    }

    /** A fraction rounded half up to four digits; empty when nothing was resolved: neither 0 % nor 100 %. */
    public Optional<BigDecimal> fraction() {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP));
    }
}
