package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dev.DatabaseSetup;
import vn.motcua.dev.EmbeddedServer;

/**
 * A real PostgreSQL, one for all tests of a run: in a container where Docker runs and has the image, else the embedded
 * one. Durable as in production; the application serves as {@code motcua_service} and migrates as {@code motcua_owner}.
 * All application contexts share one database, so that a test asks for its own dossiers, never for all.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    /** Tests live at many moments: what is a month old to one of them another one has just written. */
    static final String NO_SWEEP = "motcua.answers.sweep-every=P1D";

    /** As {@link #NO_SWEEP}: a warning is an event, and gives a dossier another version. */
    public static final String NO_WARNINGS = "motcua.warnings.sweep-every=P1D";

    /** As {@link #NO_WARNINGS}: one test's calendar or term would move the dossiers of all. */
    static final String NO_RECOMPUTATION = "motcua.deadlines.recompute-every=P1D";

    private static final AtomicInteger EXTRA = new AtomicInteger();

    @Bean
    DatabaseAddress databaseAddress() {
        return shared();
    }

    /** The database that every application context of this run uses. */
    public static DatabaseAddress shared() {
        return Server.SHARED;
    }

    /** A connection as the owner of the tables: for assertions, and for triggers that only a test needs. */
    public static Connection owner() throws SQLException {
        return shared().owner();
    }

    /** An empty database, for a test of the migrations themselves. */
    public static DatabaseAddress empty() throws SQLException {
        return Server.RUNNING.database("extra_" + EXTRA.incrementAndGet());
    }

    private interface Server {

        Server RUNNING = Docker.AVAILABLE ? container() : embedded();
        DatabaseAddress SHARED = first();

        DatabaseAddress database(String name) throws SQLException;

        private static DatabaseAddress first() {
            try {
                return RUNNING.database("motcua");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static Server container() {
            PostgreSQLContainer container = new PostgreSQLContainer(Docker.IMAGE);
            container.start();
            return name -> {
                try (Connection superuser = DriverManager.getConnection(
                        container.getJdbcUrl(), container.getUsername(), container.getPassword())) {
                    DatabaseSetup.prepare(superuser, name);
                }
                return new DatabaseAddress(
                        container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), name);
            };
        }

        private static Server embedded() {
            try {
                Path folder = Files.createTempDirectory("motcua-test-");
                EmbeddedServer server = EmbeddedServer.start(folder, binaries());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                        FileSystemUtils.deleteRecursively(folder);
                    } catch (IOException left) {
                        System.err.println("Left behind: " + folder);
                    }
                }));
                return server::prepare;
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** PostgreSQL's programs, unpacked once a machine and user. */
    public static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "motcua-postgres-" + System.getProperty("user.name"));
    }

    private static final class Docker {

        static final String IMAGE = "postgres:18";
        static final boolean AVAILABLE = DockerClientFactory.instance().isDockerAvailable() && hasTheImage();

        private static boolean hasTheImage() {
            return DockerClientFactory.instance().client().listImagesCmd().exec().stream()
                    .flatMap(image -> image.getRepoTags() == null ? Stream.empty() : Arrays.stream(image.getRepoTags()))
                    .anyMatch(IMAGE::equals);
        }
    }
}
