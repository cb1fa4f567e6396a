package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.StatutoryDays;
import vn.motcua.calendar.WorkingCalendar;

/**
 * What the table of holidays changes. It speaks for every year that it names a day of, and then has to name all that the law
 * gives: a year is known as a whole or not at all. Other years stay as the newest version has them. A version is never
 * rewritten, so any difference is a new one.
 */
final class CalendarPlan {

    private static final String NOTE = "Imported on ";

    private CalendarPlan() {}

    /** The new version; empty where the table says what the newest says, or nothing. */
    static Optional<ImportedCalendar> of(WorkingCalendar newest, Tables tables, LocalDate today, BadLines bad) {
        var years = new TreeMap<Integer, HolidayRow>();
        tables.holidays().forEach(row -> years.putIfAbsent(row.day().day().getYear(), row));
        if (years.isEmpty() || hasHoles(newest, years, bad) || hasGaps(years, tables.holidays(), bad)) {
            return Optional.empty();
        }
        LocalDate from = earlier(newest.knownFrom(), LocalDate.of(years.firstKey(), 1, 1));
        LocalDate until = later(newest.knownUntil(), LocalDate.of(years.lastKey(), 12, 31));
        List<SpecialDay> days = Stream.concat(
                        newest.specialDays().stream()
                                .filter(day -> !years.containsKey(day.day().getYear())),
                        tables.holidays().stream().map(HolidayRow::day))
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
        boolean same = from.equals(newest.knownFrom())
                && until.equals(newest.knownUntil())
                && days.equals(newest.specialDays());
        return same
                ? Optional.empty()
                : Optional.of(new WholeCalendar(from, until, days).following(newest, NOTE + today, today));
    }

    /** A year that neither the table nor the newest version speaks of, between others, was forgotten. */
    private static boolean hasHoles(WorkingCalendar newest, NavigableMap<Integer, HolidayRow> years, BadLines bad) {
        var covered = new TreeSet<>(years.keySet());
        IntStream.rangeClosed(newest.knownFrom().getYear(), newest.knownUntil().getYear())
                .filter(year -> newest.knows(LocalDate.of(year, 1, 1)) && newest.knows(LocalDate.of(year, 12, 31)))
                .forEach(covered::add);
        List<Integer> missing = IntStream.range(covered.first(), covered.last())
                .filter(year -> !covered.contains(year))
                .boxed()
                .toList();
        for (int year : missing) {
            LinePlace place = Optional.ofNullable(years.higherEntry(year))
                    .orElseGet(years::lastEntry)
                    .getValue()
                    .place();
            bad.add(place.bad(Reason.YEAR_MISSING, String.valueOf(year)).line());
        }
        return !missing.isEmpty();
    }

    /** A year without all its statutory days would be counted through as if these were worked. */
    private static boolean hasGaps(NavigableMap<Integer, HolidayRow> years, List<HolidayRow> rows, BadLines bad) {
        Set<LocalDate> off = rows.stream()
                .map(HolidayRow::day)
                .filter(day -> !day.worked())
                .map(SpecialDay::day)
                .collect(Collectors.toSet());
        List<Integer> incomplete = years.keySet().stream()
                .filter(year -> !StatutoryDays.areAmong(off, year))
                .toList();
        incomplete.forEach(year -> bad.add(Objects.requireNonNull(years.get(year))
                .place()
                .bad(Reason.YEAR_INCOMPLETE, String.valueOf(year))
                .line()));
        return !incomplete.isEmpty();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
