package vn.motcua.platform.db;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.motcua.platform.StartRefused;

/** Work that a command of the jar waits for. A service never waits. */
public final class Foreground {

    private Foreground() {}

    /**
     * Runs it to its end.
     *
     * @throws StartRefused when it failed, with the first line of why
     */
    public static <T> T run(Mono<T> work) {
        Future<@Nullable T> running = work.toFuture();
        try {
            return Objects.requireNonNull(running.get(), "Nothing came of it");
        } catch (ExecutionException failed) {
            throw new StartRefused(firstLine(failed.getCause() == null ? failed : failed.getCause()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Stopped", interrupted);
        }
    }

    private static String firstLine(Throwable failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .findFirst()
                .orElse(failed.getClass().getSimpleName());
    }
}
