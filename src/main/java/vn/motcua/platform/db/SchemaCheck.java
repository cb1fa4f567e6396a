package vn.motcua.platform.db;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.StartRefused;

/** Before the first request: the service runs only on the schema that it was written for, and on what capabilities check. */
@Component
@Profile("!dev")
class SchemaCheck implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final List<StartCheck> checks;
    private volatile boolean running;

    SchemaCheck(Database database, List<StartCheck> checks) {
        this.database = database;
        this.checks = checks;
    }

    @Override
    public void start() {
        int found = version();
        int known = Schema.KNOWN.version();
        if (found != known) {
            throw new StartRefused("The schema is at version " + found + ", this program knows version " + known
                    + (found < known ? ": run the command migrate" : ": start a newer program"));
        }
        for (StartCheck check : checks) {
            answer("What must be checked before the start", check.refusal()).ifPresent(sentence -> {
                throw new StartRefused(sentence);
            });
        }
        running = true;
    }

    /** A database that was never migrated has no history, or none that the serving role may read. */
    private int version() {
        return answer(
                        "The schema's version",
                        database.read(Sql.of("""
                            SELECT coalesce(max(version::int), 0) AS version
                              FROM flyway_schema_history
                             WHERE success AND version IS NOT NULL\
                            """), row -> Rows.required(row, "version", Integer.class)))
                .getFirst();
    }

    private static <T> T answer(String what, Mono<T> asked) {
        try {
            return asked.toFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new StartRefused(what + " cannot be read: " + reason(failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Stopped while starting", interrupted);
        }
    }

    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
