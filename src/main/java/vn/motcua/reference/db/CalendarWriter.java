package vn.motcua.reference.db;

import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.platform.db.Sql;
import vn.motcua.reference.CalendarChange;

/** Adds a version of the working calendar. */
final class CalendarWriter {

    private final Statements statements;

    CalendarWriter(Statements statements) {
        this.statements = statements;
    }

    Mono<Void> write(CalendarChange change) {
        return version(change).then(Mono.defer(() -> days(change)));
    }

    private Mono<Void> version(CalendarChange change) {
        return statements
                .run(
                        Sql.of("""
                            INSERT INTO calendar_version (version, known_from, known_until, note)
                            VALUES (:version, :from, :until, :note)
                            """)
                                .bind("version", change.version())
                                .bind("from", change.knownFrom())
                                .bind("until", change.knownUntil())
                                .bind("note", change.note()),
                        row -> row)
                .then();
    }

    private Mono<Void> days(CalendarChange change) {
        return new Batches(statements)
                .run(
                        """
                        INSERT INTO calendar_day (version, day, kind, reason, source, status)
                        SELECT version, day, kind, reason, source, status
                          FROM json_to_recordset(CAST(:rows AS json)) AS r (
                               version integer, day date, kind text, reason text, source text, status text)
                        RETURNING 1
                        """,
                        change.days(),
                        day -> new Columns()
                                .with("version", change.version())
                                .with("day", day.day())
                                .with("kind", day.worked() ? "work" : "off")
                                .with("reason", day.reason())
                                .with("source", day.source())
                                .with("status", day.forecast() ? "forecast" : "official")
                                .map());
    }
}
