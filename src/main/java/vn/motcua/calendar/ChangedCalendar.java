package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.OfficeHours.Slot;

/** The next version of a calendar. */
record ChangedCalendar(WorkingCalendar state, CalendarChange change) {

    WorkingCalendar calendar() {
        return new WorkingCalendar(
                state.version() + 1,
                state.knownFrom(),
                change.knownUntil().orElse(state.knownUntil()),
                days(state.specialDays(), true),
                days(state.proposedDays(), false),
                agencies(),
                change.agency().isPresent() ? state.everywhere() : times(state.everywhere()),
                WorkingCalendar.USUAL_TIMES);
    }

    /** A day that becomes special is no proposal any more. */
    private List<SpecialDay> days(List<SpecialDay> before, boolean counted) {
        Set<LocalDate> gone = Stream.concat(
                        change.takenBack().days().stream(),
                        change.days().stream()
                                .filter(day -> !counted || day.standing().isCounted())
                                .map(CalendarChange.Day::day))
                .collect(Collectors.toSet());
        return Stream.concat(
                        before.stream().filter(day -> !gone.contains(day.day())),
                        change.days().stream()
                                .filter(day -> day.standing().isCounted() == counted)
                                .map(day -> day.special(change.source())))
                .toList();
    }

    private Map<Integer, AgencyTimes> agencies() {
        Map<Integer, AgencyTimes> agencies = new HashMap<>(state.agencies());
        change.agency().ifPresent(agency -> agencies.put(agency, times(state.times(agency))));
        agencies.values().removeIf(AgencyTimes::isNone);
        return agencies;
    }

    private AgencyTimes times(AgencyTimes before) {
        return new AgencyTimes(
                merged(
                        before.hours(),
                        change.takenBack().hours(),
                        change.hours().stream().map(this::hours).toList(),
                        Timetable.Change::since),
                merged(
                        before.reception(),
                        change.takenBack().reception(),
                        change.reception().stream().map(this::reception).toList(),
                        ReceptionHours::since),
                Stream.concat(
                                before.closures().stream()
                                        .filter(closure -> !change.takenBack().has(closure)),
                                change.closures().stream().map(this::closure))
                        .sorted(Comparator.comparing(Closure::from))
                        .toList());
    }

    private static <T, K extends Comparable<? super K>> List<T> merged(
            List<T> before, List<K> takenBack, List<T> added, Function<T, K> key) {
        return Stream.concat(before.stream().filter(one -> !takenBack.contains(key.apply(one))), added.stream())
                .sorted(Comparator.comparing(key))
                .toList();
    }

    private Timetable.Change hours(CalendarChange.Hours hours) {
        return new Timetable.Change(
                hours.since(), OfficeHours.own(slots(hours.slots()), weekdays(hours)), isForecast());
    }

    private ReceptionHours reception(CalendarChange.Hours hours) {
        return new ReceptionHours(hours.since(), weekdays(hours), isForecast());
    }

    private static Map<DayOfWeek, List<Slot>> weekdays(CalendarChange.Hours hours) {
        return hours.weekdays().stream()
                .collect(Collectors.toMap(CalendarChange.Weekday::weekday, day -> slots(day.slots())));
    }

    private static List<Slot> slots(List<CalendarChange.Span> spans) {
        return spans.stream().map(span -> new Slot(span.from(), span.to())).toList();
    }

    private Closure closure(CalendarChange.Closing closing) {
        return new Closure(
                closing.kind(), closing.from(), closing.to(), closing.reason(), change.source(), isForecast());
    }

    private boolean isForecast() {
        return change.standing() != Standing.OFFICIAL;
    }
}
