package vn.motcua.bench;

import vn.motcua.bench.Generator.Run;

/** Measures runs: what came of them, and whose processor time they took. */
final class Meter {

    private final long postmaster;

    Meter(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Something that runs for some seconds. */
    interface Running {
        Run run() throws Exception;
    }

    /** @param server the process that serves, 0 for none beside the database */
    Measured measure(String what, String by, String load, long server, Running running) throws Exception {
        Cpu before = now(server);
        Run run = running.run();
        Cpu spent = now(server).minus(before);
        Cpu each = spent.perThousandOf(Math.max(1, run.latencies().count() + run.errors()));
        return line(what, by, load, run, server == 0 ? new Cpu(Double.NaN, each.database(), each.generator()) : each);
    }

    static Measured line(String what, String by, String load, Run run, Cpu cpu) {
        return new Measured(
                what,
                by,
                load,
                run.rate(),
                run.latencies().quantile(0.5),
                run.latencies().quantile(0.99),
                run.refusals(),
                cpu);
    }

    private Cpu now(long server) {
        return new Cpu(
                server == 0 ? 0 : Cpu.of(server),
                Cpu.ofFamily(postmaster),
                Cpu.of(ProcessHandle.current().pid()));
    }
}
