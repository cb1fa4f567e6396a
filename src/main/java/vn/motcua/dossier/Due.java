package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.calendar.WorkingCalendar;

/**
 * When dossiers that have not ended become late, as seen from a moment. One due at that very moment is not late so far.
 */
public enum Due {
    OVERDUE,
    TODAY,
    LATER,
    /** Accepted, but the clock waits for what starts it. */
    NOT_STARTED,
    /** A gap in our tables keeps anybody from knowing. */
    NONE;

    /** The part of the queue that holds these. The day is that of Viet Nam. */
    public Span seenFrom(Instant moment) {
        LocalDate tomorrow = LocalDate.ofInstant(moment, WorkingCalendar.ZONE).plusDays(1);
        Place midnight = Place.before(WorkingCalendar.instant(tomorrow.atStartOfDay()));
        return switch (this) {
            case OVERDUE -> new Span(Place.START, Place.before(moment));
            case TODAY -> new Span(Place.before(moment), midnight);
            case LATER -> new Span(midnight, Place.beforeWhatHasNotStarted());
            case NOT_STARTED -> new Span(Place.beforeWhatHasNotStarted(), Place.beforeWhatIsNeverLate());
            case NONE -> new Span(Place.beforeWhatIsNeverLate(), Place.END);
        };
    }
}
