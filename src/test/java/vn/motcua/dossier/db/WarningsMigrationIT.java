package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.motcua.OldDatabase;

/** What the sweeper of the release before saw already, and left unsaid, stays unsaid. */
class WarningsMigrationIT {

    private static final String DOSSIERS = """
        INSERT INTO dossier (id, home_agency_id, receiving_unit, competent_agency_id, competent_unit, procedure_version_id,
            channel, case_code, result_delivery, tracking_code, status, version, filed_at, last_event_at, next_warning_at)
        SELECT gen_random_uuid(), a.id, u.version, a.id, u.version, p.id, 'ONLINE', '', 'COUNTER', d.code, d.status, 1,
               '2026-03-02 00:00:00+00', '2026-03-02 00:00:00+00', CAST(d.next AS timestamptz)
          FROM (VALUES ('planned', 1, '2026-03-05 00:00:00+00'), ('late', 2, '2026-03-01 00:00:00+00'),
                       ('said', 1, NULL), ('unseen', 1, '1970-01-01 00:00:00+00'), ('over', 3, NULL)) d (code, status, next),
               (SELECT min(id) AS id FROM agency) a, (SELECT min(version) AS version FROM administrative_unit) u,
               (SELECT min(id) AS id FROM procedure_version) p
        """;

    private static final String LOG = """
        INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at, actor_kind,
            actor_ref, home_agency_id, receiving_unit, competent_agency_id, competent_unit, payload, digest)
        SELECT gen_random_uuid(), d.id, 1, 'FILED', 1, '2026-03-02', '2026-03-02 00:00:00+00', 'SYSTEM', '', 1, 1, 1, 1, '{}',
               sha256('')
          FROM dossier d
        """;

    @Test
    void nothingBeforeTheLastActIsSaidButWhatIsPlanned() throws SQLException {
        OldDatabase database = OldDatabase.at("33")
                .run(DOSSIERS, "ALTER TABLE dossier_event DISABLE TRIGGER USER", LOG, """
                    INSERT INTO log_position (position, dossier_id, sequence)
                    SELECT row_number() OVER (), dossier_id, sequence FROM dossier_event
                    """)
                .migrate("34");

        assertThat(database.rows("""
            SELECT tracking_code || ' ' || coalesce(CAST(warns_since AT TIME ZONE 'UTC' AS text), 'null')
              FROM dossier
             ORDER BY tracking_code
            """))
                .containsExactly(
                        "late 2026-02-28 23:59:59.999",
                        "over null",
                        "planned 2026-03-02 00:00:00",
                        "said 2026-03-02 00:00:00",
                        "unseen null");
    }
}
