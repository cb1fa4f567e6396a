package vn.motcua.procedure.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.MotcuaIT;
import vn.motcua.Owner;
import vn.motcua.TestDatabase;

/** What the tables keep as a term in stages, whoever writes it. */
@MotcuaIT
class StagesIT {

    private static final String CHECK = "{\"name\": \"Thẩm định\", \"unit\": \"WORKING_DAY\", \"value\": 2}";
    private static final String SIGN = "{\"name\": \"Phê duyệt\", \"unit\": \"SAME_DAY\", \"cutOff\": \"15:00\"}";
    private static final String HAND = "{\"name\": \"Trả\", \"unit\": \"IMMEDIATE\"}";

    @Test
    void twoStagesOrMoreAreATerm() {
        assertThat(whole("[" + CHECK + "," + SIGN + "," + HAND + "]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "[" + CHECK + "]",
                "[" + CHECK + "," + CHECK + "]",
                "[" + CHECK + ", 1]",
                "[" + CHECK + ", {\"name\": \"\", \"unit\": \"IMMEDIATE\"}]",
                "[" + CHECK + ", {\"name\": \" a\", \"unit\": \"IMMEDIATE\"}]",
                "[" + CHECK + ", {\"unit\": \"IMMEDIATE\"}]",
                "[" + CHECK + ", {\"name\": \"a\"}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"IMMEDIATE\", \"value\": 1}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"MONTH\"}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"MONTH\", \"value\": \"1\"}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"MONTH\", \"value\": 0}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"MONTH\", \"value\": 1.5}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"MONTH\", \"value\": 3651}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"SAME_DAY\", \"cutOff\": \"25:00\"}]",
                "[" + CHECK + ", {\"name\": \"a\", \"unit\": \"STAGES\", \"stages\": []}]"
            })
    void anythingElseIsNone(String stages) {
        assertThat(whole(stages)).isFalse();
    }

    @Test
    void noMoreThanTwelve() {
        String most = "[" + HAND.replace("Trả", "0");
        for (int at = 1; at < 12; at++) {
            most += "," + HAND.replace("Trả", String.valueOf(at));
        }
        assertThat(whole(most + "]")).isTrue();
        assertThat(whole(most + "," + CHECK + "]")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'STAGES', NULL, NULL",
                "'STAGES', 3, '[" + CHECK + "," + SIGN + "]'",
                "'STAGES', NULL, '[" + CHECK + "]'",
                "'WORKING_DAY', 3, '[" + CHECK + "," + SIGN + "]'",
                "NULL, NULL, '[" + CHECK + "," + SIGN + "]'"
            })
    void aRowHasStagesWhereItsUnitSaysSoAndNothingBeside(String term) throws SQLException {
        refused("""
            INSERT INTO procedure_variant
                   (procedure_version, channel, case_code, case_name, term_source, term_unit, term_value, term_stages)
            VALUES (200126301, 'COUNTER', 'half', 'Half', 'test', %s)
            """.formatted(term), "term_");
        refused("""
            INSERT INTO term_confirmation
                   (procedure_version, channel, case_code, verified, source, confirmed_by, confirmed_at,
                    term_unit, term_value, term_stages)
            VALUES (200126301, 'COUNTER', 'default', true, 'test', 'test', '2026-01-01T00:00:00Z', %s)
            """.formatted(term), "term_");
    }

    private static void refused(String statement, String constraint) throws SQLException {
        try (var owner = TestDatabase.owner();
                var sent = owner.createStatement()) {
            assertThatThrownBy(() -> sent.execute(statement)).hasMessageContaining(constraint);
        }
    }

    private static boolean whole(String stages) {
        return (boolean) Owner.rows("SELECT are_stages_of_a_term(CAST(? AS jsonb)) AS whole", stages)
                .getFirst()
                .get("whole");
    }
}
