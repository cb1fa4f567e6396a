package vn.motcua.dev.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The log's tables without what slows a load down: triggers, indexes, keys and references. Checks of a row stay. */
final class Stripped {

    private final List<String> restoring;

    private Stripped(List<String> restoring) {
        this.restoring = restoring;
    }

    static Stripped of(Connection owner) throws SQLException {
        List<String> dropping = new ArrayList<>();
        List<String> restoring = new ArrayList<>();
        try (var statement = owner.createStatement();
                var found = statement.executeQuery("""
                    WITH loaded AS (
                        SELECT CAST(name AS regclass) AS name
                          FROM unnest(ARRAY['dossier', 'dossier_event', 'code_registry', 'dossier_party', 'agency_day',
                                            'log_position']) AS t (name)
                    )
                    SELECT 1 AS rank, format('ALTER TABLE %s DISABLE TRIGGER USER', name) AS dropping,
                           format('ALTER TABLE %s ENABLE TRIGGER USER', name) AS restoring
                      FROM loaded
                     UNION ALL
                    SELECT CASE c.contype WHEN 'f' THEN 4 ELSE 2 END,
                           format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname),
                           format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,
                                  pg_get_constraintdef(c.oid))
                      FROM pg_constraint c
                     WHERE c.conrelid IN (SELECT name FROM loaded) AND c.contype IN ('p', 'u', 'f')
                       AND NOT EXISTS (SELECT FROM pg_constraint r WHERE r.confrelid = c.conrelid)
                     UNION ALL
                    SELECT 3, 'DROP INDEX ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
                      FROM pg_index i
                     WHERE i.indrelid IN (SELECT name FROM loaded)
                       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                     ORDER BY rank
                    """)) {
            while (found.next()) {
                dropping.add(found.getString("dropping"));
                restoring.add(found.getString("restoring"));
            }
        }
        try (var statement = owner.createStatement()) {
            for (String drop : dropping) {
                statement.execute(drop);
            }
        }
        return new Stripped(restoring);
    }

    /** Everything as it was; fails where the rows break a key or a reference. */
    void restore(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("SET maintenance_work_mem = '1GB'");
            for (String restore : restoring) {
                statement.execute(restore);
            }
        }
    }
}
