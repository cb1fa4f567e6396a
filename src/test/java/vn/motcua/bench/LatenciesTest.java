package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    /** A hundred calls of one to a hundred milliseconds, seen by two threads. */
    private static final Latencies HUNDRED = Latencies.of(List.of(millis(51, 100), millis(1, 50)));

    private static long[] millis(int from, int to) {
        return LongStream.rangeClosed(from, to).map(ms -> ms * 1_000_000).toArray();
    }

    @Test
    void aQuantileIsTheLatencyThatThisShareOfTheCallsTookAtMost() {
        assertThat(HUNDRED.quantile(0.5)).isEqualTo(50);
        assertThat(HUNDRED.quantile(0.99)).isEqualTo(99);
        assertThat(HUNDRED.quantile(0.991)).isEqualTo(100);
        assertThat(HUNDRED.quantile(1)).isEqualTo(100);
        assertThat(HUNDRED.quantile(0)).isEqualTo(1);
    }

    @Test
    void noCallHasNoLatency() {
        assertThat(Latencies.of(List.of()).quantile(0.5)).isNaN();
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Latencies.median(9, 1, 5)).isEqualTo(5);
        assertThat(Latencies.median(9, 1, 5, 4)).isEqualTo(4.5);
        assertThat(Latencies.median(Double.NaN, 3)).isEqualTo(3);
        assertThat(Latencies.median()).isNaN();
    }
}
