package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.platform.StartRefused;

/** What production refuses to start on. The instance here is for development and has started. */
class SchemaCheckIT {

    private static DatabaseAddress database;
    private static RunningMotcua service;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @Test
    void aLogThatIsAheadOfTheClustersTransactionsIsRefusedUntilTheCounterIsPastIt() throws SQLException {
        SchemaCheck check = check("logAheadOfCluster");
        check.start();
        assertThat(check.isRunning()).isTrue();
        check.stop();
        event("pg_current_xact_id()");
        check.start();
        check.stop();
        event("CAST('4000000000' AS xid8)");
        assertThatThrownBy(check::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("transaction 4000000000", "pg_resetwal", "ADR 9");
        assertThat(check.isRunning()).isFalse();
    }

    @Test
    void aDatabaseWhoseClockWasEverMovedIsRefused() throws SQLException {
        SchemaCheck check = check("simulatedDatabase");
        check.start();
        check.stop();
        try (var owner = database.owner()) {
            owner.createStatement().execute("INSERT INTO simulated_clock (moment) VALUES ('2027-01-04T02:00:00Z')");
        }
        assertThatThrownBy(check::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("2027-01-04T02:00:00Z", "simulated", "name another");
    }

    private static SchemaCheck check(String name) {
        return new SchemaCheck(service.bean(Database.class), List.of(service.bean(name, StartCheck.class)));
    }

    private static void event(String transaction) throws SQLException {
        try (var owner = database.owner()) {
            owner.createStatement().execute("""
                INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                           recorded_xid, actor_kind, actor_ref, home_agency_id, receiving_unit,
                                           competent_agency_id, competent_unit, payload, digest)
                VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'FILED', 1, '2026-03-02T02:00:00Z',
                        '2026-03-02T02:00:00Z', %s, 'CITIZEN', 'x', 1, 1, 1, 1, '{}', sha256('x'))
                """.formatted(transaction));
        }
    }
}
