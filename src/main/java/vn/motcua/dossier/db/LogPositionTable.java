package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.required;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.LogPositions;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** Positions of the log. Only the owner's function writes them; nobody changes them. */
@Component
class LogPositionTable implements LogPositions {

    private final Database db;

    LogPositionTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<Integer> giveNext(Lease lease) {
        return db.background(
                        Sql.of("SELECT position_events(:holder, :token, 2000) AS given")
                                .bind("holder", lease.holder())
                                .bind("token", lease.token()),
                        row -> required(row, "given", Integer.class))
                .map(List::getFirst);
    }

    /** Below the last position nothing waits, unless the log is ahead of the cluster ({@link LogAheadOfCluster}). */
    @Override
    public Mono<Reached> last() {
        return db.background(
                        Sql.of("""
                            WITH newest AS MATERIALIZED (
                                SELECT p.position, e.recorded_xid, e.dossier_id, e.sequence
                                  FROM log_position p
                                  JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
                                 WHERE p.position = (SELECT max(position) FROM log_position)
                            ), after AS (
                                SELECT e.sequence
                                  FROM dossier_event e
                                 WHERE (e.recorded_xid, e.dossier_id, e.sequence)
                                       > (coalesce((SELECT recorded_xid FROM newest), CAST('0' AS xid8)),
                                          coalesce((SELECT dossier_id FROM newest),
                                                   CAST('00000000-0000-0000-0000-000000000000' AS uuid)),
                                          coalesce((SELECT sequence FROM newest), 0))
                                 LIMIT 10000
                            ), below AS (
                                SELECT e.sequence
                                  FROM dossier_event e
                                 WHERE (SELECT recorded_xid FROM newest) >= pg_snapshot_xmax(pg_current_snapshot())
                                   AND e.recorded_xid < pg_snapshot_xmax(pg_current_snapshot())
                                   AND NOT EXISTS (
                                       SELECT FROM log_position p
                                        WHERE p.dossier_id = e.dossier_id AND p.sequence = e.sequence)
                                 LIMIT 10000
                            ), waiting AS (
                                SELECT FROM after UNION ALL SELECT FROM below LIMIT 10000
                            )
                            SELECT coalesce((SELECT position FROM newest), 0)       AS position,
                                   (SELECT CAST(count(*) AS integer) FROM waiting) AS waiting
                            """),
                        row -> new Reached(
                                required(row, "position", Long.class), required(row, "waiting", Integer.class)))
                .map(List::getFirst);
    }
}
