package vn.motcua.calendar.db;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** The newest calendar as the migrations left it. */
@Component
class CalendarTable implements WorkingCalendars, CalendarSnapshots {

    private final Database database;
    private final Kept<WorkingCalendar> kept;

    CalendarTable(Database database, ReferenceVersions versions) {
        this.database = database;
        this.kept = new Kept<>(versions, "calendar", read());
    }

    @Override
    public Mono<WorkingCalendar> current() {
        return kept.current();
    }

    @Override
    public Mono<Snapshot<WorkingCalendar>> snapshot() {
        return kept.snapshot();
    }

    private Mono<WorkingCalendar> read() {
        return newest().flatMap(version -> Kept.<SpecialDay>all(last -> daysAfter(last, version))
                .map(days -> new WorkingCalendar(version.number(), version.from(), version.until(), days)));
    }

    private record Version(int number, LocalDate from, LocalDate until) {}

    private Mono<Version> newest() {
        return database.read(Sql.of("""
            SELECT version, known_from, known_until
              FROM calendar_version
             ORDER BY version DESC
             LIMIT 1
            """), CalendarTable::version).map(List::getFirst);
    }

    private Mono<List<SpecialDay>> daysAfter(Optional<SpecialDay> last, Version version) {
        return database.read(
                Sql.of("""
                    SELECT day, kind, reason, source, status
                      FROM calendar_day
                     WHERE version = :version
                       AND day > :last
                     ORDER BY day
                     LIMIT :page
                    """)
                        .bind("version", version.number())
                        .bind(
                                "last",
                                last.map(SpecialDay::day).orElse(version.from().minusDays(1)))
                        .bind("page", Kept.PAGE),
                CalendarTable::day);
    }

    private static Version version(Readable row) {
        return new Version(
                Rows.required(row, "version", Integer.class),
                Rows.required(row, "known_from", LocalDate.class),
                Rows.required(row, "known_until", LocalDate.class));
    }

    private static SpecialDay day(Readable row) {
        return new SpecialDay(
                Rows.required(row, "day", LocalDate.class),
                Rows.required(row, "kind", String.class).equals("work"),
                Rows.required(row, "reason", String.class),
                Rows.required(row, "source", String.class),
                Rows.required(row, "status", String.class).equals("forecast"));
    }
}
