package vn.motcua.dev;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.platform.StartRefused;

/** A server whose Java process was killed goes on running; the next start stops it, and loses nothing by that. */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private Leftover() {}

    /** Called under the folder's lock, so that whatever still runs here has lost its parent. */
    static void stop(Path cluster, Path binaries) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<String> command =
                running(Files.readAllLines(pidFile).getFirst().strip());
        if (command.isEmpty()) {
            return;
        }
        if (command.get().contains(cluster.toString())) {
            LOG.info("Stopping the database server that an earlier run left behind");
            stopServer(cluster, binaries);
        } else {
            Files.delete(pidFile);
        }
    }

    /** The command line of a process that we may look at; PostgreSQL judges a number that nobody has any more itself. */
    private static Optional<String> running(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine());
    }

    private static void stopServer(Path cluster, Path binaries) throws IOException {
        if (!control(cluster, binaries, "fast") && !control(cluster, binaries, "immediate")) {
            throw new StartRefused("A database server still runs on " + cluster + " and does not stop");
        }
    }

    private static boolean control(Path cluster, Path binaries, String mode) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                controlProgram(binaries).toString(), "stop", "-D", cluster.toString(), "-m", mode, "-t", "5", "-w"));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static Path controlProgram(Path binaries) throws IOException {
        try (Stream<Path> files = Files.walk(binaries, 3)) {
            return files.filter(file -> file.endsWith("bin/pg_ctl"))
                    .findFirst()
                    .orElseThrow(() -> new StartRefused("No pg_ctl below " + binaries));
        }
    }
}
