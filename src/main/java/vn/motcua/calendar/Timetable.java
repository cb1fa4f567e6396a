package vn.motcua.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an agency works, over time: its hours, which may change with the season, and the times when it alone was closed. The
 * hours in which it only receives people stand elsewhere: no clock counts them.
 *
 * @param first the hours before the first change
 * @param changes in the order of their days
 */
public record Timetable(OfficeHours first, List<Change> changes, List<Closure> closures) {

    /**
     * Other hours since a day.
     *
     * @param forecast true while they are expected and not yet decided
     */
    public record Change(LocalDate since, OfficeHours hours, boolean forecast) {

        /** Decided ones. */
        public Change(LocalDate since, OfficeHours hours) {
            this(since, hours, false);
        }
    }

    public Timetable {
        changes = List.copyOf(changes);
        closures = List.copyOf(closures);
        for (int at = 1; at < changes.size(); at++) {
            if (!changes.get(at - 1).since().isBefore(changes.get(at).since())) {
                throw new IllegalArgumentException("Changes of hours stand in the order of their days");
            }
        }
    }

    /** The same hours always. */
    public static Timetable of(OfficeHours hours) {
        return new Timetable(hours, List.of(), List.of());
    }

    /** The hours of a day, were it worked. */
    public OfficeHours hoursOn(LocalDate day) {
        return changeOn(day).map(Change::hours).orElse(first);
    }

    private Optional<Change> changeOn(LocalDate day) {
        Optional<Change> last = Optional.empty();
        for (Change change : changes) {
            if (!change.since().isAfter(day)) {
                last = Optional.of(change);
            }
        }
        return last;
    }

    /** The closure that takes time of a day away, if one does. */
    public Optional<Closure> closureOn(LocalDate day) {
        return closures.stream().filter(closure -> closure.touches(day)).findFirst();
    }

    boolean isForecast(LocalDate day) {
        return changeOn(day).map(Change::forecast).orElse(false)
                || closures.stream().anyMatch(closure -> closure.forecast() && closure.touches(day));
    }

    /**
     * What would be worked of a day without half days off and closures, in order; nothing on a day off. Of a weekend day worked
     * in exchange it is the part that is meant.
     */
    public List<OfficeHours.Slot> ordinarySlots(LocalDate day, WorkingCalendar calendar) {
        if (!calendar.kindOf(day).isWorked()) {
            return List.of();
        }
        return slotsOf(day, calendar.special(day).filter(SpecialDay::worked));
    }

    /** What is worked of a day, in order; nothing on a day off. */
    List<OfficeHours.Slot> slots(LocalDate day, WorkingCalendar calendar) {
        if (!calendar.kindOf(day).isWorked()) {
            return List.of();
        }
        List<OfficeHours.Slot> slots = slotsOf(day, calendar.special(day));
        for (Closure closure : closures) {
            slots = without(closure, day, slots);
        }
        return slots;
    }

    private List<OfficeHours.Slot> slotsOf(LocalDate day, Optional<SpecialDay> special) {
        return hoursOn(day).slots(day.getDayOfWeek()).stream()
                .filter(slot -> special.map(meant -> meant.works(slot)).orElse(true))
                .toList();
    }

    private static List<OfficeHours.Slot> without(Closure closure, LocalDate day, List<OfficeHours.Slot> slots) {
        List<OfficeHours.Slot> left = new ArrayList<>();
        slots.forEach(slot -> left.addAll(closure.leaves(day, slot)));
        return left;
    }
}
