package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarChange.Closing;
import vn.motcua.calendar.CalendarChange.Hours;
import vn.motcua.calendar.CalendarChange.Span;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.CalendarChange.Weekday;

/** Whether hours and closures make sense by themselves, and beside what an agency has. */
final class HoursCheck {

    private final CalendarChange change;
    private final AgencyTimes times;
    private final ChangeFaults faults;

    HoursCheck(CalendarChange change, AgencyTimes times, ChangeFaults faults) {
        this.change = change;
        this.times = times;
        this.faults = faults;
    }

    void run() {
        TakenBack back = change.takenBack();
        List<LocalDate> working =
                times.hours().stream().map(Timetable.Change::since).toList();
        List<LocalDate> reception =
                times.reception().stream().map(ReceptionHours::since).toList();
        checkDays("/hours", change.hours(), working, back.hours());
        checkDays("/receptionHours", change.reception(), reception, back.reception());
        ChangeCheck.each(change.hours(), (at, hours) -> checkSlots("/hours/" + at + "/slots", hours.slots()));
        checkTakenBack("/takeBack/hours", back.hours(), working);
        checkTakenBack("/takeBack/receptionHours", back.reception(), reception);
        checkTakenBack(
                "/takeBack/closures",
                back.closures(),
                times.closures().stream().map(Closure::from).toList());
        checkClosures(back.closures());
    }

    private void checkDays(String list, List<Hours> said, List<LocalDate> before, List<LocalDate> back) {
        Set<LocalDate> seen = new HashSet<>();
        ChangeCheck.each(said, (at, hours) -> {
            String pointer = list + "/" + at;
            faults.addIf(!seen.add(hours.since()), pointer + "/since", "day-twice");
            faults.addIf(
                    before.contains(hours.since()) && !back.contains(hours.since()),
                    pointer + "/since",
                    "already-changed");
            checkWeekdays(pointer + "/weekdays/", hours.weekdays());
        });
    }

    private void checkWeekdays(String list, List<Weekday> weekdays) {
        Set<DayOfWeek> seen = new HashSet<>();
        ChangeCheck.each(weekdays, (at, day) -> {
            faults.addIf(!seen.add(day.weekday()), list + at + "/weekday", "day-twice");
            checkSlots(list + at + "/slots", day.slots());
        });
    }

    private void checkSlots(String list, List<Span> slots) {
        faults.addIf(slots.isEmpty(), list, "slots-missing");
        ChangeCheck.each(slots, (at, slot) -> {
            faults.addIf(!slot.from().isBefore(slot.to()), list + "/" + at, "slot-empty");
            if (at > 0) {
                Span before = slots.get(at - 1);
                faults.addIf(slot.from().equals(before.to()), list + "/" + at, "slot-touches");
                faults.addIf(slot.from().isBefore(before.to()), list + "/" + at, "slot-unordered");
            }
        });
    }

    private <T> void checkTakenBack(String list, List<T> back, List<T> there) {
        Set<T> seen = new HashSet<>();
        ChangeCheck.each(back, (at, one) -> {
            faults.addIf(!seen.add(one), list + "/" + at, "day-twice");
            faults.addIf(!there.contains(one), list + "/" + at, "nothing-to-take-back");
        });
    }

    private void checkClosures(List<LocalDateTime> back) {
        List<Closing> closures = change.closures();
        ChangeCheck.each(closures, (at, closure) -> {
            String pointer = "/closures/" + at;
            faults.addIf(!closure.from().isBefore(closure.to()), pointer + "/to", "ends-before-it-begins");
            Stream<Closing> others = Stream.concat(
                    closures.stream().limit(at),
                    times.closures().stream()
                            .filter(other -> !back.contains(other.from()))
                            .map(other -> new Closing(other.from(), other.to(), other.reason())));
            faults.addIf(others.anyMatch(other -> overlap(closure, other)), pointer, "closure-overlaps");
        });
    }

    private static boolean overlap(Closing one, Closing other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
