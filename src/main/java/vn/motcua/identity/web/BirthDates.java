package vn.motcua.identity.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth as issuers write them, some knowing only the year or the month. */
final class BirthDates {

    private static final Pattern ISO = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern VIETNAMESE = Pattern.compile("(?:(?:(\\d{2})/)?(\\d{2})/)(\\d{4})");

    private BirthDates() {}

    /** {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}; empty when it is no date. */
    static Optional<String> iso(String written) {
        Matcher digits = DIGITS.matcher(written);
        if (digits.matches()) {
            return Optional.of(digits.group(1) + "-" + digits.group(2) + "-" + digits.group(3));
        }
        Matcher vietnamese = VIETNAMESE.matcher(written);
        if (vietnamese.matches()) {
            String day = vietnamese.group(1);
            return Optional.of(vietnamese.group(3) + "-" + vietnamese.group(2) + (day == null ? "" : "-" + day));
        }
        return ISO.matcher(written).matches() ? Optional.of(written) : Optional.empty();
    }
}
