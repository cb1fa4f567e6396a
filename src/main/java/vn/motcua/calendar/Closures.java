package vn.motcua.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Closures of one kind, asked for by moment; moments are those of {@link WorkingTime}. */
public final class Closures {

    static final Closures NONE = new Closures(List.of());

    private final List<Closure> all;
    private final long[] from;
    private final long[] to;

    private Closures(List<Closure> all) {
        this.all = all;
        this.from = all.stream()
                .mapToLong(closure -> WorkingTime.local(WorkingCalendar.instant(closure.from())))
                .toArray();
        this.to = all.stream()
                .mapToLong(closure -> WorkingTime.local(WorkingCalendar.instant(closure.to())))
                .toArray();
    }

    static Closures of(Stream<Closure> closures) {
        return new Closures(closures.sorted(Comparator.comparing(Closure::from)).toList());
    }

    public boolean isNone() {
        return all.isEmpty();
    }

    /** In the order of their beginnings; they may overlap. */
    public List<Closure> all() {
        return all;
    }

    /** Whether one begins by the end of a stretch of time and is not over by its beginning. */
    public boolean touch(long begin, long end) {
        for (int at = 0; at < from.length && from[at] <= end; at++) {
            if (to[at] > begin) {
                return true;
            }
        }
        return false;
    }

    /** Whether one that does is a forecast. */
    public boolean hasForecast(long begin, long end) {
        for (int at = 0; at < from.length && from[at] <= end; at++) {
            if (to[at] > begin && all.get(at).forecast()) {
                return true;
            }
        }
        return false;
    }
}
