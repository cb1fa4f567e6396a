package vn.motcua.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One line of the table: medians of several runs.
 *
 * @param what the shape
 * @param by who answered: service, twin, pgbench
 * @param load the number of connections, or the constant rate of arrivals
 * @param rate answers a second
 * @param p50 in milliseconds
 * @param p99 in milliseconds
 * @param refusals by status, of all runs together
 * @param cpu seconds per thousand requests; not numbers where the run was shared with other shapes
 */
record Measured(
        String what,
        String by,
        String load,
        double rate,
        double p50,
        double p99,
        Map<String, Integer> refusals,
        Cpu cpu) {

    static final Cpu SHARED = new Cpu(Double.NaN, Double.NaN, Double.NaN);

    /** Line by line of what was measured in each run. */
    static Measured median(List<Measured> runs) {
        Measured first = runs.getFirst();
        return new Measured(
                first.what,
                first.by,
                first.load,
                of(runs, Measured::rate),
                of(runs, Measured::p50),
                of(runs, Measured::p99),
                Generator.refusals(runs.stream().map(Measured::refusals).toList()),
                new Cpu(
                        of(runs, run -> run.cpu.service()),
                        of(runs, run -> run.cpu.database()),
                        of(runs, run -> run.cpu.generator())));
    }

    private static double of(List<Measured> runs, ToDoubleFunction<Measured> what) {
        return Latencies.median(runs.stream().mapToDouble(what).toArray());
    }

    /** The one that answered most a second without an error, or most of all when each had errors. */
    static Measured best(List<Measured> tried) {
        return tried.stream()
                .max(Comparator.comparing((Measured one) -> one.errors() == 0).thenComparingDouble(Measured::rate))
                .orElseThrow();
    }

    int errors() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Seconds of service and database for a request, in milliseconds. */
    double cpuMillis() {
        return (Double.isNaN(cpu.service()) ? 0 : cpu.service()) + cpu.database();
    }
}
