package vn.motcua.bench;

import java.sql.Connection;
import java.util.Locale;

/** Fills the database once; a later run finds it full. */
final class Loading {

    private Loading() {}

    /** Runs a command of the service. */
    interface Commands {
        void run(String command, String... settings) throws Exception;
    }

    static void into(BenchDatabase database, Settings settings, Commands commands) throws Exception {
        if (!settings.reference().isEmpty()) {
            commands.run("import " + settings.reference());
        }
        long there = Long.parseLong(
                database.ask("SELECT count(*) FROM (SELECT FROM dossier LIMIT %d) d".formatted(settings.dossiers())));
        if (there < settings.dossiers()) {
            long begun = System.nanoTime();
            try (Connection owner = database.address().owner()) {
                Million.load(owner, settings.dossiers());
            }
            System.out.printf(
                    Locale.ROOT,
                    "Loaded %,d dossiers in %.0f s%n",
                    settings.dossiers(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }
}
