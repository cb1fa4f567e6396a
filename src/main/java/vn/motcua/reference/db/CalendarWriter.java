package vn.motcua.reference.db;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.platform.db.Sql;
import vn.motcua.reference.ImportedCalendar;

/** Adds a version of the working calendar. */
final class CalendarWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Statements statements;

    CalendarWriter(Statements statements) {
        this.statements = statements;
    }

    Mono<Void> write(ImportedCalendar calendar, Instant moment) {
        return version(calendar, moment).then(Mono.defer(() -> days(calendar)));
    }

    private Mono<Void> version(ImportedCalendar calendar, Instant moment) {
        return statements
                .run(
                        Sql.of("""
                            INSERT INTO calendar_version (version, known_from, known_until, note, source, status, counts_from,
                                                          reaches_back, entered_as, entered_at, change)
                            VALUES (:version, :from, :until, :note, :source, 'official', :countsFrom, :reachesBack, 'IMPORT',
                                    :moment, CAST(:change AS json))
                            """)
                                .bind("version", calendar.version())
                                .bind("from", calendar.knownFrom())
                                .bind("until", calendar.knownUntil())
                                .bind("note", calendar.note())
                                .bind("source", calendar.said().source())
                                .bind("countsFrom", calendar.said().countsFrom())
                                .bind("reachesBack", calendar.reachesBack())
                                .bind("moment", moment)
                                .bind("change", JSON.writeValueAsString(calendar.said())),
                        row -> row)
                .then();
    }

    /** A day that counts or is proposed. */
    private record Day(SpecialDay special, String status) {}

    private Mono<Void> days(ImportedCalendar calendar) {
        List<Day> days = Stream.of(
                        calendar.days().stream().map(day -> new Day(day, day.forecast() ? "forecast" : "official")),
                        calendar.proposed().stream().map(day -> new Day(day, "proposed")))
                .flatMap(Function.identity())
                .toList();
        return new Batches(statements)
                .run(
                        """
                        INSERT INTO calendar_day (version, day, kind, part, reason, source, status)
                        SELECT version, day, kind, part, reason, source, status
                          FROM json_to_recordset(CAST(:rows AS json)) AS r (
                               version integer, day date, kind text, part text, reason text, source text, status text)
                        RETURNING 1
                        """,
                        days,
                        day -> new Columns()
                                .with("version", calendar.version())
                                .with("day", day.special().day())
                                .with("kind", day.special().worked() ? "work" : "off")
                                .with("part", day.special().part().name().toLowerCase(Locale.ROOT))
                                .with("reason", day.special().reason())
                                .with("source", day.special().source())
                                .with("status", day.status())
                                .map());
    }
}
