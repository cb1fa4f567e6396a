package vn.motcua.faults;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Citizen.Write;
import vn.motcua.faults.client.Ledger.Entry;
import vn.motcua.faults.client.Ledger.Operation;
import vn.motcua.faults.client.Rule;

/**
 * The same in the manner of the textbook: transactions and reads that a hang-up cancels. What the storm does to it shows
 * that the storm is one, and that the checker sees the damage.
 */
@TestConfiguration(proxyBeanMethods = false)
class Control {

    static final Call READ = Call.get("/control/rows", "");

    private static final Rule WHOLE = Rule.of("I5", """
        SELECT key || ' is there by half'
          FROM control_first one
          FULL JOIN control_second two USING (key)
         WHERE one.key IS NULL OR two.key IS NULL
        """);

    private static final int POOL = 5;

    @Bean
    RouterFunction<ServerResponse> controlRoutes(DatabaseAddress database) {
        var pool = new ConnectionPool(
                ConnectionPoolConfiguration.builder(ConnectionFactories.get(database.getConnectionFactoryOptions()))
                        .initialSize(0)
                        .maxSize(POOL)
                        .maxAcquireTime(Duration.ofSeconds(2))
                        .build());
        var client = DatabaseClient.create(pool);
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        return RouterFunctions.route()
                .POST("/control/filings", request -> file(request, client).as(transaction::transactional))
                .POST("/control/notes", request -> note(request, client))
                .GET("/control/rows", request -> rows(client))
                .build();
    }

    private static Mono<ServerResponse> file(ServerRequest request, DatabaseClient client) {
        String key = request.headers().firstHeader("Idempotency-Key");
        return insert("INSERT INTO control_first (key) VALUES (:key)", key, client)
                .then(insert("INSERT INTO control_second (key) VALUES (:key)", key, client))
                .then(ServerResponse.status(HttpStatus.CREATED).build());
    }

    private static Mono<ServerResponse> note(ServerRequest request, DatabaseClient client) {
        String key = request.headers().firstHeader("Idempotency-Key");
        return insert("INSERT INTO control_note (key) VALUES (:key)", key, client)
                .then(ServerResponse.status(HttpStatus.CREATED).build());
    }

    private static Mono<Long> insert(String statement, String key, DatabaseClient client) {
        return client.sql(statement).bind("key", key).fetch().rowsUpdated();
    }

    private static Mono<ServerResponse> rows(DatabaseClient client) {
        return client.sql("SELECT i, repeat('x', 200) AS text FROM generate_series(1, 1000) AS i")
                .fetch()
                .all()
                .collectList()
                .flatMap(rows -> ServerResponse.ok().bodyValue(String.valueOf(rows.size())));
    }

    static void createTables(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE control_first (key text PRIMARY KEY)");
            statement.execute("CREATE TABLE control_second (key text PRIMARY KEY)");
            statement.execute("CREATE TABLE control_note (key text PRIMARY KEY)");
            statement.execute("GRANT SELECT, INSERT ON control_first, control_second, control_note TO "
                    + DatabaseAddress.SERVICE);
        }
    }

    /**
     * What the storm left open would hold back whoever waits for the oldest transaction of the whole server, in whatever
     * database.
     */
    static void endWhatWasLeftOpen(DatabaseAddress database) throws SQLException {
        try (var service = database.service();
                var statement = service.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()");
        }
    }

    /** Two statements, one transaction. */
    static Write filing() {
        return write("/control/filings");
    }

    /** One statement, committed by itself, or so its caller believes. */
    static Write note() {
        return write("/control/notes");
    }

    private static Write write(String path) {
        String key = "control-" + UUID.randomUUID();
        return new Write(new Operation(key, "CONTROL", "nobody", path, "-"), new Call("POST", path, "", key, 0, ""));
    }

    /** What was acknowledged is there; what is there is there as a whole. */
    static List<String> broken(Map<String, Entry> ledger, Connection database) throws Exception {
        List<String> broken = new ArrayList<>(WHOLE.broken(ledger, database));
        try (var look = database.prepareStatement(
                "SELECT FROM (TABLE control_first UNION ALL TABLE control_note) AS kept WHERE key = ?")) {
            for (Entry entry : ledger.values()) {
                if (!entry.acknowledged().isEmpty()) {
                    look.setString(1, entry.operation().key());
                    try (var found = look.executeQuery()) {
                        if (!found.next()) {
                            broken.add("I1: " + entry.operation().key() + " was acknowledged and is lost");
                        }
                    }
                }
            }
        }
        return broken;
    }
}
