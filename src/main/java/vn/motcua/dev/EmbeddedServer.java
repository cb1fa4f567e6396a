package vn.motcua.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.motcua.platform.StartRefused;

/** A real PostgreSQL as a child of this process, on the loopback address, whose data outlives it. */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final int ANY_PORT = 0;

    private final FolderLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedServer(FolderLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server of a folder, after stopping one that a killed process left there.
     *
     * @param folder where the data lies; one running process a folder
     * @param binaries where PostgreSQL's programs are unpacked once
     */
    public static EmbeddedServer start(Path folder, Path binaries) {
        return start(folder, binaries, ANY_PORT);
    }

    /**
     * Starts it where it listened before, so that whoever knew the address finds it again.
     *
     * @param port a free one
     */
    public static EmbeddedServer start(Path folder, Path binaries, int port) {
        long begun = System.nanoTime();
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            Files.createDirectories(binaries);
            FolderLock lock = FolderLock.take(home);
            try {
                return started(lock, home.resolve("cluster"), binaries, port, begun);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException | IllegalStateException | SQLException failed) {
            throw new StartRefused("The embedded database in " + home + " does not start: " + failed, failed);
        }
    }

    private static EmbeddedServer started(FolderLock lock, Path cluster, Path binaries, int port, long begun)
            throws IOException, SQLException {
        Path complete = cluster.resolve("motcua.complete");
        boolean first = !Files.exists(complete);
        if (first) {
            FileSystemUtils.deleteRecursively(cluster);
        } else {
            Leftover.stop(cluster, binaries);
        }
        EmbeddedServer started = new EmbeddedServer(lock, launch(cluster, binaries, port));
        started.prepare("motcua");
        if (first) {
            Files.createFile(complete);
        }
        LOG.info(
                "Database ready in {} s ({} start) on port {}",
                seconds(begun),
                first ? "first" : "later",
                started.server.getPort());
        return started;
    }

    private static String seconds(long begun) {
        return String.format(
                Locale.ROOT, "%.1f", Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    /** The library turns durability off; what stands later on the server's command line wins. */
    private static EmbeddedPostgres launch(Path cluster, Path binaries, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("timezone", "UTC")
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        cluster.resolveSibling("server.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        cluster.resolveSibling("server.log").toFile()))
                .start();
    }

    /** Makes the roles and a database of this name, where they are not there yet. */
    public DatabaseAddress prepare(String database) throws SQLException {
        try (Connection superuser = server.getPostgresDatabase().getConnection()) {
            DatabaseSetup.prepare(superuser, database);
        }
        return new DatabaseAddress("127.0.0.1", server.getPort(), database);
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            lock.close();
        }
    }
}
