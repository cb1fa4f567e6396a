package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.bench.Generator.Flow;

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

    /** Twenty requests are due while the first eight hold every connection: theirs is the longer wait. */
    @Test
    void latencyCountsFromTheMomentThatARequestWasDue() throws Exception {
        var all = new CountDownLatch(8);
        server.createContext("/", exchange -> {
            all.countDown();
            if (asked.incrementAndGet() <= 8) {
                await(all);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        var run = new Generator(server.getAddress().getPort())
                .open(List.of(new Flow(shape, 20)), 1)
                .getFirst();
        assertThat(run.latencies().count()).isEqualTo(20);
        assertThat(run.latencies().quantile(1)).isGreaterThanOrEqualTo(340);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
