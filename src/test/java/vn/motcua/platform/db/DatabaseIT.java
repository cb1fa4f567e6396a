package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dev.EmbeddedServer;
import vn.motcua.faults.client.Eventually;

/** The door to the database, with limits so short that each can be met. */
class DatabaseIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int POOL = 2;
    private static final int IN_FLIGHT = 3;
    private static final DatabaseProperties LIMITS = new DatabaseProperties(
            POOL,
            1,
            IN_FLIGHT,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(4),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5));

    /** Holds whoever asks for it, as long as the test holds it. */
    private static final long GATE = 4711;

    @TempDir
    static Path folder;

    private static EmbeddedServer server;
    private static DatabaseAddress address;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private ConnectionPool requests;
    private ConnectionPool jobs;
    private Database db;

    @BeforeAll
    static void startsAServerOfItsOwn() throws Exception {
        server = EmbeddedServer.start(folder, TestDatabase.binaries());
        address = server.prepare("motcua");
        try (var owner = address.owner();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE note (text text PRIMARY KEY)");
            statement.execute("GRANT SELECT, INSERT ON note TO " + DatabaseAddress.SERVICE);
        }
    }

    @AfterAll
    static void stops() throws IOException {
        server.close();
    }

    @BeforeEach
    void opens() {
        var config = new DatabaseConfig();
        requests = config.requestPool(address, LIMITS);
        jobs = config.jobPool(address, LIMITS);
        db = config.database(address, requests, jobs, LIMITS, BulkheadRegistry.ofDefaults(), meters);
    }

    @AfterEach
    void closes() {
        requests.dispose();
        jobs.dispose();
    }

    @Test
    void goesOnWhenTheCallersPatienceEnds() throws Exception {
        try (var gate = gate()) {
            assertThat(outcome(noteBehindTheGate("patience").toFuture())).isInstanceOf(OutcomeUnknown.class);
            assertThat(db.inFlight()).isEqualTo(1);
            assertThat(gate.isClosed()).isFalse();
        }
        assertThat(Eventually.comesTrue(BOUND, () -> isNoted("patience"))).isTrue();
        awaitRest();
    }

    @Test
    void goesOnWhenTheCallerLeaves() throws Exception {
        try (var gate = gate()) {
            CompletableFuture<?> caller = noteBehindTheGate("left").toFuture();
            assertThat(Eventually.comesTrue(BOUND, DatabaseIT::somebodyWaits)).isTrue();
            caller.cancel(true);
            assertThat(abandoned()).isEqualTo(1);
            assertThat(db.inFlight()).isEqualTo(1);
            assertThat(gate.isClosed()).isFalse();
        }
        assertThat(Eventually.comesTrue(BOUND, () -> isNoted("left"))).isTrue();
        awaitRest();
    }

    @Test
    void takesInJobsButNoRequestsOnceItIsFull() throws Exception {
        try (var gate = gate()) {
            var held = List.of(
                    noteBehindTheGate("one").toFuture(),
                    noteBehindTheGate("two").toFuture(),
                    noteBehindTheGate("three").toFuture());
            assertThat(db.inFlight()).isEqualTo(IN_FLIGHT);
            assertThat(outcome(db.act(Sql.of("INSERT INTO note VALUES ('refused')"), row -> row)
                            .toFuture()))
                    .isInstanceOf(Overloaded.class);
            assertThat(outcome(db.job(statements -> statements.run(Sql.of("SELECT 1 AS one"), row -> row))
                            .toFuture()))
                    .isNull();
            assertThat(held).hasSize(IN_FLIGHT);
            assertThat(gate.isClosed()).isFalse();
        }
        awaitRest();
        assertThat(isNoted("refused")).isFalse();
        assertThat(List.of(isNoted("one"), isNoted("two"), isNoted("three"))).containsOnly(true);
        assertThat(works()).isTrue();
    }

    @Test
    void closesTheConnectionOfAUnitWhoseServerProcessIsFrozen() throws Exception {
        assertThat(works()).isTrue();
        long frozen = frozenBackend();
        try {
            List<CompletableFuture<List<Integer>>> callers = List.of(slow().toFuture(), slow().toFuture());
            assertThat(callers).anySatisfy(caller -> assertThat(outcome(caller)).isInstanceOf(OutcomeUnknown.class));
            assertThat(db.inFlight()).isEqualTo(1);
            assertThat(Eventually.comesTrue(BOUND, () -> {
                        db.closeOverdueUnits().toFuture().get(1, TimeUnit.SECONDS);
                        return db.inFlight() == 0;
                    }))
                    .isTrue();
            for (int i = 0; i < 2 * POOL; i++) {
                assertThat(works()).isTrue();
            }
        } finally {
            signal("-CONT", frozen);
        }
    }

    @Test
    void saysThatNothingWasKeptWhenTheServerStopsTheWork() throws Exception {
        try (var gate = gate()) {
            var patient = new DatabaseProperties(
                    POOL,
                    1,
                    IN_FLIGHT,
                    LIMITS.acquireTimeout(),
                    BOUND,
                    Duration.ofMillis(300),
                    Duration.ofMillis(200),
                    LIMITS.jobTimeout(),
                    LIMITS.unitLimit());
            var config = new DatabaseConfig();
            ConnectionPool pool = config.requestPool(address, patient);
            db = config.database(
                    address, pool, jobs, patient, BulkheadRegistry.ofDefaults(), new SimpleMeterRegistry());
            assertThat(outcome(noteBehindTheGate("lock").toFuture())).isInstanceOf(DatabaseUnavailable.class);
            assertThat(outcome(db.act(
                                    Sql.of("INSERT INTO note SELECT 'slow' FROM pg_sleep(20) RETURNING text"),
                                    row -> row)
                            .toFuture()))
                    .isInstanceOf(DatabaseUnavailable.class);
            pool.dispose();
            assertThat(gate.isClosed()).isFalse();
        }
        assertThat(List.of(isNoted("lock"), isNoted("slow"))).containsOnly(false);
    }

    @Test
    void tellsAConnectionThatEndedFromWorkThatIsWrong() throws Exception {
        assertThat(outcome(db.act(Sql.of("SELECT pg_terminate_backend(pg_backend_pid())"), row -> row)
                        .toFuture()))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(Eventually.comesTrue(BOUND, this::works)).isTrue();
        assertThat(outcome(db.act(Sql.of("SELECT 1 / 0 AS one"), row -> row).toFuture()))
                .isNotInstanceOfAny(OutcomeUnknown.class, DatabaseUnavailable.class);
    }

    @Test
    void rollsAJobBackAsAWhole() throws Exception {
        var wrong = db.job(statements -> statements
                .run(Sql.of("INSERT INTO note VALUES ('first') RETURNING text"), row -> row)
                .then(statements.run(Sql.of("INSERT INTO note VALUES (NULL) RETURNING text"), row -> row)));
        assertThat(outcome(wrong.toFuture())).isNotNull();
        assertThat(isNoted("first")).isFalse();
        var right = db.job(statements -> statements
                .run(Sql.of("INSERT INTO note VALUES ('first') RETURNING text"), row -> row)
                .then(statements.run(Sql.of("INSERT INTO note VALUES ('second') RETURNING text"), row -> row)));
        right.toFuture().get(BOUND.toSeconds(), TimeUnit.SECONDS);
        assertThat(List.of(isNoted("first"), isNoted("second"))).containsOnly(true);
    }

    private Mono<List<Integer>> one() {
        return db.read(Sql.of("SELECT 1 AS one"), row -> Rows.required(row, "one", Integer.class));
    }

    private Mono<List<Integer>> slow() {
        return db.read(Sql.of("SELECT 1 AS one FROM pg_sleep(0.2)"), row -> Rows.required(row, "one", Integer.class));
    }

    private boolean works() throws Exception {
        return one().toFuture().get(BOUND.toSeconds(), TimeUnit.SECONDS).equals(List.of(1));
    }

    private Mono<List<String>> noteBehindTheGate(String text) {
        return db.act(
                Sql.of("""
                    INSERT INTO note (text)
                    SELECT CAST(:text AS text) FROM pg_advisory_xact_lock_shared(:gate)
                    RETURNING text
                    """).bind("text", text).bind("gate", GATE), row -> Rows.required(row, "text", String.class));
    }

    private double abandoned() {
        return meters.get("motcua.database.abandoned.units").counter().count();
    }

    private void awaitRest() throws InterruptedException {
        assertThat(Eventually.comesTrue(BOUND, () -> db.inFlight() == 0)).isTrue();
    }

    private static Throwable outcome(CompletableFuture<?> caller) throws Exception {
        try {
            caller.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    /** Shut until it is closed. */
    private static Connection gate() throws SQLException {
        Connection gate = address.owner();
        try (var statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + GATE + ")");
        }
        return gate;
    }

    private static boolean isNoted(String text) throws SQLException {
        return asked("SELECT count(*) FROM note WHERE text = '" + text + "'") == 1;
    }

    private static boolean somebodyWaits() throws SQLException {
        return asked("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0;
    }

    private static long asked(String query) throws SQLException {
        try (var service = address.service();
                var statement = service.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    /** One of the two connections of the pool, both of them open. */
    private long frozenBackend() throws Exception {
        try (var gate = gate()) {
            var both = List.of(
                    noteBehindTheGate("a").toFuture(), noteBehindTheGate("b").toFuture());
            assertThat(Eventually.comesTrue(
                            BOUND,
                            () -> asked("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                                    == POOL))
                    .isTrue();
            assertThat(both).hasSize(POOL);
            assertThat(gate.isClosed()).isFalse();
        }
        awaitRest();
        long pid = asked("SELECT min(pid) FROM pg_stat_activity WHERE application_name = 'motcua-requests'");
        signal("-STOP", pid);
        return pid;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, String.valueOf(pid)).start().waitFor())
                .isZero();
    }
}
