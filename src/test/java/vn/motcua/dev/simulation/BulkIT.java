package vn.motcua.dev.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.Api;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dev.simulation.Bulk.Loaded;
import vn.motcua.faults.client.DatabaseRules;
import vn.motcua.faults.client.Rule;
import vn.motcua.platform.StartRefused;

/** Two years in bulk, the reorganisation of 2025-07-01 inside. */
class BulkIT {

    private static final int DOSSIERS = 3000;
    private static final LocalDate FROM = LocalDate.of(2024, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static List<String> structure;
    private static Loaded loaded;

    @BeforeAll
    static void loads() throws Exception {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        structure = Logs.structure(database);
        loaded = service.bean(BulkCommand.class).bulk().load(1, DOSSIERS, FROM, TO);
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    /** But for words, which are erased, and for answers, which are forgotten. */
    @Test
    void everyRuleOfTheDatabaseHolds() throws Exception {
        List<String> broken = new ArrayList<>();
        try (var owner = database.owner()) {
            for (Rule rule : DatabaseRules.ALL) {
                broken.addAll(rule.broken(Map.of(), owner));
            }
        }
        assertThat(broken)
                .filteredOn(
                        line -> !line.contains("lacks its words, first answer") && !line.contains("words and event"))
                .isEmpty();
    }

    @Test
    void asManyAsWereAskedForAreFiledOnTheDaysThatWereAskedFor() throws SQLException {
        assertThat(loaded.dossiers()).isEqualTo(DOSSIERS);
        assertThat(one("""
            SELECT count(*) || ' ' || min(CAST(filed_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)) || ' '
                   || max(CAST(filed_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)) FROM dossier
            """)).startsWith(DOSSIERS + " 2024-07-0").contains(" 2026-06-");
        assertThat(one("SELECT count(*) FROM dossier_event WHERE recorded_at < '2026-07-01'"))
                .isEqualTo(String.valueOf(loaded.events()));
    }

    @Test
    void oldUnitsReceiveBeforeTheReorganisationAndNewOnesSince() throws SQLException {
        assertThat(one("""
            SELECT count(*) FILTER (WHERE u.valid_to = '2025-06-30') > 0 AND count(*) FILTER (WHERE u.valid_to IS NULL) > 0
                   AND bool_and(CAST(d.filed_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)
                                BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity'))
              FROM dossier d JOIN administrative_unit u ON u.version = d.competent_unit
            """)).isEqualTo("t");
    }

    @Test
    void theLoadIsShapedAsTheCountrys() throws SQLException {
        assertThat(share("channel = 'ONLINE'")).isBetween(0.55, 0.8);
        assertThat(share("status = 3")).isBetween(0.01, 0.05);
        assertThat(share("status IN (1, 2, 4)")).isBetween(0.001, 0.1);
        assertThat(share("home_agency_id <> competent_agency_id")).isBetween(0.002, 0.1);
        assertThat(share("finished_at < accepted_at + interval '1 hour'")).isBetween(0.1, 0.4);
        assertThat(share("CAST(finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) > due_day"))
                .isBetween(0.0005, 0.03);
    }

    @Test
    void everythingThatGuardsTheTablesIsBack() throws SQLException {
        assertThat(Logs.structure(database)).containsExactlyElementsOf(structure);
    }

    @Test
    void theDatabaseSaysThatItWasSimulatedAndIsLoadedOnce() throws SQLException {
        assertThat(one("SELECT count(*) FROM simulated_clock")).isEqualTo("1");
        assertThatThrownBy(() -> service.bean(BulkCommand.class).bulk().load(1, 10, FROM, TO))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("new database");
    }

    @Test
    void daysThatNobodyKnowsLeaveADatabaseAsItWas() throws Exception {
        DatabaseAddress untouched = TestDatabase.empty();
        try (var other = RunningMotcua.on(untouched)) {
            assertThatThrownBy(() -> other.bean(BulkCommand.class).bulk().load(1, 10, FROM, LocalDate.of(2199, 1, 1)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("working calendar");
            assertThat(Logs.texts(untouched, "SELECT count(*) FROM simulated_clock"))
                    .containsExactly("0");
            try (var owner = untouched.owner();
                    var statement = owner.createStatement()) {
                statement.execute("ALTER TABLE dossier_event DROP CONSTRAINT dossier_event_pkey");
            }
            assertThatThrownBy(() -> other.bean(BulkCommand.class).bulk().load(1, 10, FROM, TO))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("broken off");
        }
    }

    @Test
    void aDeskGoesOnWithWhatWasLoaded() throws SQLException {
        Api api = new Api(service.port());
        String id = one("SELECT id FROM dossier WHERE status = 4 ORDER BY id LIMIT 1");
        String agency = one("SELECT competent_agency_id FROM dossier WHERE id = '" + id + "'");
        String version = one("SELECT version FROM dossier WHERE id = '" + id + "'");
        String officer = api.token("officer&agency=" + agency);
        api.get(officer, "/api/v1/dossiers/" + id + "/events").is(200);
        api.step(
                        officer,
                        id,
                        "completion",
                        Integer.parseInt(version),
                        "{\"reason\": \"Không đủ điều kiện\", \"signedBy\": \"Nguyễn Văn Ký\"}")
                .is(200);
    }

    private static String one(String query) throws SQLException {
        return Logs.texts(database, query).getFirst();
    }

    private static double share(String condition) throws SQLException {
        return Double.parseDouble(
                one("SELECT CAST(count(*) FILTER (WHERE " + condition + ") AS float) / count(*) FROM dossier"));
    }
}
