package vn.motcua.calendar.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.motcua.OldDatabase;

/** A database that has versions already keeps them, and says where they came from as far as it knows. */
class CalendarMigrationIT {

    @Test
    void versionsFromBeforeSayWhatIsKnownOfThem() throws SQLException {
        OldDatabase database = OldDatabase.at("28")
                .run(
                        "INSERT INTO calendar_version VALUES (2, '2019-12-31', '2027-12-31', 'Imported on 2026-11-21')",
                        "INSERT INTO calendar_day SELECT 2, day, kind, reason, source, status FROM calendar_day")
                .migrate("latest");

        assertThat(database.rows("""
            SELECT version || ' ' || entered_as || ' ' || source || ' ' || status || ' ' || counts_from || ' ' || reaches_back
              FROM calendar_version
             ORDER BY version
            """))
                .containsExactly(
                        "1 MIGRATION Notices known on 2026-11-21 official 2019-12-31 false",
                        "2 IMPORT Imported on 2026-11-21 official 2019-12-31 false");
        assertThat(database.rows("SELECT DISTINCT version || ' ' || part || ' ' || count(*) FROM calendar_day"
                        + " GROUP BY version, part"))
                .containsExactlyInAnyOrder("1 whole 97", "2 whole 97");
    }
}
