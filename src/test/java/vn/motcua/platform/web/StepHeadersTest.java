package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepHeadersTest {

    @Test
    void keyIsTheSameBareAndQuoted() {
        assertThat(IdempotencyKey.required("8e03978e-40d5-43dd-bc93-6894a57f9324"))
                .isEqualTo(IdempotencyKey.required("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""));
        assertThat(IdempotencyKey.required("\"a\\\"b\\\\c\"")).isEqualTo("a\"b\\c");
        assertThat(IdempotencyKey.required("k".repeat(255))).hasSize(255);
    }

    @Test
    void keyMayBeAbsentWhereItIsOnlyAdvised() {
        assertThat(IdempotencyKey.optional(null)).isEmpty();
        refuses(ProblemType.IDEMPOTENCY_KEY_REQUIRED, () -> IdempotencyKey.required(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "two words", "\u0110\u01a1n", "a\u0001", "\"a\"; p=1"})
    void refusesMalformedKeys(String header) {
        refuses(ProblemType.MALFORMED_IDEMPOTENCY_KEY, () -> IdempotencyKey.optional(header));
    }

    @Test
    void refusesKeysOfMoreThan255Characters() {
        refuses(ProblemType.MALFORMED_IDEMPOTENCY_KEY, () -> IdempotencyKey.optional("k".repeat(256)));
        refuses(ProblemType.MALFORMED_IDEMPOTENCY_KEY, () -> IdempotencyKey.optional('"' + "k".repeat(256) + '"'));
    }

    @Test
    void entityTagIsTheVersion() {
        assertThat(EntityTag.of(7)).isEqualTo("\"7\"");
        assertThat(EntityTag.expected(EntityTag.of(7))).isEqualTo(7);
        refuses(ProblemType.IF_MATCH_REQUIRED, () -> EntityTag.expected(null));
        refuses(ProblemType.IF_MATCH_REQUIRED, () -> EntityTag.expected(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "W/\"7\"", "\"07\"", "\"-1\"", "\"99999999999\"", "\"1\", \"2\""})
    void whatNamesNoVersionNeverMatches(String header) {
        refuses(ProblemType.VERSION_CONFLICT, () -> EntityTag.expected(header));
    }

    private static void refuses(ProblemType type, ThrowingCallable reading) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(reading)
                .extracting(Problem::type)
                .isEqualTo(type);
    }
}
