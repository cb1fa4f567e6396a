package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;

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

    @Test
    void whatWasToldBeforeCountsAsRead() throws SQLException {
        DatabaseAddress database = TestDatabase.empty();
        migrate(database, "33");
        run(database, "ALTER TABLE dossier_event DISABLE TRIGGER USER", EVENT, """
            INSERT INTO dossier_party (dossier_id, home_agency_id, kind, number)
            VALUES ('00000000-0000-0000-0000-00000000000a', 1, 'CITIZEN', '1'),
                   ('00000000-0000-0000-0000-00000000000b', 1, 'CITIZEN', '1'),
                   ('00000000-0000-0000-0000-00000000000b', 1, 'ORGANISATION', '1')
            """, """
            INSERT INTO log_position (position, dossier_id, sequence)
            SELECT row_number() OVER (ORDER BY dossier_id, sequence), dossier_id, sequence FROM dossier_event
            """);
        migrate(database, "latest");

        assertThat(told(database)).containsExactly("CITIZEN 10: 2 4 5 7 9 10", "ORGANISATION 10: 7 9 10");
    }

    private static List<String> told(DatabaseAddress database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection owner = database.owner();
                var found = owner.createStatement().executeQuery("""
                    SELECT r.kind || ' ' || r.read_to || ': ' || string_agg(n.position::text, ' ' ORDER BY n.position)
                      FROM notice_reader r
                      JOIN notice n ON n.reader = r.id
                     GROUP BY r.kind, r.read_to
                     ORDER BY r.kind
                    """)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static void run(DatabaseAddress database, String... statements) throws SQLException {
        try (Connection owner = database.owner();
                var statement = owner.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static void migrate(DatabaseAddress database, String target) {
        Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .placeholders(Map.of("servingRole", "motcua_service"))
                .target(target)
                .load()
                .migrate();
    }
}
