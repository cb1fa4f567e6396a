package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
final class Bench {

    private static final String TWIN = "vn.motcua.bench.twin.TwinApplication";

    final Settings settings;
    final BenchDatabase database;
    final Identities identities;
    final Instant moment;
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
        moment = moment();
        country = Country.of(database.settings());
        stock = Stock.of(database);
        shapes = new Shapes(stock, identities);
        service = serving(classPath(), MotcuaApplication.class.getName(), developing(), "service.log");
        twin = Files.exists(Path.of("target", "twin.classpath"))
                ? Optional.of(serving(twinClassPath(), TWIN, List.of("bench.moment=" + moment), "twin.log"))
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
        new Loading(database, settings, this::command, this::bulk).run();
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

    /** When the service takes it to be: dossiers that were simulated lead its clock to where they end. */
    private Instant moment() throws SQLException {
        boolean simulated = database.ask("SELECT to_regclass('simulated_clock') IS NOT NULL")
                .equals("t");
        String furthest = simulated ? database.ask("SELECT to_json(moment) #>> '{}' FROM simulated_clock") : "";
        return furthest.isEmpty()
                ? Instant.now()
                : OffsetDateTime.parse(furthest).toInstant();
    }

    /** Production serves no simulated dossiers; development differs in its clock and in more issuers. */
    private List<String> developing() {
        return List.of(
                "spring.profiles.active=dev",
                "motcua.dev.embedded-database=false",
                "motcua.dev.data=" + settings.folder().resolve("dev"),
                "spring.flyway.url=" + database.address().getJdbcUrl(),
                "spring.flyway.user=" + database.address().getUsername(),
                "spring.flyway.password=" + database.address().getPassword(),
                "spring.datasource.url=" + database.address().getJdbcUrl(),
                "spring.datasource.username=" + database.address().getUsername(),
                "spring.datasource.password=" + database.address().getPassword());
    }

    /** A development service that first simulates, then serves: it has done so when it answers. */
    private void bulk(List<String> arguments) throws IOException, InterruptedException {
        List<String> all = Stream.of(database.settings(), developing())
                .flatMap(List::stream)
                .toList();
        JavaProcess.serving(
                        settings.bulkJvm(),
                        classPath(),
                        MotcuaApplication.class.getName(),
                        arguments,
                        all,
                        Shape.get("/", ""),
                        logs.resolve("bulk.log"))
                .close();
    }

    private JavaProcess serving(String classPath, String main, List<String> more, String log) throws Exception {
        List<String> all = Stream.of(database.settings(), identities.settings(), more)
                .flatMap(List::stream)
                .toList();
        byte[] probe = shapes.dossier().requests().at(0);
        var serving = JavaProcess.serving(settings.jvm(), classPath, main, List.of(), all, probe, logs.resolve(log));
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

    void stop() throws Exception {
        closeAll(started);
    }

    private static void closeAll(Deque<AutoCloseable> started) throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
