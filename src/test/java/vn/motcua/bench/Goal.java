package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the project wants to reach, and what this run reached.
 *
 * @param shape whose profile tells why it was missed
 */
record Goal(String what, String wanted, String reached, boolean met, String shape) {

    private static final double FIGURES_P50 = 5;
    private static final double FIGURES_P99 = 30;
    private static final double AS_OF_P99 = 100;

    /** Goals of which both sides were measured. */
    static List<Goal> of(List<Measured> all) {
        List<Goal> goals = new ArrayList<>();
        atLeast(goals, all, Shapes.FILING, Shapes.FILING, "pgbench", 1.0);
        find(all, Shapes.FILING, "service")
                .ifPresent(filing -> goals.add(new Goal(
                        "CPU of a filing, service and PostgreSQL",
                        "<= 0.60 ms",
                        format("%.2f ms", filing.cpuMillis()),
                        filing.cpuMillis() <= 0.60,
                        Shapes.FILING)));
        for (String shape : List.of(Shapes.FILING, Shapes.DOSSIER, Shapes.PAGE)) {
            atLeast(goals, all, shape, shape, "twin", 2.0);
        }
        atLeast(goals, all, Shapes.DOSSIER, Shapes.NO_DATABASE, "service", 0.8);
        find(all, Shapes.PAGE, "service")
                .ifPresent(page -> goals.add(new Goal(
                        Shapes.PAGE,
                        ">= 5,000/s or <= 0.40 ms of CPU",
                        format("%,.0f/s, %.2f ms", page.rate(), page.cpuMillis()),
                        page.rate() >= 5000 || page.cpuMillis() <= 0.40,
                        Shapes.PAGE)));
        all.stream()
                .filter(one -> one.what().startsWith("figures: ") && one.by().equals("service, under load"))
                .forEach(one -> goals.add(figures(one)));
        find(all, Shapes.DEADLINE, "engine, one core")
                .ifPresent(engine -> goals.add(new Goal(
                        Shapes.DEADLINE,
                        ">= 2,000,000/s a core",
                        format("%,.0f/s", engine.rate()),
                        engine.rate() >= 2_000_000,
                        "")));
        return goals;
    }

    private static void atLeast(
            List<Goal> goals, List<Measured> all, String shape, String other, String by, double times) {
        find(all, shape, "service")
                .ifPresent(ours -> find(all, other, by).ifPresent(theirs -> {
                    double ratio = ours.rate() / theirs.rate();
                    goals.add(new Goal(
                            shape + " against " + (other.equals(shape) ? by : other),
                            format(">= %.1f times", times),
                            format("%.2f times", ratio),
                            ratio >= times,
                            shape));
                }));
    }

    private static Goal figures(Measured one) {
        boolean asOf = one.what().contains("as of");
        boolean met = one.errors() == 0
                && (asOf ? one.p99() < AS_OF_P99 : one.p50() < FIGURES_P50 && one.p99() < FIGURES_P99);
        return new Goal(
                one.what(),
                asOf ? "p99 < 100 ms" : "p50 < 5 ms, p99 < 30 ms",
                format("p50 %.1f ms, p99 %.1f ms", one.p50(), one.p99()),
                met,
                one.what());
    }

    private static Optional<Measured> find(List<Measured> all, String what, String by) {
        return all.stream()
                .filter(one -> one.what().equals(what) && one.by().equals(by))
                .findFirst();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
