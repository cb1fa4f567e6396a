package vn.motcua.faults;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Checker;

/** Runs the checker as a stranger would: with its own classes and the driver, without the service's. */
final class CheckerProcess {

    /** How it ended, and what it printed. */
    record Verdict(int code, List<String> lines) {

        String report() {
            return lines.getLast();
        }
    }

    private CheckerProcess() {}

    static Verdict run(Path ledger, DatabaseAddress database, int port, Call probe)
            throws IOException, InterruptedException {
        Process checker = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        place(Checker.class) + ":" + place(driver()),
                        Checker.class.getName(),
                        ledger.toString(),
                        database.getJdbcUrl(),
                        DatabaseAddress.SERVICE,
                        "motcua",
                        String.valueOf(port),
                        probe.path(),
                        probe.token())
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (var said = checker.getInputStream()) {
            lines = new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        return new Verdict(checker.waitFor(), lines);
    }

    private static Class<?> driver() {
        try {
            return Class.forName("org.postgresql.Driver");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
