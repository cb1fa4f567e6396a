package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.calendar.CalendarChange.Day;

/** Whether days off and days worked contradict each other, their weekday, or the law. */
final class DayCheck {

    private static final MonthDay LAST = MonthDay.of(12, 31);

    private final CalendarChange change;
    private final WorkingCalendar state;
    private final ChangeFaults faults;

    DayCheck(CalendarChange change, WorkingCalendar state, ChangeFaults faults) {
        this.change = change;
        this.state = state;
        this.faults = faults;
    }

    void run() {
        Set<LocalDate> seen = new HashSet<>();
        ChangeCheck.each(change.days(), (at, day) -> {
            String pointer = "/days/" + at;
            faults.addIf(!seen.add(day.day()), pointer + "/day", "day-twice");
            checkWeekday(pointer, day);
            if (!change.takenBack().days().contains(day.day())) {
                checkNew(pointer, day);
            }
        });
        Set<LocalDate> back = new HashSet<>();
        ChangeCheck.each(change.takenBack().days(), (at, day) -> {
            String pointer = "/takeBack/days/" + at;
            faults.addIf(!back.add(day), pointer, "day-twice");
            checkTakenBack(pointer, day);
        });
        checkYearsTakenFrom();
        change.knownUntil().ifPresent(this::checkEnd);
    }

    private void checkWeekday(String pointer, Day day) {
        boolean weekend = day.day().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        faults.addIf(day.worked() && !weekend, pointer + "/kind", "work-on-weekday");
        faults.addIf(!day.worked() && weekend, pointer + "/kind", "off-on-weekend");
    }

    /** What was expected or proposed may become surer; anything else is taken back first. */
    private void checkNew(String pointer, Day day) {
        Optional<Standing> counted = standing(day.day());
        boolean surer =
                counted.filter(before -> day.standing().compareTo(before) < 0).isPresent();
        if (counted.isPresent() && !surer) {
            faults.add(pointer + "/day", day.worked() ? "already-worked" : "already-off");
        }
        boolean proposed = state.proposed(day.day()).isPresent() && day.standing() == Standing.PROPOSED;
        faults.addIf(proposed, pointer + "/day", "already-proposed");
    }

    private Optional<Standing> standing(LocalDate day) {
        return state.special(day).map(special -> special.forecast() ? Standing.EXPECTED : Standing.OFFICIAL);
    }

    private void checkTakenBack(String pointer, LocalDate day) {
        Optional<Standing> counted = standing(day);
        faults.addIf(counted.isEmpty() && state.proposed(day).isEmpty(), pointer, "nothing-to-take-back");
        boolean weaker = counted.filter(before -> change.standing().compareTo(before) > 0)
                .isPresent();
        faults.addIf(weaker, pointer, "less-sure");
    }

    /** Nobody takes back what the law gives without giving it on another day. */
    private void checkYearsTakenFrom() {
        Set<LocalDate> before = off(state);
        change.takenBack().days().stream()
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> StatutoryDays.areAmong(before, year) && !StatutoryDays.areAmong(offAfter(), year))
                .forEach(_ -> faults.add("/takeBack/days", "year-incomplete"));
    }

    /** A year is known as a whole or not at all: without its days off it would be counted through as if these were worked. */
    private void checkEnd(LocalDate end) {
        if (end.isBefore(state.knownUntil())) {
            faults.add("/knownUntil", "known-until-earlier");
            return;
        }
        if (end.equals(state.knownUntil())) {
            return;
        }
        faults.addIf(!MonthDay.from(end).equals(LAST), "/knownUntil", "year-not-whole");
        Set<LocalDate> off = offAfter();
        boolean incomplete = IntStream.rangeClosed(
                        state.knownUntil().plusDays(1).getYear(), end.getYear())
                .anyMatch(year -> !StatutoryDays.areAmong(off, year));
        faults.addIf(incomplete, "/knownUntil", "year-incomplete");
    }

    private Set<LocalDate> offAfter() {
        Set<LocalDate> off = off(state);
        off.removeAll(change.takenBack().days());
        change.days().stream()
                .filter(day -> !day.worked() && day.standing().isCounted() && day.part() == SpecialDay.Part.WHOLE)
                .forEach(day -> off.add(day.day()));
        return off;
    }

    private static Set<LocalDate> off(WorkingCalendar calendar) {
        List<SpecialDay> days = calendar.specialDays();
        return days.stream()
                .filter(day -> !day.worked() && day.part() == SpecialDay.Part.WHOLE)
                .map(SpecialDay::day)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
