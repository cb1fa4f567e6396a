package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * The days off that the law gives every year, as far as they can be checked without the lunar calendar. A holiday on a weekend
 * is made up for on the next working day (Labour Code 2019 art. 111.3), so that the number of weekdays off is the same each
 * year wherever several days lie together.
 */
public final class StatutoryDays {

    /** Labour Code 2019 comes into force: the National Day gets a neighbour (art. 112.1.e). */
    private static final int LABOUR_CODE_2019 = 2021;

    /** Resolution 28/2026/QH16 art. 2 comes into force. */
    private static final int CULTURE_DAY = 2026;

    private static final int TET_DAYS = 5;
    private static final int SPRING_DAYS = 3;

    private StatutoryDays() {}

    /** Whether the weekdays off in a year may be all of them. */
    public static boolean areAmong(Set<LocalDate> off, int year) {
        return off.containsAll(fixed(year))
                && count(off, year, MonthDay.of(1, 15), MonthDay.of(2, 28)) >= TET_DAYS
                && count(off, year, MonthDay.of(3, 25), MonthDay.of(5, 8)) >= SPRING_DAYS
                && count(off, year, MonthDay.of(8, 28), MonthDay.of(9, 8)) >= (year < LABOUR_CODE_2019 ? 1 : 2);
    }

    /** Those on the same date each year that fall on a weekday. */
    private static List<LocalDate> fixed(int year) {
        List<MonthDay> dates = year < CULTURE_DAY
                ? List.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2))
                : List.of(
                        MonthDay.of(1, 1),
                        MonthDay.of(4, 30),
                        MonthDay.of(5, 1),
                        MonthDay.of(9, 2),
                        MonthDay.of(11, 24));
        return dates.stream()
                .map(date -> date.atYear(year))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    /** Tet, which begins between 21 January and 20 February; Hung Kings with 30 April and 1 May; the National Day. */
    private static long count(Set<LocalDate> off, int year, MonthDay first, MonthDay last) {
        return off.stream()
                .filter(day -> !day.isBefore(first.atYear(year)) && !day.isAfter(last.atYear(year)))
                .count();
    }
}
