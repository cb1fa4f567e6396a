package vn.motcua.platform.db;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Two pools, their limits, and the one {@link Database} in front of them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DatabaseConfig {

    /** Of each lane one, and those that nobody waits for any more. */
    private static final int SHARED_IN_FLIGHT = 4;

    @Bean(destroyMethod = "dispose")
    ConnectionPool requestPool(R2dbcConnectionDetails server, DatabaseProperties limits) {
        return pool("requests", server, limits, limits.poolSize(), limits.statementTimeout());
    }

    @Bean(destroyMethod = "dispose", defaultCandidate = false)
    ConnectionPool jobPool(R2dbcConnectionDetails server, DatabaseProperties limits) {
        return pool("jobs", server, limits, limits.jobPoolSize(), limits.jobTimeout());
    }

    @Bean
    Database database(
            R2dbcConnectionDetails server,
            ConnectionPool requestPool,
            @Qualifier("jobPool") ConnectionPool jobPool,
            DatabaseProperties limits,
            BulkheadRegistry bulkheads,
            MeterRegistry meters) {
        ConnectionFactory jobs = UnitOfWork.tracking(jobPool);
        return new Database(
                DatabaseClient.create(UnitOfWork.tracking(requestPool)),
                DatabaseClient.create(jobs),
                TransactionalOperator.create(new R2dbcTransactionManager(jobs)),
                bulkhead("database", bulkheads, limits.inFlight()),
                bulkhead("database-shared", bulkheads, SHARED_IN_FLIGHT),
                bulkhead("database-jobs", bulkheads, limits.inFlight()),
                limits,
                Counter.builder("motcua.database.abandoned.units")
                        .description("Units of work whose caller went away while they ran")
                        .register(meters));
    }

    @Bean
    Watchdog databaseWatchdog(Database database) {
        return new Watchdog(database);
    }

    /** Looks after units that outlived every limit of the server. */
    static class Watchdog {

        private final Database database;

        Watchdog(Database database) {
            this.database = database;
        }

        @Scheduled(fixedDelayString = "PT5S")
        Mono<Void> closeOverdueUnits() {
            return Mono.defer(database::closeOverdueUnits);
        }
    }

    /** Nobody waits in front of it: who finds it full is refused. */
    private static Bulkhead bulkhead(String name, BulkheadRegistry bulkheads, int inFlight) {
        return bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(inFlight)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    private static ConnectionPool pool(
            String name,
            R2dbcConnectionDetails server,
            DatabaseProperties limits,
            int size,
            Duration statementTimeout) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.builder()
                .from(server.getConnectionFactoryOptions())
                .option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, "motcua-" + name)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, limits.acquireTimeout())
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, serverLimits(limits, statementTimeout))
                .build();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .name(name)
                .initialSize(0)
                .maxSize(size)
                .maxAcquireTime(limits.acquireTimeout())
                .maxValidationTime(limits.acquireTimeout())
                .maxIdleTime(Duration.ofMinutes(10))
                .maxLifeTime(Duration.ofMinutes(30))
                .build());
    }

    private static Map<String, String> serverLimits(DatabaseProperties limits, Duration statementTimeout) {
        return Map.of(
                "statement_timeout", String.valueOf(statementTimeout.toMillis()),
                "lock_timeout", String.valueOf(limits.lockTimeout().toMillis()),
                "idle_in_transaction_session_timeout", String.valueOf(statementTimeout.toMillis()),
                "transaction_timeout", String.valueOf(limits.jobTimeout().toMillis()));
    }
}
