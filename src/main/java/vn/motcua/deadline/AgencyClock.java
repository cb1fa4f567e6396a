package vn.motcua.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.Closures;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.Term;

/**
 * How long an agency has for something that nothing stops but the calendar: days off, its own hours and closures, and outages
 * of its system, which every clock stands still for.
 *
 * @param usual its hours before the first that it has of its own
 */
public record AgencyClock(WorkingCalendar calendar, int agency, OfficeHours usual) {

    public WorkingTime time() {
        return calendar.time(agency, usual);
    }

    /**
     * The same between two moments, and on their days: the time that many agencies share, unless a closure of the agency touches
     * these days.
     */
    public WorkingTime time(Instant from, Instant until) {
        return isTouched(from, until) ? time() : calendar.openTime(agency, usual);
    }

    private boolean isTouched(Instant from, Instant until) {
        Closures closures = calendar.closures(agency);
        return !closures.isNone() && closures.touch(dayBegins(from), dayEnds(until));
    }

    /** Every outage that was declared, as what stops a clock. */
    public List<Interruption> outages() {
        return calendar.outages(agency).all().stream().map(Interruption::of).toList();
    }

    /**
     * The due moment alone. Nearly always neither closure nor outage lies in the way: then the time that many agencies share
     * gives the same moment.
     */
    public Computation due(Instant receivedAt, Term term, ClockPolicy policy) {
        Computation open = Deadlines.due(receivedAt, term, policy.firstDay(), calendar.openTime(agency, usual));
        boolean isTouched = open instanceof Computation.Due(var deadline) && isTouched(receivedAt, deadline.dueAt());
        Computation due = isTouched ? Deadlines.due(receivedAt, term, policy.firstDay(), time()) : open;
        return due instanceof Computation.Due(var deadline) && standsStill(receivedAt, deadline)
                ? outlasting(reckoned(receivedAt, term, policy))
                : due;
    }

    private static long dayBegins(Instant moment) {
        return WorkingTime.startOf(WorkingTime.dayOf(WorkingTime.local(moment)));
    }

    private static long dayEnds(Instant moment) {
        return WorkingTime.startOf(WorkingTime.dayOf(WorkingTime.local(moment)) + 1);
    }

    private boolean standsStill(Instant receivedAt, Deadline deadline) {
        return calendar.outages(agency).touch(WorkingTime.local(receivedAt), WorkingTime.local(deadline.dueAt()));
    }

    private Reckoning reckoned(Instant receivedAt, Term term, ClockPolicy policy) {
        return Reckoning.of(new ClockHistory(receivedAt, outages(), Optional.empty()), term, policy, time());
    }

    private Computation outlasting(Reckoning reckoning) {
        return reckoning.deadline().<Computation>map(Computation.Due::new).orElseGet(() -> Deadlines.after(calendar));
    }

    /** The due moment and every step to it. */
    public Explanation explain(Instant receivedAt, Term term, ClockPolicy policy) {
        Explanation plain = Deadlines.explain(receivedAt, term, policy.firstDay(), time());
        if (!(plain instanceof Explanation.Explained told) || !standsStill(receivedAt, told.deadline())) {
            return plain;
        }
        Reckoning reckoning = reckoned(receivedAt, term, policy);
        return reckoning
                .deadline()
                .<Explanation>map(due -> new Explanation.Explained(due, reckoning.steps()))
                .orElseGet(() -> Deadlines.after(calendar));
    }
}
