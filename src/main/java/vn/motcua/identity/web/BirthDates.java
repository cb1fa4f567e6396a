package vn.motcua.identity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth as issuers write them. Of some people only the year or the month is known; zeros stand for the rest. */
final class BirthDates {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?"),
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"),
            Pattern.compile("(?:(?<day>\\d{1,2})[/-])?(?<month>\\d{1,2})[/-](?<year>\\d{4})"));

    private BirthDates() {}

    /** {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}; empty when it is no date. */
    static Optional<String> iso(String written) {
        return FORMS.stream()
                .map(form -> form.matcher(written.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(date -> iso(number(date, "year"), number(date, "month"), number(date, "day")));
    }

    private static int number(Matcher date, String part) {
        String digits = date.group(part);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<String> iso(int year, int month, int day) {
        if (year == 0 || (month == 0 && day != 0)) {
            return Optional.empty();
        }
        try {
            if (month == 0) {
                return Optional.of(String.format(Locale.ROOT, "%04d", year));
            }
            return Optional.of(
                    day == 0
                            ? YearMonth.of(year, month).toString()
                            : LocalDate.of(year, month, day).toString());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
