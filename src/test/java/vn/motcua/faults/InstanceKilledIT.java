package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Eventually;
import vn.motcua.faults.client.Ledger;

/** One of two instances is killed under load, the one that holds the leases; the other goes on for both. */
class InstanceKilledIT {

    private static final int KILLS = "full".equals(System.getProperty("motcua.storm")) ? 6 : 1;
    private static final int FILINGS_A_SECOND = 20;
    private static final int ACTS_BETWEEN = 100;
    private static final Duration BOUND = Duration.ofSeconds(60);
    /** One instance has the work of two, and the machine may have other work. */
    private static final Set<String> BUSY = Set.of("503 overloaded", "503 outcome-unknown");

    private static final long SEED = Long.getLong("motcua.seed", System.nanoTime());

    @TempDir
    Path folder;

    private final AtomicReferenceArray<MotcuaProcess> instances = new AtomicReferenceArray<>(2);
    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void losesNothingAcknowledgedAndTheSurvivorGoesOnForBoth() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        instances.set(0, start(database));
        awaitHolder(database);
        instances.set(1, start(database));
        List<Long> takenOver = new ArrayList<>();
        try (var client = new Client(this::next);
                var ledger = new Ledger(folder.resolve("ledger"))) {
            var citizen = new Citizen(client, ledger);
            Call probe = citizen.look(citizen.settle(citizen.begin(citizen.filing()), Listener.nobody())
                    .id());
            var traffic = new Traffic(citizen, SEED);
            try (traffic) {
                traffic.start(FILINGS_A_SECOND);
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitActs(traffic);
                    takenOver.add(killTheHolder(database, kill % 2));
                    awaitActs(traffic);
                    instances.set(kill % 2, start(database));
                }
                awaitActs(traffic);
            }
            var verdict = CheckerProcess.run(
                    folder.resolve("ledger"), database, instances.get(0).port(), probe);
            System.out.printf(
                    "RAN instance-killed: seed=%d kills=%d taken-over-ms=%s answers=%s %s%n",
                    SEED, KILLS, takenOver, traffic.refusals(), verdict.report());
            assertThat(verdict.code()).describedAs(verdict.lines().toString()).isZero();
            assertThat(traffic.refusals().keySet())
                    .allMatch(answer -> answer.startsWith("cut: ") || BUSY.contains(answer));
        } finally {
            instances.get(0).close();
            instances.get(1).close();
        }
    }

    private MotcuaProcess start(DatabaseAddress database) throws Exception {
        return MotcuaProcess.on(database, folder.resolve("instances.log"));
    }

    /** Each try goes to the instance that the one before did not go to. */
    private int next() {
        return instances.get(turn.getAndIncrement() & 1).port();
    }

    private static void awaitHolder(DatabaseAddress database) throws Exception {
        assertThat(Eventually.comesTrue(BOUND, () -> LeasesOf.holders(database).size() == LeasesOf.all(database)))
                .isTrue();
    }

    /** Answers how long it took until every lease had another holder; the load has its part in it. */
    private long killTheHolder(DatabaseAddress database, int victim) throws Exception {
        Map<String, UUID> before = LeasesOf.holders(database);
        assertThat(before).hasSize((int) LeasesOf.all(database));
        assertThat(LeasesOf.shownBy(instances.get(victim))).isEqualTo(before.size());
        long killed = System.nanoTime();
        instances.get(victim).kill();
        assertThat(Eventually.comesTrue(
                        BOUND,
                        () -> LeasesOf.holders(database).values().stream().noneMatch(before.values()::contains)))
                .isTrue();
        return Duration.ofNanos(System.nanoTime() - killed).toMillis();
    }

    private static void awaitActs(Traffic traffic) throws InterruptedException {
        int before = traffic.done();
        assertThat(Eventually.comesTrue(BOUND, () -> traffic.done() >= before + ACTS_BETWEEN))
                .isTrue();
    }
}
