package vn.motcua.calendar.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTimes;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;

/** The newest calendar, and the last few of the older ones that somebody asked for. */
@Component
class CalendarTable implements WorkingCalendars, CalendarSnapshots {

    /** Each with the working times that were asked for; running dossiers name few. */
    private static final int OLDER = 8;

    /** Some hundred agencies' with closures of their own, or all that share a timetable; in bytes. */
    private static final long WORKING_TIMES = 48L << 20;

    private final CalendarReader reader;
    private final Kept<WorkingCalendar> kept;
    private final Map<Integer, WorkingCalendar> older = new LinkedHashMap<>(OLDER * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, WorkingCalendar> eldest) {
            return size() > OLDER;
        }
    };

    CalendarTable(Database database, ReferenceVersions versions) {
        this.reader = new CalendarReader(database, new WorkingTimes(WORKING_TIMES));
        this.kept = new Kept<>(versions, "calendar", reader.newest());
    }

    @Override
    public Mono<WorkingCalendar> current() {
        return kept.current();
    }

    @Override
    public Mono<Snapshot<WorkingCalendar>> snapshot() {
        return kept.snapshot();
    }

    @Override
    public Mono<WorkingCalendar> version(int number) {
        return current()
                .filter(newest -> newest.version() == number)
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(remembered(number))))
                .switchIfEmpty(Mono.defer(() -> reader.version(number).map(this::remember)));
    }

    private Optional<WorkingCalendar> remembered(int number) {
        synchronized (older) {
            return Optional.ofNullable(older.get(number));
        }
    }

    /** Two that read the same at once share what the first read. */
    private WorkingCalendar remember(WorkingCalendar read) {
        synchronized (older) {
            return older.computeIfAbsent(read.version(), _ -> read);
        }
    }
}
