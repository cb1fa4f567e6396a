package vn.motcua.reporting.db;

import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Sums;
import vn.motcua.reporting.application.Figures;
import vn.motcua.reporting.application.Fold;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;

/** Counters a day and the deltas that are not folded yet: both in one statement are the truth. */
@Component
class FigureTable implements Figures, Fold {

    private final Database db;

    FigureTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<UnitSums>> sums(AdministrativeUnit below, Level level, Period period, Definition definition) {
        return db.read(
                Sql.of("""
                        WITH RECURSIVE reach AS (
                        SELECT u.version, u.level, u.name, u.valid_from, u.valid_to
                          FROM administrative_unit u
                         WHERE u.version = :below
                         UNION ALL
                        SELECT u.version, u.level, u.name, u.valid_from, u.valid_to
                          FROM reach r
                          JOIN administrative_unit u ON u.parent = r.version
                    ), placed AS (
                        SELECT r.version AS row_unit, r.name, coalesce(r.valid_to, 'infinity') >= :from AS in_force, r.version AS unit
                          FROM reach r
                         WHERE r.level = :level AND r.valid_from <= :to
                         UNION ALL
                        SELECT p.row_unit, p.name, p.in_force, u.version
                          FROM placed p
                          JOIN administrative_unit u ON u.parent = p.unit
                    ), counters AS (
                        SELECT unit_version, day, received, received_without_due, early, on_time, same_day_late, overdue,
                               resolved_without_due, due_open, not_started_open
                          FROM figure_day
                         WHERE unit_version IN (SELECT unit FROM placed)
                         UNION ALL
                        SELECT unit_version, day, received, received_without_due, early, on_time, same_day_late, overdue,
                               resolved_without_due, due_open, not_started_open
                          FROM figure_delta
                         WHERE unit_version IN (SELECT unit FROM placed)
                    ), by_unit AS (
                        SELECT unit_version,
                               sum(received) FILTER (WHERE day BETWEEN :from AND :through)             AS received,
                               sum(received - early - on_time - overdue - resolved_without_due)
                                   FILTER (WHERE day < :from AND day <= :through)                      AS open_before,
                               sum(received - early - on_time - overdue - resolved_without_due)
                                   FILTER (WHERE day <= :through)                                      AS open_after,
                               sum(early) FILTER (WHERE day BETWEEN :from AND :through)                AS early,
                               sum(on_time) FILTER (WHERE day BETWEEN :from AND :through)              AS on_time,
                               sum(same_day_late) FILTER (WHERE day BETWEEN :from AND :through)        AS same_day_late,
                               sum(overdue) FILTER (WHERE day BETWEEN :from AND :through)              AS overdue,
                               sum(resolved_without_due) FILTER (WHERE day BETWEEN :from AND :through) AS resolved_without_due,
                               sum(received_without_due - resolved_without_due)
                                   FILTER (WHERE day <= :through)                                      AS without_due_after,
                               sum(not_started_open) FILTER (WHERE day <= :through)                    AS not_started_after,
                               sum(due_open) FILTER (WHERE day < :overdueBefore)                       AS due_and_not_in_time,
                               sum(overdue) FILTER (WHERE day <= :through)                             AS overdue_ever
                          FROM counters
                         GROUP BY unit_version
                    ), due_today AS (
                        SELECT d.competent_unit, count(*) AS late_today
                          FROM dossier d
                         WHERE :countsToday AND d.finished_at IS NULL AND d.due_day = :today AND d.due_at < :now
                         GROUP BY d.competent_unit
                    )
                    SELECT p.row_unit,
                           CAST(coalesce(sum(b.received), 0) AS bigint)             AS received,
                           CAST(coalesce(sum(b.open_before), 0) AS bigint)          AS open_before,
                           CAST(coalesce(sum(b.open_after), 0) AS bigint)           AS open_after,
                           CAST(coalesce(sum(b.early), 0) AS bigint)                AS early,
                           CAST(coalesce(sum(b.on_time), 0) AS bigint)              AS on_time,
                           CAST(coalesce(sum(b.same_day_late), 0) AS bigint)        AS same_day_late,
                           CAST(coalesce(sum(b.overdue), 0) AS bigint)              AS overdue,
                           CAST(coalesce(sum(b.resolved_without_due), 0) AS bigint) AS resolved_without_due,
                           CAST(coalesce(sum(b.without_due_after), 0) AS bigint)    AS without_due_after,
                           CAST(coalesce(sum(b.not_started_after), 0) AS bigint)    AS not_started_after,
                           CAST(coalesce(sum(b.due_and_not_in_time), 0) AS bigint)  AS due_and_not_in_time,
                           CAST(coalesce(sum(b.overdue_ever), 0) AS bigint)         AS overdue_ever,
                           CAST(coalesce(sum(t.late_today), 0) AS bigint)           AS late_today
                      FROM placed p
                      LEFT JOIN by_unit b ON b.unit_version = p.unit
                      LEFT JOIN due_today t ON t.competent_unit = p.unit
                     GROUP BY p.row_unit, p.name, p.in_force
                    HAVING p.in_force OR sum(coalesce(b.received, 0) + coalesce(b.open_before, 0) + coalesce(b.open_after, 0)) > 0
                     ORDER BY p.name, p.row_unit
                    """)
                        .bind("below", below.version())
                        .bind("level", level.name())
                        .bind("from", period.from())
                        .bind("to", period.to())
                        .bind("through", period.through())
                        .bind("overdueBefore", period.overdueBefore(definition))
                        .bind("countsToday", period.countsToday(definition))
                        .bind("today", period.today())
                        .bind("now", period.askedAt()),
                FigureTable::sums);
    }

    private static UnitSums sums(Readable row) {
        return new UnitSums(
                required(row, "row_unit", Integer.class),
                new Sums(
                        required(row, "received", Long.class),
                        required(row, "open_before", Long.class),
                        required(row, "open_after", Long.class),
                        required(row, "early", Long.class),
                        required(row, "on_time", Long.class),
                        required(row, "same_day_late", Long.class),
                        required(row, "overdue", Long.class),
                        required(row, "resolved_without_due", Long.class),
                        required(row, "without_due_after", Long.class),
                        required(row, "not_started_after", Long.class),
                        required(row, "due_and_not_in_time", Long.class),
                        required(row, "overdue_ever", Long.class),
                        required(row, "late_today", Long.class)));
    }

    /** Taken out and added up in one statement: a reader's snapshot holds each delta here or there, never both. */
    @Override
    public Mono<Integer> next(Lease lease) {
        return db.background(
                        Sql.of("SELECT fold_figures(:holder, :token, 10000) AS folded")
                                .bind("holder", lease.holder())
                                .bind("token", lease.token()),
                        row -> required(row, "folded", Integer.class))
                .map(List::getFirst);
    }
}
