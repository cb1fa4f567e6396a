package vn.motcua.calendar;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Working times of calendars, the last ones asked for, as many as fit: agencies with closures of their own each have one, and
 * there are thousands of agencies. What was dropped is built again.
 */
public final class WorkingTimes {

    private static final long USUAL = 16L << 20;

    private final long most;
    private final Map<Key, WorkingTime> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** Enough for one calendar with some dozens of timetables. */
    WorkingTimes() {
        this(USUAL);
    }

    /** @param most how many bytes they may take together; one is always kept */
    public WorkingTimes(long most) {
        this.most = most;
    }

    /** The hash of a timetable looks at all its closures, and so is taken once. */
    private record Key(WorkingCalendar calendar, Timetable timetable, int hash) {

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.hash == hash
                    && key.calendar == calendar
                    && key.timetable.equals(timetable);
        }
    }

    /** Nobody waits while another builds; of two that build the same at once the first is kept. */
    WorkingTime of(WorkingCalendar calendar, Timetable timetable) {
        Key key = new Key(calendar, timetable, 31 * System.identityHashCode(calendar) + timetable.hashCode());
        WorkingTime found = find(key);
        return found == null ? keep(key, new WorkingTime(calendar, timetable)) : found;
    }

    private synchronized @Nullable WorkingTime find(Key key) {
        return kept.get(key);
    }

    private synchronized WorkingTime keep(Key key, WorkingTime built) {
        WorkingTime other = kept.putIfAbsent(key, built);
        if (other != null) {
            return other;
        }
        bytes += built.bytes();
        Iterator<WorkingTime> oldest = kept.values().iterator();
        while (bytes > most && kept.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
        return built;
    }

    /** How much they take now. */
    public synchronized long bytes() {
        return bytes;
    }
}
