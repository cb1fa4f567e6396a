package vn.motcua.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import vn.motcua.bench.Generator.Flow;
import vn.motcua.bench.Generator.Run;

/** Latencies from constant arrivals: figures and pages, while filings go on; and the highest rates that stay quick. */
final class UnderLoad {

    private static final int FILINGS = 50;
    private static final int PAGES = 50;
    private static final int QUESTIONS = 40;
    private static final double QUICK_P99 = 30;
    private static final int HIGHEST = 20_000;

    private final Bench bench;
    private final Report report;
    private final List<Shape> figures;
    private final Settings settings;
    private final Generator service;
    private final Meter meter;
    private final Shape filing;

    UnderLoad(Bench bench, Report report, List<Shape> figures) throws IOException {
        this.bench = bench;
        this.report = report;
        this.figures = figures;
        this.settings = bench.settings;
        service = new Generator(bench.service.port());
        meter = new Meter(bench.database.postmaster());
        filing = bench.shapes.filing();
    }

    /** Figures that the service answers; of the others it says what they were answered. */
    static List<Shape> served(Bench bench, Report report) throws IOException {
        List<Shape> served = new ArrayList<>();
        try (Wire wire = new Wire(bench.service.port())) {
            for (Shape shape : bench.shapes.figures()) {
                String answer = wire.ask(shape.requests().at(0));
                if (answer.startsWith(shape.expected() + " ")) {
                    served.add(shape);
                } else {
                    report.note(shape.name() + " SKIPPED: answered "
                            + answer.lines().findFirst().orElse("").replaceFirst("\"instance.*", ""));
                }
            }
        }
        return served;
    }

    void run() throws Exception {
        List<List<Measured>> runs = new ArrayList<>();
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            runs.add(together());
        }
        for (int line = 0; line < runs.getFirst().size(); line++) {
            int at = line;
            report.add(Measured.median(runs.stream().map(run -> run.get(at)).toList()));
        }
        highest(Shapes.PAGE, rate -> flows(bench.shapes.page(), rate));
        if (!figures.isEmpty()) {
            highest("figures, all by turns", rate -> flows(byTurns(figures), rate));
        }
    }

    /** Everything at once; processor time of all together. */
    private List<Measured> together() throws Exception {
        List<Flow> flows = new ArrayList<>(List.of(new Flow(filing, FILINGS), new Flow(bench.shapes.page(), PAGES)));
        for (Shape shape : figures) {
            flows.add(new Flow(shape, QUESTIONS / figures.size()));
        }
        List<Run> each = new ArrayList<>();
        double seconds = 2.0 * settings.seconds();
        Measured all = meter.measure("all of these together", "service, under load", "", bench.service.pid(), () -> {
            each.addAll(service.open(flows, seconds));
            return sum(each, seconds);
        });
        List<Measured> lines = new ArrayList<>();
        for (int at = 0; at < flows.size(); at++) {
            Flow flow = flows.get(at);
            lines.add(Meter.line(
                    flow.shape().name(),
                    "service, under load",
                    flow.perSecond() + " arrivals/s",
                    each.get(at),
                    Measured.SHARED));
        }
        lines.add(all);
        return lines;
    }

    private static Run sum(List<Run> runs, double seconds) {
        return new Run(
                Latencies.of(runs.stream().map(run -> run.latencies().sorted()).toList()),
                Generator.refusals(runs.stream().map(Run::refusals).toList()),
                seconds);
    }

    private List<Flow> flows(Shape shape, int rate) {
        return List.of(new Flow(shape, rate), new Flow(filing, FILINGS));
    }

    static Shape byTurns(List<Shape> shapes) {
        return new Shape(
                "figures",
                200,
                number -> shapes.get((int) (number % shapes.size())).requests().at(number / shapes.size()));
    }

    /** Doubles the rate while it stays quick, then halves the gap four times. */
    private void highest(String what, IntFunction<List<Flow>> flows) throws Exception {
        Run best = null;
        int quick = 0;
        int slow = 2 * HIGHEST;
        int rate = QUESTIONS;
        for (int halvings = 0; halvings < 4 && rate < HIGHEST; ) {
            Run run = service.open(flows.apply(rate), Math.max(2, settings.seconds() / 2))
                    .getFirst();
            if (run.errors() == 0 && run.latencies().quantile(0.99) < QUICK_P99) {
                quick = rate;
                best = run;
            } else {
                slow = rate;
            }
            boolean found = slow <= HIGHEST;
            halvings += found ? 1 : 0;
            rate = found ? (quick + slow) / 2 : 2 * rate;
        }
        if (best == null) {
            report.note(String.format(Locale.ROOT, "%s: p99 of 30 ms or more at %d/s and above", what, slow));
        } else {
            report.add(Meter.line(
                    what, "service, highest with p99 < 30 ms", quick + " arrivals/s", best, Measured.SHARED));
        }
    }
}
