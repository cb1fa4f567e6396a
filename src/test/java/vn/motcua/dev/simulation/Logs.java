package vn.motcua.dev.simulation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dev.DatabaseAddress;

/** What stands in a database, without what no two runs share: ids, salts and tracking codes. */
final class Logs {

    private Logs() {}

    /** Every event, known by the applicant and the moment of filing of its dossier. */
    static List<String> events(DatabaseAddress database) throws SQLException {
        return texts(database, """
            SELECT concat_ws(' | ', p.number, d.filed_at, e.sequence, e.type, e.schema_version, e.occurred_at, e.recorded_at,
                             e.actor_kind, CASE WHEN e.actor_kind <> 'CITIZEN' THEN e.actor_ref END, e.home_agency_id,
                             e.receiving_unit, e.competent_agency_id, e.competent_unit,
                             regexp_replace(e.payload, '"private":"[0-9a-f]{64}"', '"private":"-"'))
              FROM dossier_event e
              JOIN dossier d ON d.id = e.dossier_id
              JOIN dossier_party p ON p.dossier_id = d.id
             ORDER BY 1
            """);
    }

    /** But for the next warning: of what was copied the sweeper finds it. */
    static List<String> dossiers(DatabaseAddress database) throws SQLException {
        return texts(database, """
            SELECT to_jsonb(d) - 'id' - 'tracking_code' - 'next_warning_at'
                   || (to_jsonb(p) - 'dossier_id')
                   || jsonb_build_object('codes', (SELECT count(*) FROM code_registry r WHERE r.dossier_id = d.id))
              FROM dossier d JOIN dossier_party p ON p.dossier_id = d.id
             ORDER BY 1
            """);
    }

    static List<String> numbers(DatabaseAddress database) throws SQLException {
        return texts(database, "SELECT concat_ws(' ', agency_id, day, last) FROM agency_day ORDER BY 1");
    }

    /** Indexes, keys, references and triggers. */
    static List<String> structure(DatabaseAddress database) throws SQLException {
        return texts(database, """
            SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text !~ '^pg_'
             UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE contype <> 'n' OR conrelid::regclass::text !~ '^figure_'
             UNION ALL SELECT concat_ws(' ', tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
             ORDER BY 1
            """);
    }

    static List<String> texts(DatabaseAddress database, String query) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
