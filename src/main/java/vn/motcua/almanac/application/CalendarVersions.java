package vn.motcua.almanac.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Snapshot;

/** Versions of the calendar, and who entered them. */
public interface CalendarVersions {

    /**
     * Keeps the next version, unless the calendar moved since it was seen or the key is taken.
     *
     * @param seen the state that the change was judged on
     */
    Mono<Outcome> enter(Entry entry, Snapshot<WorkingCalendar> seen);

    /** Has every state that is kept here brought up to the newest. */
    Mono<Void> refresh();

    /** What was entered with a key; kept for ever, as the version is. */
    Mono<Optional<Entered>> entered(String caller, String key);

    /**
     * Newest first.
     *
     * @param agency only what changed its own times
     * @param before only those with a smaller number
     */
    Mono<List<CalendarVersion>> list(Optional<Integer> agency, int before, int limit);

    /**
     * What an operator enters.
     *
     * @param caller the operator's subject
     * @param reachesBack whether it changes days before the one of the moment
     * @param request path and digest of the body
     */
    record Entry(
            String caller, CalendarChange change, boolean reachesBack, Instant moment, String key, String request) {}

    /** A version with the request that brought it. */
    record Entered(String request, CalendarVersion version) {}

    /** How entering ended. */
    enum Outcome {
        KEPT,
        CALENDAR_MOVED,
        KEY_TAKEN
    }
}
