package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/** Short ways to ask the clock. */
final class DeadlineFixtures {

    static final WorkingCalendar CALENDAR = CalendarFixtures.seeded();

    private DeadlineFixtures() {}

    /** Viet Nam's local time. */
    static Instant at(String local) {
        return WorkingCalendar.instant(LocalDateTime.parse(local));
    }

    static Deadline deadline(String receivedAt, Term term) {
        return deadline(at(receivedAt), term, CALENDAR, OfficeHours.S8);
    }

    static Deadline deadline(Instant receivedAt, Term term, WorkingCalendar calendar, OfficeHours hours) {
        return switch (Deadlines.due(receivedAt, term, calendar.time(hours))) {
            case Computation.Due(Deadline deadline) -> deadline;
            case OutsideCalendar outside -> throw new AssertionError("Outside the calendar: " + outside);
        };
    }

    static List<Step> steps(String receivedAt, Term term) {
        return explained(at(receivedAt), term, CALENDAR, OfficeHours.S8).steps();
    }

    static Explanation.Explained explained(Instant receivedAt, Term term, WorkingCalendar calendar, OfficeHours hours) {
        return switch (Deadlines.explain(receivedAt, term, calendar.time(hours))) {
            case Explanation.Explained explained -> explained;
            case OutsideCalendar outside -> throw new AssertionError("Outside the calendar: " + outside);
        };
    }
}
