package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dossier.application.Notices;
import vn.motcua.dossier.application.Notices.Between;
import vn.motcua.identity.Person;

/** However many dossiers somebody has, a page of notices reads about as many as it shows, whatever the planner knows. */
class NoticePlansIT {

    private static final Person ORGANISATION = new Person(Person.Kind.ORGANISATION, "0100000001", "Công ty Mẫu", "");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int SHOWN = 21;
    private static final Pattern ROWS_OF_EVENTS_OR_NOTICES =
            Pattern.compile(" on (?:notice|log_position|dossier_party|dossier_event) .*?rows=([0-9.]+) loops=([0-9]+)");

    private static Connection owner;

    @BeforeAll
    static void halfOfEverythingIsOneOrganisations() throws SQLException {
        DatabaseAddress database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .placeholders(Map.of("servingRole", "motcua_service"))
                .load()
                .migrate();
        owner = database.owner();
        try (var statement = owner.createStatement()) {
            for (String text :
                    List.of("ALTER TABLE dossier_event DISABLE TRIGGER USER", """
                        INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                            actor_kind, actor_ref, home_agency_id, receiving_unit, competent_agency_id, competent_unit, payload, digest)
                        SELECT gen_random_uuid(), d.id, s.sequence, 'ACCEPTED', 1, '2026-03-02', '2026-03-02', 'SYSTEM', '', 1, 1, 1,
                               1, '{}', sha256('')
                          FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 4000)) d, generate_series(1, 3) s (sequence)
                        """, """
                        INSERT INTO dossier_party (dossier_id, home_agency_id, kind, number)
                        SELECT dossier_id, 1, CASE WHEN n % 2 = 0 THEN 'ORGANISATION' ELSE 'CITIZEN' END,
                               CASE WHEN n % 2 = 0 THEN '0100000001' ELSE n::text END
                          FROM (SELECT dossier_id, row_number() OVER () AS n FROM dossier_event WHERE sequence = 1) d
                        """, """
                        INSERT INTO log_position (position, dossier_id, sequence)
                        SELECT row_number() OVER (ORDER BY sequence, dossier_id), dossier_id, sequence FROM dossier_event
                        """, "VACUUM ANALYZE")) {
                statement.execute(text);
            }
        }
    }

    @AfterAll
    static void leave() throws SQLException {
        owner.close();
    }

    @Test
    void aPageReadsWhatItShows() throws SQLException {
        for (long before : new long[] {Long.MAX_VALUE, 6_000}) {
            String plans = Plans.of(owner, NoticeQuery.page(ORGANISATION, DAY, new Between(0, before), SHOWN));
            assertThat(read(plans)).as(plans).isNotEmpty().allMatch(rows -> rows <= SHOWN);
        }
    }

    @Test
    void countingStopsAfterNinetyNine() throws SQLException {
        String plans = Plans.of(owner, NoticeQuery.count(ORGANISATION, DAY));
        assertThat(read(plans)).as(plans).isNotEmpty().allMatch(rows -> rows <= Notices.COUNTED + 1);
    }

    /** Of each table, by the plan for these values and by the one for any. */
    private static List<Double> read(String plans) {
        return ROWS_OF_EVENTS_OR_NOTICES
                .matcher(plans)
                .results()
                .map(NoticePlansIT::rows)
                .toList();
    }

    private static double rows(MatchResult scan) {
        return Double.parseDouble(scan.group(1)) * Integer.parseInt(scan.group(2));
    }
}
