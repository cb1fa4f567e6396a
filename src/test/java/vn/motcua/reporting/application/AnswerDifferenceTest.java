package vn.motcua.reporting.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is equal that was left out. */
class AnswerDifferenceTest {

    private static final Map<String, Object> COUNTED =
            Map.of("total", Map.of("received", 0, "rates", List.of(Map.of("definition", "OT-1", "numerator", 0))));

    @Test
    void anAnswerWithoutRatesIsNotEqual() {
        assertThat(AnswerDifference.first(COUNTED, COUNTED)).isEmpty();
        assertThat(AnswerDifference.first(Map.of("total", Map.of("received", 0)), COUNTED))
                .contains("total: the answer says no rate of OT-1");
    }
}
