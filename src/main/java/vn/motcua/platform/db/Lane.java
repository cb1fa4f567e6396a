package vn.motcua.platform.db;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Small writes of many requests, one after another: one write is under way, and what comes meanwhile gathers into the next, so
 * that many share a commit. Whoever comes when no more than one width waits is written by the next write.
 *
 * <p>Nobody is told that an item is written before it is. Whoever waited too long is refused, and what was not under way by then is
 * never written; what was may be.
 */
public final class Lane<T> {

    private final Function<List<T>, Mono<?>> write;
    private final int widest;
    private final int longest;
    private final Duration patience;
    private final Queue<Waiting<T>> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param write writes all of them or none; it must be shielded, since its callers may leave
     * @param widest how many items one write takes
     * @param longest how many may wait; past it nothing is taken in
     * @param patience how long one waits; the write goes on
     */
    public Lane(Function<List<T>, Mono<?>> write, int widest, int longest, Duration patience) {
        this.write = write;
        this.widest = widest;
        this.longest = longest;
        this.patience = patience;
    }

    private record Waiting<T>(T item, CompletableFuture<@Nullable Void> written) {}

    /** Ends when the item is written; fails as its write fails, or with {@link Overloaded} when too many wait or one too long. */
    public Mono<Void> add(T item) {
        return Mono.defer(() -> {
            var written = new CompletableFuture<@Nullable Void>();
            if (!admitted(new Waiting<>(item, written))) {
                return Mono.error(new Overloaded());
            }
            next(false);
            return Mono.<Void>fromFuture(written, true).timeout(patience, Mono.defer(() -> givenUp(written)));
        });
    }

    private static Mono<Void> givenUp(CompletableFuture<@Nullable Void> written) {
        var late = new Overloaded();
        written.completeExceptionally(late);
        return Mono.error(late);
    }

    private synchronized boolean admitted(Waiting<T> one) {
        return waiting.size() < longest && waiting.add(one);
    }

    /** The next write begins before those who waited for the last one go on, since they go on here. */
    private void next(boolean isAfterOne) {
        List<Waiting<T>> batch = batch(isAfterOne);
        if (!batch.isEmpty()) {
            List<T> items = batch.stream().map(Waiting::item).toList();
            CompletableFuture<?> _ = written(items).toFuture().whenComplete((_, error) -> {
                next(true);
                batch.forEach(one -> end(one, error));
            });
        }
    }

    /** A refusal, before which nothing began, is for one unit of work and not for all who share it: it is asked again, once. */
    private Mono<Void> written(List<T> items) {
        Mono<Void> once = Mono.defer(() -> write.apply(items).then());
        return once.onErrorResume(Overloaded.class, _ -> once);
    }

    private synchronized List<Waiting<T>> batch(boolean isAfterOne) {
        if (busy && !isAfterOne) {
            return List.of();
        }
        List<Waiting<T>> batch = new ArrayList<>();
        while (batch.size() < widest && !waiting.isEmpty()) {
            Waiting<T> next = waiting.remove();
            if (!next.written().isDone()) {
                batch.add(next);
            }
        }
        busy = !batch.isEmpty();
        return batch;
    }

    private static void end(Waiting<?> one, @Nullable Throwable error) {
        if (error == null) {
            one.written().complete(null);
        } else {
            one.written().completeExceptionally(error);
        }
    }
}
