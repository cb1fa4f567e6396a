package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private static Measured run(double rate, double p99, Map<String, Integer> refusals) {
        return new Measured("shape", "service", "8 connections", rate, 1, p99, refusals, new Cpu(rate, 2, 3));
    }

    @Test
    void everyColumnHasItsOwnMedianAndRefusalsAddUp() {
        Measured median = Measured.median(
                List.of(run(100, 9, Map.of("503", 1)), run(300, 5, Map.of("503", 2, "0", 1)), run(200, 7, Map.of())));
        assertThat(median.rate()).isEqualTo(200);
        assertThat(median.p99()).isEqualTo(7);
        assertThat(median.cpu()).isEqualTo(new Cpu(200, 2, 3));
        assertThat(median.refusals()).isEqualTo(Map.of("503", 3, "0", 1));
        assertThat(median.errors()).isEqualTo(4);
    }

    @Test
    void theBestAnswersMostWithoutAnError() {
        Measured slow = run(100, 1, Map.of());
        Measured quick = run(200, 1, Map.of());
        Measured failing = run(900, 1, Map.of("500", 1));
        assertThat(Measured.best(List.of(slow, failing, quick))).isEqualTo(quick);
        assertThat(Measured.best(List.of(failing))).isEqualTo(failing);
    }
}
