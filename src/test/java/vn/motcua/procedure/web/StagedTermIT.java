package vn.motcua.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.platform.db.ReferenceVersions;

/** A person's word on a term in stages: adoption, whose page on the portal shows no term. */
@MovableClockIT
class StagedTermIT {

    private static final int VERSION = 200126301;
    private static final String PROCEDURE = "/api/v1/procedures/2.001263";
    private static final String CHECK =
            "{\"name\": \"Thẩm định\", \"term\": {\"value\": 2, \"unit\": \"WORKING_DAY\"}}";
    private static final String SIGN =
            "{\"name\": \"Phê duyệt\", \"term\": {\"unit\": \"SAME_DAY\", \"cutOff\": \"15:00\"}}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ReferenceVersions versions;

    private Api api;
    private String operator;

    @BeforeEach
    void signIn() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
        operator = api.token("operator");
    }

    @AfterEach
    void forget() {
        Owner.run("DELETE FROM term_confirmation WHERE procedure_version = ?", VERSION);
        Owner.run("UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure'");
        versions.look().block();
    }

    @Test
    void aTermInStagesIsShownInItsOrderAndEndsTheGap() {
        assertThat(gaps()).contains("2.001263");
        JsonNode answer = confirm(stages(CHECK, SIGN)).is(200).body();
        assertThat(answer.path("variants")).hasSize(3).allSatisfy(variant -> {
            assertThat(variant.path("termBasis").asString()).isEqualTo("CONFIRMED");
            assertThat(variant.at("/term/unit").asString()).isEqualTo("STAGES");
            assertThat(variant.at("/term/stages"))
                    .isEqualTo(JsonMapper.shared().readTree("[" + CHECK + "," + SIGN + "]"));
        });
        assertThat(api.get(operator, PROCEDURE).is(200).body()).isEqualTo(answer);
        assertThat(gaps()).doesNotContain("2.001263");
    }

    @Test
    void aRepeatedRequestIsAnsweredWithTheSameStages() {
        String body = stages(CHECK, SIGN);
        Reply first = confirm(body, "Idempotency-Key", "two-stages");
        Reply second = confirm(body, "Idempotency-Key", "two-stages");
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(second.text()).isEqualTo(first.is(200).text());
        Owner.run("DELETE FROM confirmation_answer WHERE key = 'two-stages'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"unit\": \"STAGES\"} | /term/stages missing-field",
                "{\"unit\": \"STAGES\", \"stages\": []} | /term/stages too-few",
                "{\"unit\": \"STAGES\", \"stages\": [" + CHECK + "]} | /term/stages too-few",
                "{\"unit\": \"MONTH\", \"value\": 1, \"stages\": [" + CHECK + "," + SIGN + "]} | /term/stages"
                        + " conflicting-fields",
                "{\"unit\": \"STAGES\", \"value\": 3, \"stages\": [" + CHECK
                        + ", {\"name\": \" \", \"term\": {\"unit\":"
                        + " \"MONTH\"}}, " + CHECK
                        + "]} | /term/value conflicting-fields, /term/stages/1/name too-short,"
                        + " /term/stages/1/term/value missing-field, /term/stages/2/name stage-named-twice",
                "{\"unit\": \"STAGES\", \"stages\": [" + CHECK + ", {\"name\": \"\", \"term\": {\"unit\": \"MONTH\","
                        + " \"value\": 0}}, {\"name\": \"a\", \"term\":"
                        + " {\"unit\": \"CLOCK_HOUR\", \"value\": 3651}},"
                        + " {\"name\": \"b\", \"term\": {\"unit\":"
                        + " \"CLOCK_HOUR\", \"value\": -1}}]} |"
                        + " /term/stages/1/name too-short,"
                        + " /term/stages/1/term/value too-small,"
                        + " /term/stages/2/term/value too-large,"
                        + " /term/stages/3/term/value too-small",
                "{\"unit\": \"STAGES\", \"stages\": [" + CHECK + ", {\"name\": \"a\", \"term\": {\"unit\": \"STAGES\","
                        + " \"stages\": [" + CHECK + "," + SIGN + "]}}]} | /term/stages/1/term/stages unknown-field,"
                        + " /term/stages/1/term/unit invalid-value"
            })
    void whatIsNoTermInStagesIsToldAtOnce(String term, String errors) {
        JsonNode answer = confirm(body(term)).is(422).body();
        assertThat(answer.path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactlyInAnyOrder(errors.split(", "));
        assertThat(Owner.number("SELECT count(*) FROM term_confirmation WHERE procedure_version = ?", VERSION))
                .isZero();
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        String decomposed = CHECK.replace("Thẩm định", Normalizer.normalize("Thẩm định ", Normalizer.Form.NFD));
        assertThat(confirm(stages(CHECK, decomposed))
                        .is(422)
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("stage-named-twice");
    }

    @Test
    void thereAreAtMostTwelve() {
        List<String> stages = IntStream.range(0, 13)
                .mapToObj(at -> CHECK.replace("Thẩm định", "Bước " + at))
                .toList();
        assertThat(confirm(stages(stages.toArray(String[]::new)))
                        .is(422)
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("too-many");
        confirm(stages(stages.stream().limit(12).toArray(String[]::new))).is(200);
    }

    private static String stages(String... stages) {
        return body(List.of(stages).stream()
                .collect(Collectors.joining(",", "{\"unit\": \"STAGES\", \"stages\": [", "]}")));
    }

    private static String body(String term) {
        return "{\"term\": " + term + ", \"source\": \"Luật Nuôi con nuôi\", \"verified\": true}";
    }

    private Reply confirm(String body, String... headers) {
        return api.post(operator, PROCEDURE + "/confirmations", body, headers);
    }

    private List<String> gaps() {
        return api.get(operator, "/api/v1/procedure-gaps?reason=TERM_NOT_SHOWN&limit=100")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }
}
