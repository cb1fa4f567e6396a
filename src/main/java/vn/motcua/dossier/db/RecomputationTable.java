package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.application.Recomputations;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** Due moments computed again, and how far that is. What is written under the lease names it in its statement. */
@Component
class RecomputationTable implements Recomputations {

    private final Database db;
    private final RecomputationStatement statement;

    RecomputationTable(Database db, RecomputationStatement statement) {
        this.db = db;
        this.statement = statement;
    }

    @Override
    public Mono<Run> newest() {
        return db.background(Sql.of("""
            SELECT id, calendar_version, calendar_state, procedure_state,
                   CASE WHEN started_at > '-infinity' THEN started_at END AS started_at, last_dossier, walked,
                   log_position, ended_at IS NOT NULL AS ended
              FROM deadline_recomputation
             ORDER BY id DESC
             LIMIT 1
            """), RecomputationTable::run).map(List::getFirst);
    }

    private static Run run(Readable row) {
        return new Run(
                required(row, "id", Long.class),
                new State(
                        required(row, "calendar_version", Integer.class),
                        required(row, "calendar_state", Long.class),
                        required(row, "procedure_state", Long.class)),
                optional(row, "started_at", Instant.class).orElse(Instant.EPOCH),
                required(row, "last_dossier", UUID.class),
                required(row, "walked", Boolean.class),
                required(row, "log_position", Long.class),
                required(row, "ended", Boolean.class));
    }

    @Override
    public Mono<Boolean> begin(State state, Instant moment, Lease lease) {
        return db.background(
                        held(Sql.of("""
                            WITH held AS MATERIALIZED (
                                SELECT name FROM lease WHERE name = :lease AND holder = :holder AND token = :token FOR KEY SHARE
                            )
                            INSERT INTO deadline_recomputation (calendar_version, calendar_state, procedure_state, started_at,
                                                                total, log_position)
                            SELECT :calendarVersion, :calendar, :procedures, :moment,
                                   (SELECT CAST(count(*) AS integer)
                                      FROM dossier d
                                     WHERE d.filed_at IS NOT NULL AND d.refused_at IS NULL AND d.finished_at IS NULL AND d.clock_waits_for IS NULL),
                                   (SELECT coalesce(max(position), 0) FROM log_position)
                              FROM held
                             WHERE NOT EXISTS (SELECT
                                                 FROM deadline_recomputation r
                                                WHERE r.calendar_state >= :calendar AND r.procedure_state >= :procedures)
                            RETURNING id
                            """), lease)
                                .bind("calendarVersion", state.calendarVersion())
                                .bind("calendar", state.calendar())
                                .bind("procedures", state.procedures())
                                .bind("moment", moment),
                        row -> required(row, "id", Long.class))
                .map(begun -> !begun.isEmpty());
    }

    @Override
    public Mono<List<Dossier>> running(UUID after, int most) {
        return db.background(
                Sql.of(DossierTable.SELECT + """
                      FROM dossier d
                     WHERE d.filed_at IS NOT NULL AND d.refused_at IS NULL AND d.finished_at IS NULL AND d.clock_waits_for IS NULL
                       AND d.id > :after
                     ORDER BY d.id
                     LIMIT :most
                    """).bind("after", after).bind("most", most), DossierTable::dossier);
    }

    @Override
    public Mono<Followers> followers(long afterPosition, int most) {
        return through(afterPosition, most)
                .flatMap(through -> db.background(
                                Sql.of(DossierTable.SELECT + """
                                      FROM dossier d
                                     WHERE d.filed_at IS NOT NULL AND d.refused_at IS NULL AND d.finished_at IS NULL AND d.clock_waits_for IS NULL
                                       AND d.id IN (SELECT e.dossier_id
                                                      FROM log_position p
                                                      JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
                                                     WHERE p.position > :after AND p.position <= :through
                                                       AND e.type IN ('FILED', 'ACCEPTED', 'RECEIVED_BY_COMPETENT'))
                                     ORDER BY d.id
                                    """)
                                        .bind("after", afterPosition)
                                        .bind("through", through),
                                DossierTable::dossier)
                        .map(dossiers -> new Followers(dossiers, through)));
    }

    private Mono<Long> through(long afterPosition, int most) {
        return db.background(
                        Sql.of("""
                            SELECT least(:after + :most, (SELECT coalesce(max(position), 0) FROM log_position)) AS through
                            """).bind("after", afterPosition).bind("most", most),
                        row -> required(row, "through", Long.class))
                .map(List::getFirst);
    }

    @Override
    public Mono<Integer> keep(Run run, Step step, Examination examination, Lease lease) {
        return statement.run(run, step, examination, lease);
    }

    @Override
    public Mono<Boolean> end(Run run, Instant settled, Instant moment, Lease lease) {
        return db.background(
                        held(Sql.of("""
                            WITH held AS MATERIALIZED (
                                SELECT name FROM lease WHERE name = :lease AND holder = :holder AND token = :token FOR KEY SHARE
                            ), newest AS MATERIALIZED (
                                SELECT e.recorded_xid, e.dossier_id, e.sequence
                                  FROM log_position p
                                  JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
                                 WHERE p.position = (SELECT max(position) FROM log_position)
                            )
                            UPDATE deadline_recomputation r
                               SET ended_at = :moment
                              FROM held
                             WHERE r.id = :run
                               AND NOT EXISTS (SELECT
                                                 FROM dossier_event e
                                                WHERE (e.recorded_xid, e.dossier_id, e.sequence)
                                                      > (coalesce((SELECT recorded_xid FROM newest), CAST('0' AS xid8)),
                                                         coalesce((SELECT dossier_id FROM newest),
                                                                  CAST('00000000-0000-0000-0000-000000000000' AS uuid)),
                                                         coalesce((SELECT sequence FROM newest), 0))
                                                  AND e.recorded_at <= :settled)
                            RETURNING r.id
                            """), lease)
                                .bind("run", run.id())
                                .bind("moment", moment)
                                .bind("settled", settled),
                        row -> required(row, "id", Long.class))
                .map(ended -> !ended.isEmpty());
    }

    static Sql held(Sql statement, Lease lease) {
        return statement
                .bind("lease", lease.name())
                .bind("holder", lease.holder())
                .bind("token", lease.token());
    }

    /** The first run that ended with the version or a later one, else the newest that is at it. */
    @Override
    public Mono<Optional<Progress>> progress(int calendarVersion) {
        return db.background(
                        Sql.of("""
                            SELECT r.ended_at IS NOT NULL AS ended, r.total, r.examined,
                                   (SELECT CAST(sum(m.moved) AS integer)
                                      FROM deadline_recomputation m
                                     WHERE m.calendar_version = :version) AS moved
                              FROM deadline_recomputation r
                             WHERE r.calendar_version >= :version
                             ORDER BY r.ended_at IS NULL, CASE WHEN r.ended_at IS NULL THEN -r.id ELSE r.id END
                             LIMIT 1
                            """).bind("version", calendarVersion),
                        row -> new Progress(
                                required(row, "ended", Boolean.class),
                                required(row, "total", Integer.class),
                                required(row, "examined", Integer.class),
                                optional(row, "moved", Integer.class).orElse(0)))
                .map(found -> found.stream().findFirst());
    }
}
