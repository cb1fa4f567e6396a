package vn.motcua.calendar.application;

import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;

/** Where the working calendar comes from. */
public interface WorkingCalendars {

    /** The newest version, read once and kept. */
    Mono<WorkingCalendar> current();
}
