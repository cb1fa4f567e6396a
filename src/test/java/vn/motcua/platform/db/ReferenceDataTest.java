package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ReferenceDataTest {

    @Test
    void everyRowIsReadPageByPage() {
        for (int rows : new int[] {0, 1, 199, 200, 201, 400, 1001}) {
            var pages = new AtomicInteger();
            assertThat(ReferenceData.<Integer>all(last -> {
                                pages.incrementAndGet();
                                return page(last, rows);
                            })
                            .block())
                    .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
            assertThat(pages).hasValue(rows / ReferenceData.PAGE + 1);
        }
    }

    @Test
    void valueIsReadOnce() {
        var readings = new AtomicInteger();
        Mono<Integer> kept = ReferenceData.kept(Mono.fromCallable(readings::incrementAndGet));
        assertThat(kept.block()).isEqualTo(1);
        assertThat(kept.block()).isEqualTo(1);
    }

    @Test
    void failureIsNotKept() {
        var readings = new AtomicInteger();
        Mono<Integer> kept = ReferenceData.kept(Mono.fromCallable(() -> {
            if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("down");
            }
            return readings.get();
        }));
        assertThatThrownBy(kept::block).hasMessage("down");
        assertThat(kept.block()).isEqualTo(2);
        assertThat(kept.block()).isEqualTo(2);
    }

    private static Mono<List<Integer>> page(Optional<Integer> last, int rows) {
        int from = last.map(row -> row + 1).orElse(0);
        return Mono.just(IntStream.range(from, Math.min(rows, from + ReferenceData.PAGE))
                .boxed()
                .toList());
    }
}
