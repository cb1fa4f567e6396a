package vn.motcua.calendar.application;

import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;

/** Where the working calendar comes from. */
public interface WorkingCalendars {

    /** The newest version, read once and kept. */
    Mono<WorkingCalendar> current();

    /**
     * A version as it was and always will be, for explaining and recomputing what names it; the last few asked for are kept.
     *
     * @param number the sequence is that of the days, hours and closures of all agencies
     * @return empty when there is no such version
     */
    Mono<WorkingCalendar> version(int number);
}
