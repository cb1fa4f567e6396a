package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LargeBodyWorkersTest {

    private static final int LARGE = 16 * 1024 + 1;

    private final LargeBodies workers = new LargeBodies();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() {
        gate.countDown();
        workers.destroy();
    }

    @Test
    void aShortBodyIsJudgedWhereItCame() {
        assertThat(workers.run(LARGE - 1, Thread::currentThread).block()).isSameAs(Thread.currentThread());
    }

    @Test
    void aLongBodyIsJudgedElsewhere() {
        assertThat(workers.run(LARGE, () -> Thread.currentThread().getName()).block())
                .startsWith("large-bodies");
    }

    @Test
    void pastTheLimitLongBodiesAreToldToComeAgain() {
        List<CompletableFuture<Boolean>> flood = IntStream.range(0, 200)
                .mapToObj(at -> workers.run(LARGE, this::waitAtTheGate).toFuture())
                .toList();
        List<CompletableFuture<Boolean>> refused =
                flood.stream().filter(CompletableFuture::isDone).toList();
        gate.countDown();

        assertThat(refused).hasSizeGreaterThan(100).hasSizeLessThan(200);
        assertThat(refused)
                .allSatisfy(body -> assertThat(
                                body.handle((judged, refusal) -> refusal).join())
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED)));
        assertThat(flood.stream().filter(body -> !refused.contains(body)).map(CompletableFuture::join))
                .containsOnly(true);
    }

    private boolean waitAtTheGate() {
        try {
            gate.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new CompletionException(stopped);
        }
    }
}
