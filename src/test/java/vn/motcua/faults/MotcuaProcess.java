package vn.motcua.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.motcua.RunningMotcua;
import vn.motcua.dev.DatabaseAddress;

/** The whole application in a process of its own, which can be killed or stopped in the middle of whatever it does. */
final class MotcuaProcess implements AutoCloseable {

    private static final int LONGEST_GOODBYE_SECONDS = 30;

    private final Process process;
    private final int port;
    private final int managementPort;

    private MotcuaProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts it and waits until it serves. */
    static MotcuaProcess on(DatabaseAddress database, Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MotcuaProcess.class.getName(),
                database.host(),
                String.valueOf(database.port()),
                database.database()));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        String ports =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (ports == null) {
            throw new IOException("It did not start; see " + log);
        }
        List<Integer> both =
                List.of(ports.split(" ")).stream().map(Integer::valueOf).toList();
        return new MotcuaProcess(process, both.getFirst(), both.getLast());
    }

    /** In the other process: says where it listens, and ends when whoever started it is gone. */
    public static void main(String[] database) throws IOException {
        var said = System.out;
        System.setOut(System.err);
        var running = RunningMotcua.on(
                new DatabaseAddress(database[0], Integer.parseInt(database[1]), database[2]),
                Arrays.copyOfRange(database, 3, database.length));
        said.println(running.port() + " " + running.managementPort());
        while (System.in.read() >= 0) {
            said.flush();
        }
        Runtime.getRuntime().halt(1);
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stands still where it is, as in a long pause of its machine. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " ended with " + code);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
