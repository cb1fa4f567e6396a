package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of a missed goal goes: its shape once more, after everything was measured, with Flight Recorder in the
 * service and with a look at what the database's backends wait for.
 */
final class Profiles {

    private static final int CONNECTIONS = 32;
    private static final int FRAMES = 15;
    private static final int LOOK_EVERY_MS = 20;
    private static final String WAITS = """
        SELECT coalesce(wait_event_type || ' ' || wait_event, 'on the processor')
          FROM pg_stat_activity
         WHERE state = 'active' AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        """;

    private final Bench bench;
    private final Report report;

    Profiles(Bench bench, Report report) {
        this.bench = bench;
        this.report = report;
    }

    void ofMissedGoals() throws Exception {
        List<Shape> all = new ArrayList<>(
                List.of(bench.shapes.filing(), bench.shapes.dossier(), bench.shapes.page(), bench.shapes.deadline()));
        all.addAll(bench.shapes.figures());
        List<String> missed = report.goals().stream()
                .filter(goal -> !goal.met())
                .map(Goal::shape)
                .distinct()
                .toList();
        for (Shape shape : all) {
            if (missed.contains(shape.name())) {
                of(shape);
            }
        }
    }

    private void of(Shape shape) throws Exception {
        Path file = bench.folder().resolve(shape.name().replaceAll("[^a-z]+", "-") + ".jfr");
        control("JFR.start", "name=bench", "settings=profile");
        Map<String, Integer> waits = waitsDuring(
                () -> new Generator(bench.service.port()).closed(shape, CONNECTIONS, bench.settings.seconds()));
        control("JFR.dump", "name=bench", "filename=" + file.toAbsolutePath());
        control("JFR.stop", "name=bench");
        report.note("profile of " + shape.name() + ", frames of the service by self time: " + top(selfTime(file)));
        report.note("profile of " + shape.name() + ", packages of the service by self time: " + top(packages(file)));
        report.note("profile of " + shape.name() + ", what backends of PostgreSQL were at: " + top(waits));
    }

    private void control(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(String.valueOf(bench.service.pid()));
        all.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private Map<String, Integer> waitsDuring(Runnable load) throws SQLException, InterruptedException {
        Map<String, Integer> seen = new TreeMap<>();
        try (Connection owner = bench.database.superuser();
                var looking = Executors.newSingleThreadScheduledExecutor()) {
            looking.scheduleWithFixedDelay(() -> look(owner, seen), 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            load.run();
            looking.shutdown();
            looking.awaitTermination(1, TimeUnit.MINUTES);
        }
        return seen;
    }

    private static void look(Connection owner, Map<String, Integer> seen) {
        try (var rows = owner.createStatement().executeQuery(WAITS)) {
            while (rows.next()) {
                seen.merge(rows.getString(1), 1, Integer::sum);
            }
        } catch (SQLException missed) {
            seen.merge("not seen", 1, Integer::sum);
        }
    }

    private static Map<String, Integer> selfTime(Path file) throws IOException {
        return samples(file, frame -> frame);
    }

    private static Map<String, Integer> packages(Path file) throws IOException {
        return samples(file, frame -> Stream.of(frame.split("\\.")).limit(3).collect(Collectors.joining(".")));
    }

    private interface Naming {
        String of(String frame);
    }

    private static Map<String, Integer> samples(Path file, Naming naming) throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                String kind = event.getEventType().getName();
                if ((kind.equals("jdk.ExecutionSample") || kind.equals("jdk.NativeMethodSample"))
                        && event.getStackTrace() != null
                        && !isIdle(event)) {
                    seen.merge(naming.of(frame(event)), 1, Integer::sum);
                }
            }
        }
        return seen;
    }

    /** A thread that waits for work in the kernel is sampled, and does nothing. */
    private static boolean isIdle(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.NativeMethodSample")
                && frame(event).contains("Wait");
    }

    private static String frame(RecordedEvent event) {
        var method = event.getStackTrace().getFrames().getFirst().getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    /** The largest shares. */
    static String top(Map<String, Integer> counted) {
        int all = Math.max(
                1, counted.values().stream().mapToInt(Integer::intValue).sum());
        return counted.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .limit(FRAMES)
                .map(entry -> "%s %d %%".formatted(entry.getKey(), Math.round(100.0 * entry.getValue() / all)))
                .collect(Collectors.joining("; "));
    }
}
