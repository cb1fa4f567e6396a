package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarChange.Closing;

/** Whether closures and outages make sense by themselves, and beside what an agency has. */
final class ClosureCheck {

    private final CalendarChange change;
    private final AgencyTimes times;
    private final LocalDateTime end;
    private final ChangeFaults faults;

    /** @param lastKnown the last day that the calendar then knows */
    ClosureCheck(CalendarChange change, AgencyTimes times, LocalDate lastKnown, ChangeFaults faults) {
        this.change = change;
        this.times = times;
        this.end = lastKnown.plusDays(1).atStartOfDay();
        this.faults = faults;
    }

    void run() {
        BackCheck back = new BackCheck(change.standing(), faults);
        back.run("/takeBack/closures", change.takenBack().closures(), forecasts(Closure.Kind.CLOSURE));
        back.run("/takeBack/outages", change.takenBack().outages(), forecasts(Closure.Kind.OUTAGE));
        ChangeCheck.each(change.closures(), (at, closing) -> {
            String pointer = "/closures/" + at;
            faults.addIf(!closing.from().isBefore(closing.to()), pointer + "/to", "ends-before-it-begins");
            faults.addIf(closing.to().isAfter(closing.from().plusYears(1)), pointer + "/to", "lasts-too-long");
            faults.addIf(closing.to().isAfter(end), pointer + "/to", "outside-calendar");
            faults.addIf(others(at).anyMatch(other -> overlap(closing, other)), pointer, "closure-overlaps");
        });
    }

    private Map<LocalDateTime, Boolean> forecasts(Closure.Kind kind) {
        return times.of(kind).collect(Collectors.toMap(Closure::from, Closure::forecast));
    }

    /** An agency may be closed while the system is out of order. */
    private Stream<Closing> others(int at) {
        List<Closing> said = change.closures();
        Closure.Kind kind = said.get(at).kind();
        return Stream.concat(
                said.stream().limit(at).filter(other -> other.kind() == kind),
                times.of(kind)
                        .filter(other -> !change.takenBack().has(other))
                        .map(other -> new Closing(kind, other.from(), other.to(), other.reason())));
    }

    private static boolean overlap(Closing one, Closing other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
