package vn.motcua.calendar;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dev.DatabaseAddress;

/** New versions of the calendar in a database, made by its owner. */
public final class CalendarVersions {

    private CalendarVersions() {}

    /** The version after the newest, known until a day, in which days are off that were worked, or the other way. */
    public static int next(DatabaseAddress database, LocalDate knownUntil, LocalDate... turned) {
        try (Connection owner = database.owner()) {
            run(owner, """
                INSERT INTO calendar_version (version, known_from, known_until, note, source, status, counts_from,
                                              entered_as)
                SELECT version + 1, known_from, ?, 'test', 'test', 'official', known_from, 'MIGRATION' FROM calendar_version ORDER BY version DESC LIMIT 1
                """, knownUntil);
            run(owner, """
                INSERT INTO calendar_day (version, day, kind, reason, source, status)
                SELECT version + 1, day, kind, reason, source, status
                  FROM calendar_day
                 WHERE version = (SELECT max(version) - 1 FROM calendar_version) AND NOT day = ANY(?)
                """, owner.createArrayOf("date", turned));
            for (LocalDate day : turned) {
                run(owner, """
                    INSERT INTO calendar_day (version, day, kind, reason, source, status)
                    SELECT v.version, t.day, CASE WHEN extract(isodow FROM t.day) < 6 THEN 'off' ELSE 'work' END, 'test',
                           'test', 'official'
                      FROM (SELECT max(version) AS version FROM calendar_version) AS v
                     CROSS JOIN (SELECT CAST(? AS date) AS day) AS t
                     WHERE NOT EXISTS (SELECT FROM calendar_day d WHERE d.version = v.version - 1 AND d.day = t.day)
                    """, day);
            }
            run(owner, "UPDATE reference_version SET version = version + 1 WHERE capability = 'calendar'");
            try (var rows = owner.createStatement().executeQuery("SELECT max(version) FROM calendar_version")) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The last day that the newest version knows. */
    public static LocalDate knownUntil(DatabaseAddress database) {
        return days(database, """
            SELECT known_until FROM calendar_version ORDER BY version DESC LIMIT 1
            """).getFirst();
    }

    /** The next ten weekdays of which the newest version says nothing, so that turning them takes them off. */
    public static List<LocalDate> ordinaryDaysAfter(DatabaseAddress database, LocalDate day) {
        return days(database, """
            SELECT CAST(s.day AS date)
              FROM generate_series(CAST(? AS date) + 1, CAST(? AS date) + 60, interval '1 day') AS s (day)
             WHERE extract(isodow FROM s.day) < 6
               AND NOT EXISTS (SELECT
                                 FROM calendar_day d
                                WHERE d.version = (SELECT max(version) FROM calendar_version) AND d.day = s.day)
             ORDER BY s.day
             LIMIT 10
            """, day, day);
    }

    private static List<LocalDate> days(DatabaseAddress database, String query, Object... values) {
        try (Connection owner = database.owner();
                PreparedStatement prepared = owner.prepareStatement(query)) {
            for (int at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            List<LocalDate> days = new ArrayList<>();
            try (var rows = prepared.executeQuery()) {
                while (rows.next()) {
                    days.add(rows.getObject(1, LocalDate.class));
                }
            }
            return days;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(Connection owner, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = owner.prepareStatement(statement)) {
            for (int at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            prepared.executeUpdate();
        }
    }

    /** Whether every running dossier was brought up to a version. */
    public static boolean isDone(DatabaseAddress database, int version) {
        try (Connection owner = database.owner();
                var rows = owner.createStatement().executeQuery("""
                    SELECT calendar_version, ended_at IS NOT NULL FROM deadline_recomputation ORDER BY id DESC LIMIT 1
                    """)) {
            return rows.next() && rows.getInt(1) == version && rows.getBoolean(2);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
