package vn.motcua.bench;

import java.util.List;
import java.util.Locale;

/** Fills the database once; a later run finds it full. */
final class Loading {

    private static final String FROM = "2024-07-01";
    private static final String TO = "2026-06-30";

    /** All that is loaded is earlier. */
    static final String END = "2026-07-01";

    private final BenchDatabase database;
    private final Settings settings;
    private final Commands commands;
    private final Bulk bulk;

    Loading(BenchDatabase database, Settings settings, Commands commands, Bulk bulk) {
        this.database = database;
        this.settings = settings;
        this.commands = commands;
        this.bulk = bulk;
    }

    /** Runs a command of the service. */
    interface Commands {
        void run(String command, String... settings) throws Exception;
    }

    /** Simulates years of work. */
    interface Bulk {
        void run(List<String> arguments) throws Exception;
    }

    void run() throws Exception {
        long there = Long.parseLong(
                database.ask("SELECT count(*) FROM (SELECT FROM dossier LIMIT %d) d".formatted(settings.dossiers())));
        if (there > 0 && there < settings.dossiers()) {
            throw new IllegalStateException(
                    "%s holds %d dossiers: throw it away, or ask for no more".formatted(settings.folder(), there));
        }
        if (there == 0) {
            if (!settings.reference().isEmpty()) {
                commands.run("import " + settings.reference());
            }
            timed("Loaded %d dossiers".formatted(settings.dossiers()), this::load);
            timed("Vacuumed and analysed", () -> database.run("VACUUM ANALYZE"));
        }
    }

    private void load() throws Exception {
        bulk.run(List.of("bulk", "--seed=1", "--dossiers=" + settings.dossiers(), "--from=" + FROM, "--to=" + TO));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void timed(String what, Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "%s in %.0f s%n", what, (System.nanoTime() - begun) / 1e9);
    }
}
