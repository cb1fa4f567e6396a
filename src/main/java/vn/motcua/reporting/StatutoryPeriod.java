package vn.motcua.reporting;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A period that reports are made of: a calendar month; a quarter, from the 15th of the month before it to the 14th of its
 * last; a year, from 15 December to 14 December (Decree 09/2019/ND-CP article 12).
 */
public enum StatutoryPeriod {
    MONTH,
    QUARTER,
    YEAR;

    private static final int CUT_OFF = 14;
    private static final int QUARTER_MONTHS = 3;

    /** Which one the days are, both inclusive; empty for any other. */
    public static Optional<StatutoryPeriod> of(LocalDate from, LocalDate to) {
        if (YearMonth.from(from).atDay(1).equals(from)
                && YearMonth.from(from).atEndOfMonth().equals(to)) {
            return Optional.of(MONTH);
        }
        boolean isCut = from.getDayOfMonth() == CUT_OFF + 1 && to.getDayOfMonth() == CUT_OFF;
        if (!isCut || from.getMonthValue() % QUARTER_MONTHS != 0) {
            return Optional.empty();
        }
        if (from.plusMonths(QUARTER_MONTHS).minusDays(1).equals(to)) {
            return Optional.of(QUARTER);
        }
        return from.getMonth() == Month.DECEMBER
                        && from.plusYears(1).minusDays(1).equals(to)
                ? Optional.of(YEAR)
                : Optional.empty();
    }

    /** The last days of the parts that are told by themselves too, after the day before the first: a year's quarters. */
    public List<LocalDate> ends(LocalDate from, LocalDate to) {
        return switch (this) {
            case MONTH, QUARTER -> List.of(from.minusDays(1), to);
            case YEAR ->
                IntStream.rangeClosed(0, 4)
                        .mapToObj(quarter ->
                                from.plusMonths((long) quarter * QUARTER_MONTHS).minusDays(1))
                        .toList();
        };
    }
}
