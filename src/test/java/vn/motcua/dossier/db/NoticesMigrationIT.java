package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.motcua.OldDatabase;
import vn.motcua.faults.client.Eventually;

/** A log that is there already is told to its people, and counts as read. */
class NoticesMigrationIT {

    private static final String EVENT = """
        INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at, actor_kind,
            actor_ref, home_agency_id, receiving_unit, competent_agency_id, competent_unit, payload, digest)
        SELECT gen_random_uuid(), d.id, s.sequence, s.type, 1, '2026-03-02', '2026-03-02', 'SYSTEM', '', 1, 1, 1, 1,
               s.payload, sha256('')
          FROM (VALUES (CAST('00000000-0000-0000-0000-00000000000a' AS uuid)),
                       (CAST('00000000-0000-0000-0000-00000000000b' AS uuid))) d (id),
               (VALUES (1, 'FILED', '{}'), (2, 'ACCEPTED', '{}'), (3, 'RECEIVED_BY_COMPETENT', '{"remarks":true}'),
                       (4, 'RECEIVED_BY_COMPETENT', '{"dueAt":"2026-03-11T10:00:00Z"}'), (5, 'COMPLETED', '{}'))
               s (sequence, type, payload)
        """;

    private static final String ERASED = """
        DELETE FROM dossier_party WHERE kind = 'CITIZEN' AND dossier_id = '00000000-0000-0000-0000-00000000000%s'
        """;

    @Test
    void whatWasToldBeforeCountsAsRead() throws SQLException {
        assertThat(told(toldDatabase())).containsExactly("CITIZEN 10: 2 4 5 7 9 10", "ORGANISATION 10: 7 9 10");
    }

    @Test
    void theMarkGoesWithTheLastTwoPartiesThatAreErasedAtOnce() throws Exception {
        OldDatabase database = toldDatabase();
        try (Connection first = database.address().owner();
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            first.setAutoCommit(false);
            first.createStatement().execute(ERASED.formatted('a'));
            Future<?> second = other.submit(() -> database.run(ERASED.formatted('b')));
            assertThat(Eventually.comesTrue(Duration.ofSeconds(20), () -> second.isDone() || isWaiting(database)))
                    .isTrue();
            first.commit();
            second.get();
        }

        assertThat(told(database)).containsExactly("ORGANISATION 10: 7 9 10");
        assertThat(database.rows("SELECT kind FROM notice_reader")).hasSize(1);
    }

    private static OldDatabase toldDatabase() throws SQLException {
        return OldDatabase.at("33")
                .run("ALTER TABLE dossier_event DISABLE TRIGGER USER", EVENT, """
                    INSERT INTO dossier_party (dossier_id, home_agency_id, kind, number)
                    VALUES ('00000000-0000-0000-0000-00000000000a', 1, 'CITIZEN', '1'),
                           ('00000000-0000-0000-0000-00000000000b', 1, 'CITIZEN', '1'),
                           ('00000000-0000-0000-0000-00000000000b', 1, 'ORGANISATION', '1')
                    """, """
                    INSERT INTO log_position (position, dossier_id, sequence)
                    SELECT row_number() OVER (ORDER BY dossier_id, sequence), dossier_id, sequence FROM dossier_event
                    """)
                .migrate("latest");
    }

    private static boolean isWaiting(OldDatabase database) throws SQLException {
        return !database.rows("SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .isEmpty();
    }

    private static List<String> told(OldDatabase database) throws SQLException {
        return database.rows("""
            SELECT r.kind || ' ' || r.read_to || ': ' || string_agg(n.position::text, ' ' ORDER BY n.position)
              FROM notice_reader r
              JOIN notice n ON n.reader = r.id
             GROUP BY r.kind, r.read_to
             ORDER BY r.kind
            """);
    }
}
