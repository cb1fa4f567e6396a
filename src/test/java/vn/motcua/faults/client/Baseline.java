package vn.motcua.faults.client;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.faults.client.Ledger.Entry;

/** The service is itself again within a minute: queries are answered, nothing is left open (I10) or unnumbered (I8). */
final class Baseline implements Rule {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int PROBES = 10;

    private static final Rule IDLE_TRANSACTIONS = Rule.of("I10", """
        SELECT 'connection ' || pid || ' is ' || state
          FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'
        """);

    private static final Rule OLD_LOCKS = Rule.of("I10", """
        SELECT 'connection ' || l.pid || ' has a lock since ' || a.xact_start
          FROM pg_locks l
          JOIN pg_stat_activity a ON a.pid = l.pid
         WHERE a.datname = current_database() AND a.xact_start < clock_timestamp() - interval '30 seconds'
        """);

    private static final Rule UNNUMBERED = Rule.of("I8", """
        SELECT 'event ' || e.sequence || ' of ' || e.dossier_id || ' has no position'
          FROM dossier_event e
          LEFT JOIN log_position l ON l.dossier_id = e.dossier_id AND l.sequence = e.sequence
         WHERE l.position IS NULL
        """);

    private final Client client;
    private final Call probe;

    Baseline(Client client, Call probe) {
        this.client = client;
        this.probe = probe;
    }

    @Override
    public List<String> broken(Map<String, Entry> ledger, Connection database)
            throws SQLException, InterruptedException {
        List<String> broken = new ArrayList<>();
        var inARow = new AtomicInteger();
        boolean served = Eventually.comesTrue(BOUND, () -> {
            inARow.set(client.isServed(probe) ? inARow.get() + 1 : 0);
            return inARow.get() == PROBES;
        });
        if (!served) {
            broken.add("I10: after a minute the service does not answer " + PROBES + " probes in a row");
        }
        if (!Eventually.comesTrue(BOUND, () -> leftOpen(ledger, database).isEmpty())) {
            broken.addAll(leftOpen(ledger, database));
        }
        return broken;
    }

    private static List<String> leftOpen(Map<String, Entry> ledger, Connection database)
            throws SQLException, InterruptedException {
        List<String> open = new ArrayList<>(IDLE_TRANSACTIONS.broken(ledger, database));
        open.addAll(OLD_LOCKS.broken(ledger, database));
        open.addAll(UNNUMBERED.broken(ledger, database));
        return open;
    }
}
