package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.bench.Generator.Flow;
import vn.motcua.faults.client.Eventually;

class GeneratorTest {

    private final Shape shape = Shape.reading("any", List.of(Shape.get("/", "")));
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void arrivalsKeepTheirRateAndOtherAnswersAreCountedByStatus() throws Exception {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() % 5 == 0 ? 503 : 200, -1);
            exchange.close();
        });
        var run = new Generator(server.getAddress().getPort())
                .open(List.of(new Flow(shape, 100)), 0.5)
                .getFirst();
        assertThat(asked).hasValue(50);
        assertThat(run.refusals()).containsOnlyKeys("503").containsEntry("503", 10);
        assertThat(run.rate()).isEqualTo(80);
    }

    @Test
    void flowsOfOneRateArriveByTurns() {
        List<Flow> flows = List.of(new Flow(shape, 8), new Flow(shape, 50), new Flow(shape, 8));
        assertThat(Generator.offset(flows, 0)).isZero();
        assertThat(Generator.offset(flows, 1)).isZero();
        assertThat(Generator.offset(flows, 2)).isEqualTo(62_500_000);
    }

    /** Eight hold every connection until the ninth is long due: its wait counts, though it is answered at once. */
    @Test
    void latencyCountsFromTheMomentThatARequestWasDue() throws Exception {
        var release = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            if (asked.incrementAndGet() <= 8) {
                await(release);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        var running = CompletableFuture.supplyAsync(this::twentyInASecond);
        long begun = System.nanoTime();
        Eventually.comesTrue(
                Duration.ofMinutes(1), () -> asked.get() == 8 && System.nanoTime() - begun > 1_000_000_000L);
        release.countDown();
        assertThat(running.get().sorted()).hasSize(20);
        assertThat(Arrays.stream(running.get().sorted()).boxed())
                .filteredOn(nanos -> nanos > 40_000_000L)
                .hasSizeGreaterThan(8);
    }

    private Latencies twentyInASecond() {
        try {
            return new Generator(server.getAddress().getPort())
                    .open(List.of(new Flow(shape, 20)), 1)
                    .getFirst()
                    .latencies();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
