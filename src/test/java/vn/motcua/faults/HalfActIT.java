package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Call.Reply;
import vn.motcua.faults.client.Checker;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Citizen.Write;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Ledger;

/** Whichever of its tables fails, nothing of an act is kept, and the same key does it once the fault is gone. */
class HalfActIT {

    private static final List<String> FOR_EVER =
            List.of("dossier", "dossier_event", "code_registry", "dossier_party", "dossier_private", "idempotency");
    private static final List<String> TABLES = Stream.concat(
                    FOR_EVER.stream(), Stream.of("agency_day", "figure_delta", "figure_detail_day"))
            .toList();

    @TempDir
    static Path folder;

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static Client client;
    private static Ledger ledger;
    private static Citizen citizen;

    /** Figures are not folded: every delta stays where the act put it. */
    @BeforeAll
    static void starts() throws Exception {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database, "motcua.figures.fold-every=PT1H");
        client = new Client(service.port());
        ledger = new Ledger(folder.resolve("ledger"));
        citizen = new Citizen(client, ledger);
        try (var owner = database.owner();
                var statement = owner.createStatement()) {
            statement.execute("""
                CREATE FUNCTION refuse_for_a_test() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'refused for a test';
                END
                $$\
                """);
        }
    }

    @AfterAll
    static void stops() throws Exception {
        client.close();
        service.close();
        ledger.close();
        try (var owner = database.owner()) {
            assertThat(Checker.broken(Ledger.read(folder.resolve("ledger")), owner))
                    .isEmpty();
        }
    }

    /** An act, by the version of the dossier before it, and the tables that it writes. */
    enum Act {
        FILE(0, Stream.concat(FOR_EVER.stream(), Stream.of("figure_delta")).toList()),
        ACCEPT(
                1,
                List.of(
                        "dossier",
                        "dossier_event",
                        "code_registry",
                        "dossier_private",
                        "idempotency",
                        "agency_day",
                        "figure_delta")),
        ROUTE(
                1,
                List.of("dossier", "dossier_event", "dossier_party", "dossier_private", "idempotency", "figure_delta")),
        RECEIVE(2, List.of("dossier", "dossier_event", "idempotency", "figure_delta")),
        REFUSE(1, List.of("dossier", "dossier_event", "dossier_private", "idempotency", "figure_delta")),
        HAND_OVER(2, List.of("dossier", "dossier_event", "idempotency")),
        COMPLETE(3, List.of("dossier", "dossier_event", "dossier_private", "idempotency", "figure_delta")),
        RETURN(4, List.of("dossier", "dossier_event", "dossier_private", "idempotency"));

        private final int version;
        private final List<String> writes;

        Act(int version, List<String> writes) {
            this.version = version;
            this.writes = writes;
        }

        private Write prepared() throws Exception {
            return switch (this) {
                case FILE -> citizen.filing();
                case ROUTE -> citizen.routing(done(citizen.filingForNowhere()));
                case RECEIVE -> citizen.reception(reached(citizen.filingForElsewhere()));
                case REFUSE -> citizen.refusal(reached(citizen.filing()));
                case ACCEPT, HAND_OVER, COMPLETE, RETURN -> citizen.step(reached(citizen.filing()), version);
            };
        }

        /** The dossier at the version from which the act leads on. */
        private String reached(Write filing) throws Exception {
            String id = done(filing);
            for (int before = 1; before < version; before++) {
                done(citizen.step(id, before));
            }
            return id;
        }

        private static String done(Write write) throws Exception {
            return citizen.settle(citizen.begin(write), Listener.nobody()).id();
        }
    }

    /** The fault comes with the row, or as late as it can: with the commit. */
    static Stream<Arguments> actsAndTheirTables() {
        return Stream.of(Act.values())
                .flatMap(act -> act.writes.stream()
                        .flatMap(table ->
                                Stream.of("IMMEDIATE", "DEFERRED").map(when -> Arguments.of(act, table, when))));
    }

    @ParameterizedTest
    @MethodSource("actsAndTheirTables")
    void keepsNothingOfAnActThatFailsInOneTable(Act act, String table, String when) throws Exception {
        Write write = citizen.begin(act.prepared());
        try (var owner = database.owner()) {
            Map<String, String> before = contents(owner);
            execute(owner, """
                CREATE CONSTRAINT TRIGGER refused_for_a_test AFTER INSERT OR UPDATE ON %s
                DEFERRABLE INITIALLY %s FOR EACH ROW EXECUTE FUNCTION refuse_for_a_test()\
                """.formatted(table, when));
            try {
                Reply failed = citizen.send(write);
                assertThat(failed.problem()).contains("internal-error");
                assertThat(failed.status()).isEqualTo(500);
                assertThat(failed.body()).doesNotContain("refused for a test");
            } finally {
                execute(owner, "DROP TRIGGER refused_for_a_test ON " + table);
            }
            assertThat(contents(owner)).isEqualTo(before);

            Reply done = citizen.send(write);
            assertThat(done.status()).isIn(200, 201);
            assertThat(done.replayed()).isFalse();
            assertThat(changed(before, contents(owner))).containsExactlyInAnyOrderElementsOf(act.writes);
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return TABLES.stream()
                .filter(table -> !before.get(table).equals(after.get(table)))
                .toList();
    }

    /** Every row of every table, as a digest. */
    private static Map<String, String> contents(Connection owner) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String table : TABLES) {
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT md5(coalesce(string_agg(CAST(t AS text), ',' ORDER BY CAST(t AS text)), '')) FROM "
                                    + table + " t")) {
                assertThat(rows.next()).isTrue();
                contents.put(table, rows.getString(1));
            }
        }
        return contents;
    }
}
