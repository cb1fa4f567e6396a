package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.MotcuaApplication;
import vn.motcua.dossier.Reference;

/** All that a run needs, started: database with dossiers, issuers, the service and, where it was built, its twin. */
final class Bench implements AutoCloseable {

    private static final String TWIN = "vn.motcua.bench.twin.TwinApplication";

    final Settings settings;
    final BenchDatabase database;
    final Identities identities;
    final Reference country;
    final Stock stock;
    final Shapes shapes;
    final JavaProcess service;
    final Optional<JavaProcess> twin;
    private final Deque<AutoCloseable> started;
    private final Path logs = Path.of("target", "bench");

    private Bench(Settings settings, Deque<AutoCloseable> started) throws Exception {
        this.settings = settings;
        this.started = started;
        Files.createDirectories(logs);
        database = BenchDatabase.in(settings.folder());
        started.push(database);
        identities = new Identities();
        started.push(identities);
        prepare();
        country = Country.of(database.settings());
        stock = Stock.of(database);
        shapes = new Shapes(stock, identities);
        service = serving(classPath(), MotcuaApplication.class.getName(), "service.log");
        twin = Files.exists(Path.of("target", "twin.classpath"))
                ? Optional.of(serving(twinClassPath(), TWIN, "twin.log"))
                : Optional.empty();
    }

    /** Starts everything; when something does not start, nothing is left behind. */
    static Bench start(Settings settings) throws Exception {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            return new Bench(settings, started);
        } catch (Exception failed) {
            closeAll(started);
            throw failed;
        }
    }

    private void prepare() throws Exception {
        command(
                "migrate",
                "motcua.migration.url=" + database.address().getJdbcUrl(),
                "motcua.migration.user=" + database.address().getUsername(),
                "motcua.migration.password=" + database.address().getPassword());
        Loading.into(database, settings, this::command);
    }

    /** A command of the jar, in a process of its own, until it ends. */
    private void command(String name, String... given) throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(
                        Stream.of(name.split(" ")),
                        Stream.concat(database.settings().stream(), Arrays.stream(given))
                                .map(setting -> "--" + setting))
                .toList();
        int code = JavaProcess.start(
                        settings.jvm(),
                        classPath(),
                        MotcuaApplication.class.getName(),
                        arguments,
                        logs.resolve("commands.log"))
                .waitFor();
        if (code != 0) {
            throw new IOException(name + " ended with " + code + "; see " + logs.resolve("commands.log"));
        }
    }

    private JavaProcess serving(String classPath, String main, String log) throws Exception {
        List<String> all = Stream.of(database.settings(), identities.settings())
                .flatMap(List::stream)
                .toList();
        byte[] probe = shapes.dossier().requests().at(0);
        var serving = JavaProcess.serving(settings.jvm(), classPath, main, all, probe, logs.resolve(log));
        started.push(serving);
        return serving;
    }

    /** Without the classes of tests, among which the service would look for its parts. */
    private static String classPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(":"))
                .filter(part -> !part.contains("test-classes"))
                .collect(Collectors.joining(":"));
    }

    /** With the classes of tests, and with the servlet parts that the service's must not have. */
    private static String twinClassPath() throws IOException {
        return "target/test-classes:target/classes:"
                + Files.readString(Path.of("target", "twin.classpath")).strip();
    }

    Path folder() {
        return logs;
    }

    @Override
    public void close() throws Exception {
        closeAll(started);
    }

    private static void closeAll(Deque<AutoCloseable> started) throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
