package vn.motcua.calendar.db;

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

/** A database that has versions already keeps them, and says where they came from as far as it knows. */
class CalendarMigrationIT {

    @Test
    void versionsFromBeforeSayWhatIsKnownOfThem() throws SQLException {
        DatabaseAddress database = TestDatabase.empty();
        migrate(database, "28");
        try (Connection owner = database.owner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO calendar_version VALUES (2, '2019-12-31', '2027-12-31', 'Imported on 2026-11-21')");
            statement.execute("INSERT INTO calendar_day SELECT 2, day, kind, reason, source, status FROM calendar_day");
        }
        migrate(database, "latest");

        assertThat(rows(database, """
            SELECT version || ' ' || entered_as || ' ' || source || ' ' || status || ' ' || counts_from || ' ' || reaches_back
              FROM calendar_version
             ORDER BY version
            """))
                .containsExactly(
                        "1 MIGRATION Notices known on 2026-11-21 official 2019-12-31 false",
                        "2 IMPORT Imported on 2026-11-21 official 2019-12-31 false");
        assertThat(rows(
                        database,
                        "SELECT DISTINCT version || ' ' || part || ' ' || count(*) FROM calendar_day"
                                + " GROUP BY version, part"))
                .containsExactlyInAnyOrder("1 whole 97", "2 whole 97");
    }

    private static void migrate(DatabaseAddress database, String target) {
        Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .placeholders(Map.of("servingRole", "motcua_service"))
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> rows(DatabaseAddress database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection owner = database.owner();
                var found = owner.createStatement().executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
