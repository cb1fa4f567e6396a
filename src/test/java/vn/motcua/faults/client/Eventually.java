package vn.motcua.faults.client;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for what will come true by itself: asked again and again, with a bound, and never by sleeping. */
public final class Eventually {

    private static final Duration PACE = Duration.ofMillis(100);

    private Eventually() {}

    /** Whether it came true in time. What throws is not true so far. */
    public static boolean comesTrue(Duration bound, Callable<Boolean> condition) throws InterruptedException {
        var answer = new CompletableFuture<Boolean>();
        try (ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor()) {
            var asked = asking.scheduleWithFixedDelay(
                    () -> ask(condition, answer), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return answer.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException tooLate) {
                return false;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            } finally {
                asked.cancel(true);
            }
        }
    }

    private static void ask(Callable<Boolean> condition, CompletableFuture<Boolean> answer) {
        try {
            if (condition.call()) {
                answer.complete(true);
            }
        } catch (Exception notYet) {
            answer.isDone();
        }
    }

    /** Runs things after a pause, on threads of their own. */
    public static Executor after(Duration pause) {
        return CompletableFuture.delayedExecutor(
                pause.toMillis(),
                TimeUnit.MILLISECONDS,
                run -> Thread.ofVirtual().start(run));
    }
}
