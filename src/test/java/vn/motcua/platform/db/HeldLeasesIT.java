package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;

/** How an instance comes by leases, and how it leaves them. */
@ExtendWith(OutputCaptureExtension.class)
class HeldLeasesIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String FOLD = "figures-fold";

    private static DatabaseAddress database;
    private static RunningMotcua service;

    private HeldLeases leases;

    /** The instance itself takes no part. */
    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        end(service.bean(HeldLeases.class)).join();
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @BeforeEach
    void nobodyHoldsAnything() throws SQLException {
        update("UPDATE lease SET holder = NULL");
        leases = new HeldLeases(service.bean(LeaseTable.class), new SimpleMeterRegistry());
        leases.start();
    }

    @Test
    void whoEndsWaitsForTheLookThatIsUnderWayAndHoldsNothingAfterwards() throws Exception {
        Mono<Void> look = leases.look();
        look.block();
        long all = number("SELECT count(*) FROM lease");
        assertThat(held()).isEqualTo(all);
        update("UPDATE lease SET holder = NULL WHERE name = '" + FOLD + "'");
        CompletableFuture<Void> ended;
        try (Connection other = database.owner()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT FROM lease WHERE name = '" + FOLD + "' FOR UPDATE");
            CompletableFuture<Void> underWay = look.toFuture();
            assertThat(Eventually.comesTrue(BOUND, HeldLeasesIT::somebodyWaits)).isTrue();
            ended = end(leases);
            assertThat(held()).as("until the look has ended").isEqualTo(all - 1);
            other.commit();
            underWay.join();
        }
        ended.join();
        assertThat(held()).isZero();
    }

    @Test
    void whatFailsAgainAndAgainIsSaidOnceAndOnceMoreAfterItWentWell(CapturedOutput output) {
        leases.look().block();
        turn(Mono.error(new IllegalStateException()));
        turn(Mono.error(new IllegalStateException()));
        assertThat(output.getAll().split("Turns of figures-fold fail: IllegalStateException", -1))
                .hasSize(2);
        turn(Mono.error(new IllegalArgumentException()));
        assertThat(output).contains("Turns of figures-fold fail: IllegalArgumentException");
        turn(Mono.just(1));
        turn(Mono.just(1));
        assertThat(output.getAll().split("A turn of figures-fold went well again", -1))
                .hasSize(2);
        turn(Mono.error(new IllegalStateException()));
        assertThat(output.getAll().split("Turns of figures-fold fail: IllegalStateException", -1))
                .hasSize(3);
        end(leases).join();
    }

    private void turn(Mono<?> work) {
        leases.turn(FOLD, lease -> work).block();
    }

    private static CompletableFuture<Void> end(HeldLeases leases) {
        var ended = new CompletableFuture<Void>();
        leases.stop(() -> ended.complete(null));
        return ended;
    }

    private static long held() throws SQLException {
        return number("SELECT count(*) FROM lease WHERE holder IS NOT NULL");
    }

    private static boolean somebodyWaits() throws SQLException {
        return number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0;
    }

    private static long number(String query) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void update(String statement) throws SQLException {
        try (var owner = database.owner()) {
            owner.createStatement().execute(statement);
        }
    }
}
