package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Write;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Ledger;

/** The same storm on work that is not shielded does damage, and the damage is found. */
class ControlStormIT {

    private static final int ROUNDS = 5;
    private static final int HANG_UPS = 500;
    private static final int WELL_BEHAVED = 36;
    private static final int PROBES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long SEED = Long.getLong("motcua.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void killsThePoolOfWhoeverReadsWithoutAShield() throws Exception {
        assertThat(damage(List.of(Control.READ), Control::filing))
                .anySatisfy(line -> assertThat(line).startsWith("I10: "));
    }

    @Test
    void losesOrHalvesTheWritesOfWhoeverOpensTransactionsWithoutAShield() throws Exception {
        assertThat(damage(List.of(), Control::note))
                .anySatisfy(line -> assertThat(line).matches("I[15]: .*"));
    }

    /** Of the first round that does any. */
    private List<String> damage(List<Call> reads, Supplier<Write> ofTheWellBehaved) throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        try (var owner = database.owner();
                var service = RunningMotcua.on(database, List.of(Control.class));
                var client = new Client(service.port(), PATIENCE);
                var ledger = new Ledger(folder.resolve("ledger"))) {
            Control.createTables(owner);
            var citizen = new Citizen(client, ledger);
            List<String> broken = new ArrayList<>();
            for (int round = 1; broken.isEmpty() && round <= ROUNDS; round++) {
                new Storm(
                                client,
                                citizen,
                                Control::filing,
                                reads,
                                () -> sendOnce(citizen, citizen.begin(ofTheWellBehaved.get())),
                                SEED + round)
                        .rage(HANG_UPS, WELL_BEHAVED);
                broken.addAll(Control.broken(Ledger.read(folder.resolve("ledger")), owner));
                long served = served(client);
                if (served < PROBES) {
                    broken.add("I10: " + served + " of " + PROBES + " probes served");
                }
                System.out.printf(
                        "RAN control-storm: seed=%d round=%d lost=%d half=%d probes=%d/%d%n",
                        SEED, round, count(broken, "I1: "), count(broken, "I5: "), served, PROBES);
            }
            return broken;
        } finally {
            Control.endWhatWasLeftOpen(database);
        }
    }

    private static void sendOnce(Citizen citizen, Write filing) throws InterruptedException {
        try {
            citizen.send(filing);
        } catch (IOException unanswered) {
            assertThat(unanswered).isNotNull();
        }
    }

    /** At once: a pool that is dead makes each of them wait. */
    private static long served(Client client) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, PROBES)
                    .mapToObj(number -> threads.submit(() -> client.isServed(Control.READ)))
                    .toList()
                    .stream()
                    .filter(ControlStormIT::wasServed)
                    .count();
        }
    }

    private static boolean wasServed(Future<Boolean> probe) {
        try {
            return probe.get();
        } catch (ExecutionException | InterruptedException failed) {
            return false;
        }
    }

    private static long count(List<String> broken, String invariant) {
        return broken.stream().filter(line -> line.startsWith(invariant)).count();
    }
}
