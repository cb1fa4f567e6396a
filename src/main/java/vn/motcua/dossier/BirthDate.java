package vn.motcua.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Birth dates as identity papers have them: a day, a month or a year only. */
final class BirthDate {

    private static final int EARLIEST = 1850;
    private static final int YEAR = 4;
    private static final int YEAR_AND_MONTH = 7;
    private static final int MAJORITY = 18;

    private BirthDate() {}

    /** Whether the text names a real day, month or year that is not to come. */
    static boolean isPossible(String text, LocalDate today) {
        try {
            LocalDate first = first(text);
            return first.getYear() >= EARLIEST && !first.isAfter(today);
        } catch (DateTimeException | NumberFormatException notADate) {
            return false;
        }
    }

    private static LocalDate first(String text) {
        return switch (text.length()) {
            case YEAR -> LocalDate.of(Integer.parseInt(text), 1, 1);
            case YEAR_AND_MONTH -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /**
     * The last day before somebody is of age, at eighteen years (Civil Code 2015, article 20). Where the text leaves the day
     * of birth open the last one counts, as in the Code of Criminal Procedure 2015, article 417.
     */
    static LocalDate lastDayOfChildhood(String text) {
        LocalDate first = first(text);
        LocalDate last = switch (text.length()) {
            case YEAR -> first.plusYears(1).minusDays(1);
            case YEAR_AND_MONTH -> first.plusMonths(1).minusDays(1);
            default -> first;
        };
        return last.plusYears(MAJORITY).minusDays(1);
    }
}
