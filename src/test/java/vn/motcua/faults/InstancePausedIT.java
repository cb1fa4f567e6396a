package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.HandHeld;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Eventually;
import vn.motcua.faults.client.Ledger;

/**
 * The holder of the leases stands still, is followed, and goes on: it still believes, and nothing believes it. Whether it looks
 * or works first when it goes on is chance; that each fence refuses the one that was followed is for {@code LogPositionsIT},
 * {@code FiguresIT} and {@code IdempotencyTableIT}.
 */
class InstancePausedIT {

    private static final int FILINGS = 20;
    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void writesNothingUnderTheLeaseThatItLostAndStandsBy() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        try (var paused = MotcuaProcess.on(database, folder.resolve("paused.log"))) {
            assertThat(Eventually.comesTrue(BOUND, () -> LeasesOf.shownBy(paused) == LeasesOf.all(database)))
                    .isTrue();
            try (var other = RunningMotcua.on(database);
                    var client = new Client(other.port());
                    var ledger = new Ledger(folder.resolve("ledger"))) {
                Map<String, UUID> before = LeasesOf.holders(database);
                long stopped = System.nanoTime();
                paused.pause();
                assertThat(Eventually.comesTrue(BOUND, () -> followed(before, database)))
                        .isTrue();
                long takenOver = System.nanoTime() - stopped;
                resumesWhileNobodyElseWorks(database, paused, new Citizen(client, ledger));
                assertThat(Eventually.comesTrue(BOUND, () -> waiting(database).equals(List.of(0L, 0L))))
                        .isTrue();
                System.out.printf(
                        "RAN instance-paused: taken-over-ms=%d%n",
                        Duration.ofNanos(takenOver).toMillis());
            }
        }
    }

    /** The test holds both leases, so that whatever is written is written by the one that was paused. */
    private static void resumesWhileNobodyElseWorks(DatabaseAddress database, MotcuaProcess paused, Citizen citizen)
            throws Exception {
        try (var numbering = HandHeld.take(database, "log-positions");
                var folding = HandHeld.take(database, "figures-fold")) {
            for (int filing = 0; filing < FILINGS; filing++) {
                String id = act(citizen, citizen.filing());
                act(citizen, citizen.step(id, 1));
            }
            List<Long> all = waiting(database);
            assertThat(all).first().isEqualTo(2L * FILINGS);
            assertThat(all).last().satisfies(deltas -> assertThat(deltas).isPositive());
            paused.resume();
            assertThat(Eventually.comesTrue(BOUND, () -> LeasesOf.shownBy(paused) == 0))
                    .isTrue();
            assertThat(waiting(database)).isEqualTo(all);
            assertThat(LeasesOf.holders(database))
                    .containsEntry("log-positions", numbering.lease().holder())
                    .containsEntry("figures-fold", folding.lease().holder());
        }
    }

    private static String act(Citizen citizen, Citizen.Write write) throws InterruptedException {
        return citizen.settle(citizen.begin(write), Listener.nobody()).id();
    }

    private static boolean followed(Map<String, UUID> before, DatabaseAddress database) throws SQLException {
        return LeasesOf.holders(database).values().stream().noneMatch(before.values()::contains);
    }

    /** Events without a position, and deltas that are not folded. */
    private static List<Long> waiting(DatabaseAddress database) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery("""
                    SELECT (SELECT count(*) FROM dossier_event) - (SELECT count(*) FROM log_position)
                     UNION ALL SELECT count(*) FROM figure_delta
                    """)) {
            List<Long> waiting = new ArrayList<>();
            while (rows.next()) {
                waiting.add(rows.getLong(1));
            }
            return waiting;
        }
    }
}
