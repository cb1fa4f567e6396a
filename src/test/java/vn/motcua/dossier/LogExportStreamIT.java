package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;
import vn.motcua.Api;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.LogPages;
import vn.motcua.faults.client.Eventually;

/** A long log leaves in pages that the connection asks for: memory stays flat, and who leaves is read no more for. */
class LogExportStreamIT {

    private static final String EXPORT = "/api/v1/events/export";
    private static final Duration BOUND = Duration.ofSeconds(30);

    /** Far more bytes than both sockets and the service's own buffers take in. */
    private static final int EVENTS = 40_000;

    /** In bytes; whoever has read so far is given events. */
    private static final int BEHIND_THE_REFERENCE_DATA = 3_000_000;

    private static final int PAGES = EVENTS / LogPages.LONGEST;

    private static final int LOOKS = 5;

    private static final AtomicInteger READ = new AtomicInteger();

    private static RunningMotcua service;
    private static Api api;

    @BeforeAll
    static void startsOnALongLog() throws Exception {
        var database = TestDatabase.empty();
        service = RunningMotcua.on(database, List.of(CountedPages.class));
        api = new Api(service.port());
        new WrittenLog(database).writeAtOnce(WrittenLog.filings(EVENTS));
    }

    @AfterAll
    static void stops() throws SQLException {
        service.close();
    }

    @BeforeEach
    void countsFromNothing() {
        READ.set(0);
    }

    @Test
    void aClientThatDoesNotReadIsNotReadFor() throws Exception {
        try (Socket stalled = export("GET")) {
            stalled.getInputStream().readNBytes(BEHIND_THE_REFERENCE_DATA);
            assertThat(Eventually.comesTrue(BOUND, isIdle())).isTrue();
            assertThat(READ).as("pages of " + PAGES).hasPositiveValue().hasValueLessThan(PAGES / 2);
            int ahead = READ.get();
            assertThat(stalled.getInputStream().readNBytes(8_000_000)).hasSize(8_000_000);
            assertThat(Eventually.comesTrue(BOUND, () -> READ.get() > ahead)).isTrue();
        }
    }

    @Test
    void aClientThatHangsUpEndsThePagingAndLeavesNothingRunning() throws Exception {
        Socket line = export("GET");
        line.getInputStream().readNBytes(BEHIND_THE_REFERENCE_DATA);
        line.setSoLinger(true, 0);
        line.close();
        assertThat(Eventually.comesTrue(BOUND, isIdle())).isTrue();
        int read = READ.get();
        assertThat(read).isBetween(1, PAGES - 1);
        assertThat(pool().acquiredSize()).isZero();
        int open = pool().allocatedSize();
        String whole = api.get(api.token("auditor"), EXPORT).is(200).text();
        assertThat(whole).endsWith(",\"logPosition\":" + EVENTS + "}}\n");
        assertThat(READ).as("nothing was read for the one who left").hasValue(read + PAGES);
        assertThat(pool().allocatedSize()).as("connections").isLessThanOrEqualTo(open + 1);
    }

    @Test
    void whoAsksForTheHeadOnlyIsNotReadForEither() throws Exception {
        try (Socket line = export("HEAD")) {
            assertThat(line(line.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
            assertThat(Eventually.comesTrue(BOUND, isIdle())).isTrue();
        }
        assertThat(READ).hasValue(0);
    }

    private static Socket export(String method) throws IOException {
        Socket line = new Socket();
        line.setReceiveBufferSize(8192);
        line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
        String request = method + " " + EXPORT + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + api.token("auditor") + "\r\n\r\n";
        line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static String line(InputStream answer) throws IOException {
        var line = new StringBuilder();
        for (int next = answer.read(); next != '\r'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** No unit of work runs, and none has begun for several looks. */
    private static Callable<Boolean> isIdle() {
        var bulkhead = service.bean(BulkheadRegistry.class).bulkhead("database").getMetrics();
        var before = new AtomicInteger(-1);
        var unchanged = new AtomicInteger();
        return () -> {
            int now = READ.get();
            boolean quiet = bulkhead.getAvailableConcurrentCalls() == bulkhead.getMaxAllowedConcurrentCalls()
                    && before.getAndSet(now) == now;
            return (quiet ? unchanged.incrementAndGet() : unchanged.updateAndGet(_ -> 0)) >= LOOKS;
        };
    }

    private static PoolMetrics pool() {
        return service.bean(ConnectionPool.class).getMetrics().orElseThrow();
    }

    /** Counts the pages that are read. */
    @TestConfiguration(proxyBeanMethods = false)
    static class CountedPages {

        @Bean
        static BeanPostProcessor countsPages() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof LogPages pages ? counted(pages) : bean;
                }
            };
        }

        private static LogPages counted(LogPages pages) {
            return new LogPages() {
                @Override
                public Mono<LogRange.Held> held(Optional<LocalDate> since, Optional<LocalDate> until) {
                    return pages.held(since, until);
                }

                @Override
                public Mono<List<Recorded>> read(Page page, LogReach.Granted reach) {
                    return pages.read(page, reach).doOnSubscribe(_ -> READ.incrementAndGet());
                }
            };
        }
    }
}
