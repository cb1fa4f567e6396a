package vn.motcua.calendar.application;

import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Snapshot;

/** The newest calendar with the number of their state, for those who change them. */
public interface CalendarSnapshots {

    /** The state that the newest number known here belongs to. */
    Mono<Snapshot<WorkingCalendar>> snapshot();
}
