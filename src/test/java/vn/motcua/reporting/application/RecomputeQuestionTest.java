package vn.motcua.reporting.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question in a file is refused where the service would refuse it. */
class RecomputeQuestionTest {

    private static final Map<String, Object> RIGHT =
            Map.of("level", "NATION", "from", "2026-01-01", "to", "2026-03-31", "askedAt", "2026-04-01");

    @ParameterizedTest
    @CsvSource({
        "scope, own,        scope is not as it should be",
        "by,    RECEIVED,   by is not as it should be",
        "to,    2025-12-31, from is not as it should be: period-upside-down",
        "from,  2019-12-31, from is not as it should be: period-before-data",
        "to,    2036-01-01, to is not as it should be: period-too-long",
        "from,  2027-01-01, 'from is not as it should be: period-upside-down, "
                + "from is not as it should be: period-in-future'",
        "form,  2026-01-01, no parameter is called form"
    })
    void aFaultIsNamed(String name, String value, String message) {
        Map<String, Object> wrong = new HashMap<>(RIGHT);
        wrong.put(name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecomputeQuestion.of(wrong, Optional.empty()))
                .withMessage(message);
    }

    @Test
    void whatWasAskedLaterMayBeginAfterItsMoment() {
        Map<String, Object> known = new HashMap<>(RIGHT);
        known.remove("askedAt");
        known.put("asOf", "2025-12-31");
        assertThat(RecomputeQuestion.of(known, Optional.empty()).question().faults())
                .hasSize(1);
    }

    @Test
    void wordsAreRead() {
        Map<String, Object> own = new HashMap<>(RIGHT);
        own.put("scope", "OWN");
        own.put("by", "RECEIVING");
        assertThat(RecomputeQuestion.of(own, Optional.empty()).question())
                .matches(question -> question.isOwn() && question.isByReceiving());
        assertThat(RecomputeQuestion.of(RIGHT, Optional.empty()).question())
                .matches(question -> !question.isOwn() && !question.isByReceiving());
    }
}
