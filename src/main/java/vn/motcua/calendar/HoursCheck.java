package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.calendar.CalendarChange.Hours;
import vn.motcua.calendar.CalendarChange.Span;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.CalendarChange.Weekday;

/** Whether hours make sense by themselves, and beside what an agency has. */
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
        Map<LocalDate, Boolean> working =
                times.hours().stream().collect(Collectors.toMap(Timetable.Change::since, Timetable.Change::forecast));
        Map<LocalDate, Boolean> reception =
                times.reception().stream().collect(Collectors.toMap(ReceptionHours::since, ReceptionHours::forecast));
        checkDays("/hours", change.hours(), working.keySet(), back.hours());
        checkDays("/receptionHours", change.reception(), reception.keySet(), back.reception());
        BackCheck taken = new BackCheck(change.standing(), faults);
        taken.run("/takeBack/hours", back.hours(), working);
        taken.run("/takeBack/receptionHours", back.reception(), reception);
        ChangeCheck.each(change.hours(), (at, hours) -> checkSlots("/hours/" + at + "/slots", hours.slots()));
    }

    private void checkDays(String list, List<Hours> said, Set<LocalDate> before, List<LocalDate> back) {
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
}
