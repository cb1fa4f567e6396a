package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service beside pgbench with its own statements and beside a twin on threads: one table, everything in one run. */
@Tag("bench")
@Tag("yardstick")
class YardstickBenchIT {

    @Test
    void oneTable() throws Exception {
        var report = new Report();
        var bench = Bench.start(Settings.given());
        try {
            measure(bench, report);
        } finally {
            bench.stop();
        }
        report.write(Path.of("target", "bench", "figures.md"));
        assertThat(report.goals()).isNotEmpty();
    }

    private static void measure(Bench bench, Report report) throws Exception {
        report.machine(Machine.line(bench.database.ask("SHOW server_version"), bench.settings.folder()));
        report.note("%,d dossiers from %s to %s"
                .formatted(bench.stock.dossiers(), bench.stock.first(), bench.stock.last()));
        List<Shape> figures = UnderLoad.served(bench, report);
        new SideBySide(bench, report, figures).run();
        new UnderLoad(bench, report, figures).run();
        new DeadlineEngine(bench.country.calendar()).measure(bench.settings).forEach(report::add);
        new IdentityCheck(bench.settings).measure().forEach(report::add);
        new SqlFigures(bench.database).run(report);
        if (bench.settings.profile()) {
            new Profiles(bench, report).ofMissedGoals();
        }
    }
}
