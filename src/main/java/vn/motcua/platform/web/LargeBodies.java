package vn.motcua.platform.web;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Judges long bodies beside the event loop, which has others to serve; few wait, the rest are told to come again. */
@Component
class LargeBodies implements DisposableBean {

    private static final int LARGE = 16 * 1024;
    private static final int THREADS = 2;
    private static final int WAITING = 32;

    private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, WAITING, "large-bodies");

    <T> Mono<T> run(int length, Supplier<T> work) {
        Mono<T> judged = Mono.fromSupplier(work);
        return length <= LARGE
                ? judged
                : judged.subscribeOn(threads)
                        .onErrorMap(RejectedExecutionException.class, full -> new Problem(ProblemType.OVERLOADED));
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
