package vn.motcua.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Birth dates as identity papers have them: a day, a month or a year only. */
final class BirthDate {

    private static final int EARLIEST = 1850;
    private static final int YEAR = 4;
    private static final int YEAR_AND_MONTH = 7;

    private BirthDate() {}

    /** Whether the text names a real day, month or year that is not to come. */
    static boolean isPossible(String text, LocalDate today) {
        try {
            LocalDate first = switch (text.length()) {
                case YEAR -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case YEAR_AND_MONTH -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
            return first.getYear() >= EARLIEST && !first.isAfter(today);
        } catch (DateTimeException | NumberFormatException notADate) {
            return false;
        }
    }
}
