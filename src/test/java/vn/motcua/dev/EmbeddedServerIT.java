package vn.motcua.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.TestDatabase;
import vn.motcua.platform.StartRefused;

class EmbeddedServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsDataOverRestartsAndStartsQuickly() throws Exception {
        try (var server = start();
                var owner = server.prepare("motcua").owner()) {
            owner.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        long begun = System.nanoTime();
        try (var server = start();
                var owner = server.prepare("motcua").owner()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(one(owner, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void writesDurablyAndListensToThisMachineOnly() throws Exception {
        try (var server = start();
                var owner = server.prepare("motcua").owner()) {
            assertThat(one(owner, "SHOW fsync")).isEqualTo("on");
            assertThat(one(owner, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(one(owner, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(one(owner, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(owner, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(one(owner, "SELECT datlocale FROM pg_database WHERE datname = 'motcua'"))
                    .isEqualTo("C.UTF-8");
            assertThat(one(owner, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void refusesASecondServerOnTheSameFolderInOneLine() throws Exception {
        try (var first = start()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another running Motcua")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
        Process killed = anotherProcess();
        long orphan;
        try {
            assertThat(killed.getInputStream().read()).isEqualTo('+');
            orphan = postmaster();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (var server = start();
                var owner = server.prepare("motcua").owner()) {
            assertThat(one(owner, "SELECT answer FROM acknowledged")).isEqualTo("42");
            assertThat(postmaster()).isNotEqualTo(orphan);
        }
    }

    @Test
    void ignoresAProcessNumberThatNowBelongsToSomebodyElse() throws Exception {
        start().close();
        Path pidFile = folder.resolve("cluster/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("cluster") + "\n");
        try (var server = start()) {
            assertThat(server).isNotNull();
            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    @Test
    void beginsAgainWhenTheFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/postgresql.conf"), "half written");
        try (var server = start()) {
            assertThat(server).isNotNull();
        }
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(folder, TestDatabase.binaries());
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Process anotherProcess() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ServerInAnotherProcess.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
