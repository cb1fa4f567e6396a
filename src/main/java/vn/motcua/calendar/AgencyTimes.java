package vn.motcua.calendar;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one agency has of its own, beside the days of the whole administration; or what all have together, which is outages only.
 *
 * @param hours in the order of their days; before the first, the usual ones
 * @param reception in the order of their days
 * @param closures and outages, in the order of their beginnings
 */
public record AgencyTimes(List<Timetable.Change> hours, List<ReceptionHours> reception, List<Closure> closures) {

    /** Nothing of its own. */
    public static final AgencyTimes NONE = new AgencyTimes(List.of(), List.of(), List.of());

    public AgencyTimes {
        hours = List.copyOf(hours);
        reception = List.copyOf(reception);
        closures = List.copyOf(closures);
    }

    /** When it works. */
    public Timetable timetable(OfficeHours usual) {
        return new Timetable(usual, hours, closed().toList());
    }

    Stream<Closure> closed() {
        return of(Closure.Kind.CLOSURE);
    }

    Stream<Closure> outages() {
        return of(Closure.Kind.OUTAGE);
    }

    Stream<Closure> of(Closure.Kind kind) {
        return closures.stream().filter(closure -> closure.kind() == kind);
    }

    /** With later ones. */
    public AgencyTimes and(AgencyTimes later) {
        return new AgencyTimes(
                both(hours, later.hours), both(reception, later.reception), both(closures, later.closures));
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    boolean isNone() {
        return equals(NONE);
    }
}
