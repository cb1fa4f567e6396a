package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;

/**
 * What a new version of the calendar says otherwise than the one before, day by day.
 *
 * @param knownUntil the last day that the new version knows
 * @param added days that were not special
 * @param removed days that are not special any more
 * @param changed days that are special in another way, or for another reason
 * @param overridden which of all these an operator had entered or taken back: a person ought to look at them
 */
public record CalendarDifference(
        LocalDate knownFrom,
        LocalDate knownUntil,
        List<LocalDate> added,
        List<LocalDate> removed,
        List<LocalDate> changed,
        List<LocalDate> overridden) {

    /** Reports from before this was told say nothing of what was entered. */
    public CalendarDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        overridden = List.copyOf(Objects.requireNonNullElse(overridden, List.<LocalDate>of()));
    }

    /** @param entered days of which operators said the last word */
    static CalendarDifference of(WorkingCalendar before, Set<LocalDate> entered, ImportedCalendar change) {
        CalendarDifference all = of(before, change);
        return new CalendarDifference(
                all.knownFrom,
                all.knownUntil,
                all.added,
                all.removed,
                all.changed,
                Stream.of(all.added, all.removed, all.changed)
                        .flatMap(List::stream)
                        .filter(entered::contains)
                        .sorted()
                        .toList());
    }

    private static CalendarDifference of(WorkingCalendar before, ImportedCalendar change) {
        var next = change.days().stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
        return new CalendarDifference(
                change.knownFrom(),
                change.knownUntil(),
                change.days().stream()
                        .map(SpecialDay::day)
                        .filter(day -> before.special(day).isEmpty())
                        .toList(),
                before.specialDays().stream()
                        .map(SpecialDay::day)
                        .filter(day -> !next.containsKey(day))
                        .toList(),
                change.days().stream()
                        .filter(day -> before.special(day.day())
                                .filter(old -> !old.equals(day))
                                .isPresent())
                        .map(SpecialDay::day)
                        .toList(),
                List.of());
    }
}
