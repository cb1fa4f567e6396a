package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Ledger;

/** Database work that has begun is finished, whoever hangs up, through HTTP and on a pool of five. */
class CancelStormIT {

    private static final boolean FULL = "full".equals(System.getProperty("motcua.storm"));
    private static final int HANG_UPS = FULL ? 10_000 : 1_000;
    private static final int WELL_BEHAVED = FULL ? 2_000 : 200;
    private static final int ABANDONED = FULL ? 1_000 : 50;
    private static final int PROBES = 10;

    /** One of so many hung up on tells a whole past. */
    private static final int PASTS = 4;

    /** Of the filings that were hung up on; without the shield a third at most; full houses refuse some. */
    private static final double DONE_ALL_THE_SAME = 0.5;

    private static final long SEED = Long.getLong("motcua.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void losesNothingAndLeavesNothingHalfWhenCallersHangUp() throws Exception {
        var database = TestDatabase.empty();
        try (var service = RunningMotcua.on(database, "motcua.database.pool-size=5");
                var client = new Client(service.port());
                var ledger = new Ledger(folder.resolve("ledger"))) {
            var citizen = new Citizen(client, ledger);
            Call probe = citizen.look(citizen.settle(citizen.begin(citizen.filing()), Listener.nobody())
                    .id());
            var random = new Random(SEED);
            var storm = new Storm(
                    client,
                    citizen,
                    () -> random.nextInt(PASTS) == 0 ? citizen.telling() : citizen.filing(),
                    List.of(probe, figures(client)),
                    () -> citizen.settle(citizen.begin(citizen.filing()), Listener.nobody()),
                    SEED);
            storm.rage(HANG_UPS, WELL_BEHAVED);
            storm.calm();

            double abandoned = service.bean(MeterRegistry.class)
                    .get("motcua.database.abandoned.units")
                    .counter()
                    .count();
            int served = 0;
            for (int i = 0; i < PROBES; i++) {
                served += client.isServed(probe) ? 1 : 0;
            }
            var verdict = CheckerProcess.run(folder.resolve("ledger"), database, service.port(), probe);
            System.out.printf(
                    "RAN cancel-storm: seed=%d hang-ups=%d well-behaved=%d done-without-caller=%d/%d"
                            + " abandoned-units=%.0f probes=%d/%d %s%n",
                    SEED,
                    storm.hungUp(),
                    storm.filed(),
                    storm.replayed(),
                    storm.leftAlone(),
                    abandoned,
                    served,
                    PROBES,
                    verdict.report());
            assertThat(verdict.code()).describedAs(verdict.lines().toString()).isZero();
            assertThat(served).isEqualTo(PROBES);
            assertThat(storm.hungUp()).isGreaterThanOrEqualTo(HANG_UPS);
            assertThat(storm.filed()).isEqualTo(WELL_BEHAVED);
            assertThat(abandoned).isGreaterThanOrEqualTo(ABANDONED);
            assertThat(storm.replayed()).isGreaterThanOrEqualTo((int) (DONE_ALL_THE_SAME * storm.leftAlone()));
        }
    }

    private static Call figures(Client client) throws Exception {
        return Call.get(
                "/api/v1/on-time-rates?level=COMMUNE&unit=42&from=2026-01-01&to=2026-12-31", client.token("auditor"));
    }
}
