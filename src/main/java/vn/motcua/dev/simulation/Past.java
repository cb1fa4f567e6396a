package vn.motcua.dev.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What a simulated past needs and reference data lack: the units that ended on 2025-06-30 are known from 2025-03-01 only, their
 * agencies in part and the procedures of their time not at all. In a simulated database they reach back to the first day, with
 * People's Committee and police, whose ids are 10000000 + the unit's number x 10 + 1 or 2. Only what was known later is real.
 */
final class Past {

    private static final LocalDate REORGANISATION = LocalDate.of(2025, 7, 1);

    private Past() {}

    /** Makes what is missing from a day on; nothing when the day is not before the reorganisation. */
    static void reachTo(LocalDate from, Connection owner) throws SQLException {
        if (!from.isBefore(REORGANISATION)) {
            return;
        }
        run(owner, """
            UPDATE administrative_unit SET valid_from = ? WHERE valid_to = '2025-06-30' AND valid_from > ?\
            """, from, from);
        run(owner, """
            UPDATE agency_version SET valid_from = ? WHERE valid_to = '2025-06-30' AND valid_from > ?\
            """, from, from);
        agencies(from, owner);
        run(owner, """
            UPDATE procedure_version p
               SET effective_from = ?
             WHERE p.effective_from > ?
               AND NOT EXISTS (SELECT FROM procedure_version e
                                WHERE e.code = p.code AND e.effective_from < p.effective_from)\
            """, from, from);
        run(owner, "UPDATE reference_version SET version = version + 1 WHERE capability IN ('territory', 'procedure')");
    }

    private static void agencies(LocalDate from, Connection owner) throws SQLException {
        run(owner, """
            CREATE TEMP TABLE old_office AS
            SELECT 10000000 + (u.version % 1000000) * 10 + o.place AS agency, o.kind, u.level, u.version AS unit,
                   o.title || ' ' || lower(left(u.name, 1)) || substr(u.name, 2) AS name,
                   'Z98.' || u.code || o.suffix AS identifier
              FROM administrative_unit u
             CROSS JOIN (VALUES (1, 'PEOPLES_COMMITTEE', 'Ủy ban nhân dân', ''), (2, 'POLICE', 'Công an', '.CA'))
                        AS o (place, kind, title, suffix)
             WHERE u.valid_to = '2025-06-30' AND u.level IN ('PROVINCE', 'COMMUNE')
               AND NOT EXISTS (SELECT FROM agency_version v JOIN agency a ON a.id = v.agency_id
                                WHERE v.unit = u.version AND a.kind = o.kind)\
            """);
        run(owner, """
            INSERT INTO agency (id, kind, level) SELECT agency, kind, level FROM old_office
                ON CONFLICT DO NOTHING\
            """);
        run(owner, """
            INSERT INTO agency_version (agency_id, valid_from, valid_to, name, unit)
            SELECT agency, CAST(? AS date), '2025-06-30', name, unit FROM old_office\
            """, from);
        run(owner, """
            INSERT INTO agency_identifier (agency_id, identifier, status, valid_from)
            SELECT o.agency, o.identifier, 'PROVISIONAL', CAST(? AS date)
              FROM old_office o
             WHERE NOT EXISTS (SELECT FROM agency_identifier i WHERE i.agency_id = o.agency)\
            """, from);
        run(owner, "DROP TABLE old_office");
    }

    private static void run(Connection owner, String text, Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(text)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
