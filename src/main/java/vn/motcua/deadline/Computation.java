package vn.motcua.deadline;

/** What the clock answers: a due moment, or the edge of what the calendar knows. */
public sealed interface Computation permits Computation.Due, OutsideCalendar {

    record Due(Deadline deadline) implements Computation {}
}
