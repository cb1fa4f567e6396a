package vn.motcua.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.bench.Generator.Flow;
import vn.motcua.bench.Pgbench.Scripts;
import vn.motcua.faults.client.Eventually;

/**
 * The best rate of each shape in a closed loop. Service, twin and pgbench take turns, so that whatever else the machine does
 * meets them all. While pgbench runs, the service stands still; while the twin runs, the service numbers the log and folds
 * figures for both.
 */
final class SideBySide {

    private static final int[] CONNECTIONS = {8, 16, 32, 64};
    private static final Duration CATCH_UP = Duration.ofMinutes(5);

    /** Whether figures are to be folded, or events to be numbered. */
    private static final String BEHIND = """
        WITH newest AS (
            SELECT e.recorded_xid, e.dossier_id, e.sequence
              FROM log_position p
              JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
             WHERE p.position = (SELECT max(position) FROM log_position)
        )
        SELECT EXISTS (SELECT FROM figure_delta)
            OR EXISTS (SELECT FROM dossier_event e, newest n
                        WHERE (e.recorded_xid, e.dossier_id, e.sequence) > (n.recorded_xid, n.dossier_id, n.sequence))
        """;

    private final Bench bench;
    private final Report report;
    private final List<Shape> figures;
    private final Meter meter;
    private final Settings settings;
    private final Generator service;
    private final Optional<Generator> twin;
    private final Pgbench pgbench;

    SideBySide(Bench bench, Report report, List<Shape> figures) throws Exception {
        this.bench = bench;
        this.report = report;
        this.figures = figures;
        this.settings = bench.settings;
        meter = new Meter(bench.database.postmaster());
        service = new Generator(bench.service.port());
        twin = bench.twin.map(process -> new Generator(process.port()));
        pgbench = new Pgbench(bench.database.address(), bench.folder());
    }

    void run() throws Exception {
        warmUp();
        boolean yardstick = !Pgbench.version().isEmpty();
        if (!yardstick) {
            report.note("pgbench SKIPPED: there is none on the path (Debian: postgresql-contrib or postgresql-15)");
        }
        if (twin.isEmpty()) {
            report.note("twin SKIPPED: it is built in the profile bench only");
        }
        var scripts = new PgbenchScripts(bench.folder().resolve("pgbench"), bench.stock, bench.moment);
        compare(bench.shapes.filing(), yardstick ? Optional.of(scripts.filing(bench.country)) : Optional.empty());
        compare(bench.shapes.dossier(), yardstick ? Optional.of(scripts.dossier()) : Optional.empty());
        compare(bench.shapes.page(), yardstick ? Optional.of(scripts.page()) : Optional.empty());
        alone(bench.shapes.withoutDatabase());
        alone(bench.shapes.deadline());
        for (Shape shape : figures) {
            alone(shape);
        }
    }

    /** The JIT dominates the first minute. */
    private void warmUp() throws InterruptedException {
        List<Shape> both = List.of(bench.shapes.filing(), bench.shapes.dossier(), bench.shapes.page());
        List<Shape> ours = new ArrayList<>(both);
        ours.add(bench.shapes.deadline());
        ours.addAll(figures);
        warmUp(service, ours);
        twin.ifPresent(generator -> warmUp(generator, both));
    }

    private void warmUp(Generator generator, List<Shape> shapes) {
        for (Shape shape : shapes) {
            generator.closed(shape, 16, (double) settings.warmup() / shapes.size());
        }
    }

    /** What one of those side by side does. */
    private interface Side {
        Measured run(int load, int seconds) throws Exception;
    }

    private record Turn(Side side, int load, List<Measured> runs) {}

    private void compare(Shape shape, Optional<Scripts> scripts) throws Exception {
        List<Turn> turns = new ArrayList<>();
        turns.add(turn(http(shape, "service", service, bench.service), CONNECTIONS));
        if (twin.isPresent()) {
            turns.add(turn(http(shape, "twin", twin.get(), bench.twin.get()), CONNECTIONS));
        }
        if (scripts.isPresent()) {
            turns.add(turn(yardstick(scripts.get()), Pgbench.CLIENTS));
        }
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            for (Turn turn : turns) {
                turn.runs.add(turn.side.run(turn.load, settings.seconds()));
            }
        }
        turns.forEach(turn -> report.add(Measured.median(turn.runs)));
    }

    private void alone(Shape shape) throws Exception {
        Turn turn = turn(http(shape, "service", service, bench.service), CONNECTIONS);
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            turn.runs.add(turn.side.run(turn.load, settings.seconds()));
        }
        report.add(Measured.median(turn.runs));
    }

    /** The load under which a side does best, by a short try of each. */
    private Turn turn(Side side, int[] loads) throws Exception {
        List<Measured> tried = new ArrayList<>();
        for (int load : loads) {
            tried.add(side.run(load, Math.max(2, settings.seconds() / 3)));
        }
        return new Turn(side, loads[tried.indexOf(Measured.best(tried))], new ArrayList<>());
    }

    private Side http(Shape shape, String by, Generator generator, JavaProcess process) {
        return (connections, seconds) -> meter.measure(
                shape.name(),
                by,
                connections + " connections",
                process.pid(),
                () -> generator.closed(shape, connections, seconds));
    }

    private Side yardstick(Scripts scripts) {
        return (clients, seconds) -> {
            bench.service.pause();
            try {
                return meter.measure(
                        scripts.name(),
                        "pgbench",
                        clients + " clients",
                        0,
                        () -> pgbench.run(scripts, clients, seconds));
            } finally {
                bench.service.resume();
                catchUp();
            }
        };
    }

    /** Until the service has done what it does behind the scenes for filings that it did not see. */
    private void catchUp() throws InterruptedException {
        boolean done = Eventually.comesTrue(CATCH_UP, () -> {
            service.open(List.of(new Flow(bench.shapes.withoutDatabase(), 10)), 0.2);
            return bench.database.ask(BEHIND).equals("f");
        });
        if (!done) {
            report.note("the service was still behind with figures or positions when the next run began");
        }
    }
}
