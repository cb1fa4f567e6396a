package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dev.EmbeddedServer;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Eventually;
import vn.motcua.faults.client.Ledger;

/** The database's process is killed under load; whatever was acknowledged is there afterwards, and nobody need help. */
class DatabaseKilledIT {

    private static final int KILLS = "full".equals(System.getProperty("motcua.storm")) ? 5 : 2;
    private static final int FILINGS_A_SECOND = 30;
    private static final int ACTS_BETWEEN = 120;
    private static final int NOTICED = 10;
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long SEED = Long.getLong("motcua.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedActAndRecoversByItself() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(folder, TestDatabase.binaries());
        DatabaseAddress database = server.prepare("motcua");
        try (var service = RunningMotcua.on(database);
                var client = new Client(service.port());
                var ledger = new Ledger(folder.resolve("ledger"))) {
            var citizen = new Citizen(client, ledger);
            Call probe = citizen.look(citizen.settle(citizen.begin(citizen.filing()), Listener.nobody())
                    .id());
            List<String> recovered = new ArrayList<>();
            var traffic = new Traffic(citizen, SEED);
            try (traffic) {
                traffic.start(FILINGS_A_SECOND);
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitActs(traffic, ACTS_BETWEEN);
                    long killed = System.nanoTime();
                    killPostmaster();
                    awaitNotice(traffic);
                    server.close();
                    server = EmbeddedServer.start(folder, TestDatabase.binaries(), database.port());
                    long up = System.nanoTime();
                    awaitActAfter(up, traffic);
                    recovered.add(millis(killed, up) + "+" + millis(up, System.nanoTime()));
                }
                awaitActs(traffic, ACTS_BETWEEN);
            }
            var verdict = CheckerProcess.run(folder.resolve("ledger"), database, service.port(), probe);
            System.out.printf(
                    "RAN database-killed: seed=%d kills=%d answers=%s down+recovery-ms=%s %s%n",
                    SEED, KILLS, traffic.refusals(), recovered, verdict.report());
            assertThat(verdict.code()).describedAs(verdict.lines().toString()).isZero();
            assertThat(traffic.refusals().keySet())
                    .isSubsetOf("503 database-unavailable", "503 outcome-unknown")
                    .contains("503 database-unavailable");
        } finally {
            server.close();
        }
    }

    private static void awaitActs(Traffic traffic, int more) throws InterruptedException {
        int before = traffic.done();
        assertThat(Eventually.comesTrue(BOUND, () -> traffic.done() >= before + more))
                .isTrue();
    }

    private static void awaitNotice(Traffic traffic) throws InterruptedException {
        int before = traffic.unavailable();
        assertThat(Eventually.comesTrue(BOUND, () -> traffic.unavailable() >= before + NOTICED))
                .isTrue();
    }

    private static void awaitActAfter(long moment, Traffic traffic) throws InterruptedException {
        assertThat(Eventually.comesTrue(BOUND, () -> traffic.lastDone() > moment))
                .isTrue();
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    /** Its children notice that it is gone and end by themselves; a new one waits for that. */
    private void killPostmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = postmaster.descendants().toList();
        assertThat(postmaster.destroyForcibly()).isTrue();
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
    }
}
