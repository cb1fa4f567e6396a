package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.required;

import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.platform.db.StartCheck;

/**
 * A dump restored into another cluster brings events of transactions that this one has not come to. What is written before it
 * has would sort below them, and never get a position (ADR 9).
 */
@Component
class LogAheadOfCluster implements StartCheck {

    private final Database db;

    LogAheadOfCluster(Database db) {
        this.db = db;
    }

    @Override
    public Mono<Optional<String>> refusal() {
        return db.read(
                        Sql.of("""
                            SELECT newest.recorded_xid >= pg_snapshot_xmax(pg_current_snapshot()) AS ahead,
                                   CAST(newest.recorded_xid AS text)                              AS newest,
                                   CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text)          AS next
                              FROM (SELECT recorded_xid FROM dossier_event ORDER BY recorded_xid DESC LIMIT 1) AS newest
                            """),
                        row -> required(row, "ahead", Boolean.class)
                                ? Optional.of("The log was restored into another cluster: its newest event is of"
                                        + " transaction " + required(row, "newest", String.class)
                                        + ", the cluster is at " + required(row, "next", String.class)
                                        + ". Stop the cluster and move its counter past the log with pg_resetwal"
                                        + " (--epoch, --next-transaction-id), see ADR 9")
                                : Optional.<String>empty())
                .map(found -> found.stream().flatMap(Optional::stream).findFirst());
    }
}
