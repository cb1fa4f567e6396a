package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/** The health of a database that is not there. */
class DatabaseHealthTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final R2dbcConnectionDetails NOWHERE =
            () -> ConnectionFactoryOptions.parse("r2dbc:postgresql://nobody:none@127.0.0.1:1/none");

    private final DatabaseConfig config = new DatabaseConfig();
    private final DatabaseProperties limits = new DatabaseProperties(
            1, 1, 1, SECOND, SECOND.multipliedBy(5), SECOND, SECOND, SECOND, SECOND.multipliedBy(60));
    private final ConnectionPool requests = config.requestPool(NOWHERE, limits);
    private final ConnectionPool jobs = config.jobPool(NOWHERE, limits);
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final DatabaseHealth health =
            new DatabaseHealth(config.database(NOWHERE, requests, jobs, limits, bulkheads, new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        requests.dispose();
        jobs.dispose();
    }

    @Test
    void whoeverCannotReachItIsDownAndDoesNotSayWhy() {
        assertThat(health.health().block().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().block().getDetails()).isEmpty();
    }

    @Test
    void whoeverIsBusyIsNotDown() {
        bulkheads.bulkhead("database").acquirePermission();
        assertThat(health.health().block().getStatus()).isEqualTo(Status.UP);
    }
}
