package vn.motcua.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.motcua.faults.client.Eventually;

/** A program of ours in a Java of its own, so that its processor time is known apart; ends with this one. */
final class JavaProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(60);
    private static final int LONGEST_GOODBYE_SECONDS = 20;

    private final Process process;
    private final int port;
    private final Thread atExit;

    private JavaProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a command, without waiting; {@code settings} are of Spring. */
    static Process start(String jvm, String classPath, String main, List<String> arguments, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        Stream.of(jvm.split(" ")).filter(option -> !option.isBlank()).forEach(command::add);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Starts a service and waits until it answers this request with 200. */
    static JavaProcess serving(
            String jvm,
            String classPath,
            String main,
            List<String> words,
            List<String> settings,
            byte[] probe,
            Path log)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--management.server.port=" + freePort(),
                "--management.server.address=127.0.0.1"));
        settings.stream().map(setting -> "--" + setting).forEach(arguments::add);
        var started = new JavaProcess(start(jvm, classPath, main, arguments, log), port);
        boolean answers = Eventually.comesTrue(LONGEST_START, () -> {
            try (Wire wire = new Wire(port)) {
                return wire.send(probe) == 200;
            } catch (IOException notYet) {
                return !started.process.isAlive();
            }
        });
        if (!answers || !started.process.isAlive()) {
            started.close();
            throw new IOException(main + " did not start; see " + log);
        }
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Stands still, so that what else is measured has the machine for itself. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
