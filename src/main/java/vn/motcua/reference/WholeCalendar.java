package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarChange.Day;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Standing;
import vn.motcua.calendar.WorkingCalendar;

/** Every day of a calendar that is not what its weekday says. */
record WholeCalendar(LocalDate from, LocalDate until, List<SpecialDay> days) {

    /** As the version after another, in which nobody's proposals are lost that it does not decide. */
    ImportedCalendar following(WorkingCalendar newest, String note, LocalDate today) {
        Set<LocalDate> decided = days.stream().map(SpecialDay::day).collect(Collectors.toSet());
        List<SpecialDay> proposed = newest.proposedDays().stream()
                .filter(day -> !decided.contains(day.day()))
                .toList();
        CalendarChange said = said(newest, note, decided, today);
        return new ImportedCalendar(
                newest.version() + 1, from, until, note, days, proposed, said, said.reachesBack(today));
    }

    private CalendarChange said(WorkingCalendar newest, String note, Set<LocalDate> decided, LocalDate today) {
        CalendarChange said = new CalendarChange(
                Optional.empty(),
                SourceFile.HOLIDAYS.fileName(),
                Standing.OFFICIAL,
                note,
                today,
                Optional.of(until).filter(end -> !end.equals(newest.knownUntil())),
                days.stream()
                        .filter(day ->
                                !newest.special(day.day()).filter(day::equals).isPresent())
                        .map(WholeCalendar::day)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                new TakenBack(
                        newest.specialDays().stream()
                                .map(SpecialDay::day)
                                .filter(day -> !decided.contains(day))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        return said.countingFrom(said.touched().min(Comparator.naturalOrder()).orElse(today));
    }

    private static Day day(SpecialDay day) {
        return new Day(
                day.day(),
                day.worked(),
                day.part(),
                day.reason(),
                day.forecast() ? Standing.EXPECTED : Standing.OFFICIAL);
    }
}
