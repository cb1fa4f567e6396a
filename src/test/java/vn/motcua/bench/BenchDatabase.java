package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dev.EmbeddedServer;

/** The embedded PostgreSQL of the benchmark: durable, sized for the machine, and kept between runs. */
final class BenchDatabase implements AutoCloseable {

    /** What a machine of 24 GiB gives its database; everything else stays as PostgreSQL ships it. */
    private static final List<String> SIZES = List.of(
            "shared_buffers = '2GB'",
            "max_wal_size = '8GB'",
            "checkpoint_timeout = '15min'",
            "maintenance_work_mem = '512MB'",
            "effective_cache_size = '8GB'",
            "random_page_cost = 1.1");

    private final Path folder;
    private EmbeddedServer server;
    private DatabaseAddress address;

    private BenchDatabase(Path folder) throws SQLException, IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        start();
    }

    static BenchDatabase in(Path folder) throws SQLException, IOException {
        var database = new BenchDatabase(folder);
        if (!database.ask("SHOW shared_buffers").equals("2GB")) {
            database.resize();
        }
        return database;
    }

    private void start() throws SQLException {
        server = EmbeddedServer.start(folder, TestDatabase.binaries());
        address = server.prepare("motcua");
    }

    private void resize() throws SQLException, IOException {
        try (Connection superuser = superuser();
                var statement = superuser.createStatement()) {
            for (String size : SIZES) {
                statement.execute("ALTER SYSTEM SET " + size);
            }
        }
        server.close();
        start();
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(address.getJdbcUrl(), "postgres", "postgres");
    }

    DatabaseAddress address() {
        return address;
    }

    /** The process whose children serve the connections. */
    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** The one value of a question, as text; as the owner of the tables. */
    String ask(String question) throws SQLException {
        return list(question).stream().findFirst().orElse("");
    }

    /** The first column of every row, as text. */
    List<String> list(String question) throws SQLException {
        try (Connection owner = address.owner();
                var rows = owner.createStatement().executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    void run(String statement) throws SQLException {
        try (Connection owner = address.owner()) {
            owner.createStatement().execute(statement);
        }
    }

    /** For the service and the twin, as production names it. */
    List<String> settings() {
        return List.of(
                "spring.r2dbc.url=r2dbc:postgresql://" + address.host() + ":" + address.port() + "/"
                        + address.database(),
                "spring.r2dbc.username=" + DatabaseAddress.SERVICE,
                "spring.r2dbc.password=" + address.getPassword(),
                "motcua.cursors.key=" + "62656e6368".repeat(6) + "6265");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
