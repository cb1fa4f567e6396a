package vn.motcua.calendar;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Working times of one calendar, the last ones asked for, as many as fit: agencies with closures of their own each have one, and
 * there are thousands of agencies. What was dropped is built again. They end with their calendar, which each of them holds.
 */
final class WorkingTimes {

    private final long most;
    private final Map<Timetable, WorkingTime> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param most how many bytes they may take together; one is always kept */
    WorkingTimes(long most) {
        this.most = most;
    }

    /** Nobody waits while another builds; of two that build the same at once the first is kept. */
    WorkingTime of(WorkingCalendar calendar, Timetable timetable) {
        WorkingTime found = find(timetable);
        return found == null ? keep(new WorkingTime(calendar, timetable)) : found;
    }

    private synchronized @Nullable WorkingTime find(Timetable timetable) {
        return kept.get(timetable);
    }

    private synchronized WorkingTime keep(WorkingTime built) {
        WorkingTime other = kept.putIfAbsent(built.timetable(), built);
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

    long most() {
        return most;
    }

    /** How much they take now. */
    synchronized long bytes() {
        return bytes;
    }
}
