package vn.motcua.calendar.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;

/** Calendars before the newest, the last ones asked for, as many as fit with all that their working times may come to take. */
final class OlderCalendars {

    /** Six in which two thousand agencies have closures, or some twenty without; in bytes. One is always kept. */
    static final int MOST = 24 << 20;

    /** Those that nearly all agencies share, and a few more; in bytes. */
    static final long TIMES = 1L << 20;

    private final Cache<Integer, WorkingCalendar> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Integer _, WorkingCalendar calendar) -> (int) Math.min(calendar.bytes(), MOST))
            .executor(Runnable::run)
            .build();

    Optional<WorkingCalendar> find(int number) {
        return Optional.ofNullable(kept.getIfPresent(number));
    }

    void keep(WorkingCalendar calendar) {
        kept.put(calendar.version(), calendar);
    }
}
