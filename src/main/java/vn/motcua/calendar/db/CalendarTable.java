package vn.motcua.calendar.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;

/** The newest calendar, and as many of the older ones that somebody asked for as fit (ADR 28). */
@Component
class CalendarTable implements WorkingCalendars, CalendarSnapshots {

    /** Some hundred agencies' with closures of their own, or all that share a timetable; in bytes. */
    private static final long TIMES = 48L << 20;

    private final CalendarReader reader;
    private final Kept<WorkingCalendar> kept;
    private final OlderCalendars older = new OlderCalendars();
    private final Map<Integer, Mono<WorkingCalendar>> underWay = new ConcurrentHashMap<>();

    CalendarTable(Database database, ReferenceVersions versions) {
        this.reader = new CalendarReader(database);
        this.kept = new Kept<>(versions, "calendar", warmed(reader.newest(TIMES)));
    }

    /** A working time takes a millisecond to build: requests find those that nearly all agencies share. */
    private static Mono<WorkingCalendar> warmed(Mono<WorkingCalendar> newest) {
        return newest.publishOn(Schedulers.boundedElastic())
                .doOnNext(calendar -> Stream.of(OfficeHours.S8M, OfficeHours.S8, OfficeHours.S75)
                        .forEach(calendar::time));
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
        return current().filter(newest -> newest.version() == number).switchIfEmpty(Mono.defer(() -> older(number)));
    }

    private Mono<WorkingCalendar> older(int number) {
        return older.find(number).map(Mono::just).orElseGet(() -> underWay.computeIfAbsent(number, this::reading));
    }

    /** One reading for all who ask meanwhile; it goes on when they leave. */
    private Mono<WorkingCalendar> reading(int number) {
        return reader.version(number, OlderCalendars.TIMES)
                .doOnNext(older::keep)
                .doFinally(_ -> underWay.remove(number))
                .cache();
    }
}
