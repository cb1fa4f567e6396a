package vn.motcua.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.platform.db.ReferenceVersions;

/** A person's word on a term, on a procedure that only this test knows. */
@MovableClockIT
class TermConfirmationIT {

    private static final int VERSION = 900010101;
    private static final int NEXT_VERSION = 900010102;
    private static final String MOVE =
            "UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure'";
    private static final String PROCEDURE = "/api/v1/procedures/9.000101";
    private static final String CONFIRMATIONS = PROCEDURE + "/confirmations";
    private static final String GAPS = "/api/v1/procedure-gaps";
    private static final String UNIT = "18544";
    private static final String THREE_DAYS =
            "{\"case\": \"default\", \"term\": {\"value\": 3, \"unit\": \"WORKING_DAY\"}, \"source\": \"Luật\","
                    + " \"verified\": true}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ReferenceVersions versions;

    private Api api;
    private String operator = "";

    @BeforeEach
    void publishAProcedureWithoutAUnit() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
        operator = api.token("operator");
        Owner.run("""
            INSERT INTO procedure_version (id, code, name, sector, effective_from, decision, levels, source)
            VALUES (?, '9.000101', 'Thủ tục chỉ để thử xác nhận', 'Thử', '2025-07-01', '1/QĐ', '{COMMUNE}', 'test')
                ON CONFLICT (id) DO UPDATE SET effective_to = NULL
            """, VERSION);
        Owner.run("""
            INSERT INTO procedure_decider (procedure_version, level, kind) VALUES (?, 'COMMUNE', 'POLICE')
                ON CONFLICT DO NOTHING
            """, VERSION);
        Owner.run("""
            INSERT INTO procedure_variant (procedure_version, channel, case_code, case_name, shown_value)
            VALUES (?, 'ONLINE', 'default', 'Thông thường', '3'), (?, 'COUNTER', 'default', 'Thông thường', '3'),
                   (?, 'COUNTER', 'complex', 'Phức tạp', '9')
                ON CONFLICT DO NOTHING
            """, VERSION, VERSION, VERSION);
        moved();
    }

    @AfterEach
    void takeItOutOfForce() {
        Owner.run("DELETE FROM term_confirmation WHERE procedure_version IN (?, ?)", VERSION, NEXT_VERSION);
        Owner.run("DELETE FROM procedure_variant WHERE procedure_version = ?", NEXT_VERSION);
        Owner.run("DELETE FROM procedure_version WHERE id = ?", NEXT_VERSION);
        Owner.run("DELETE FROM confirmation_answer");
        Owner.run("UPDATE procedure_version SET effective_to = effective_from WHERE id = ?", VERSION);
        moved();
    }

    @Test
    void afterAConfirmationAnAcceptedDossierHasADueMoment() {
        Reply before = accepted();
        assertThat(before.body().path("dueAt").isNull()).isTrue();
        assertThat(before.string("dueMissing")).isEqualTo("TERM_UNCONFIRMED");

        JsonNode answer = confirm(THREE_DAYS).is(200).body();
        assertThat(answer.path("variants"))
                .filteredOn(variant -> variant.path("case").asString().equals("default"))
                .hasSize(2)
                .allSatisfy(variant -> {
                    assertThat(variant.at("/term/value").asInt()).isEqualTo(3);
                    assertThat(variant.path("termBasis").asString()).isEqualTo("CONFIRMED");
                    assertThat(variant.path("termSource").asString()).isEqualTo("Luật");
                    assertThat(variant.path("shownValue").asString()).isEqualTo("3");
                });
        assertThat(api.get(operator, PROCEDURE).is(200).body()).isEqualTo(answer);

        assertThat(accepted().string("dueAt")).isEqualTo("2026-03-05T17:00:00+07:00");
    }

    @Test
    void theNewestWordCounts() {
        confirm(THREE_DAYS).is(200);
        confirm(THREE_DAYS.replace("3", "5").replace("true", "false")).is(200);
        assertThat(api.get(operator, PROCEDURE).is(200).body().path("variants"))
                .filteredOn(variant -> variant.path("channel").asString().equals("ONLINE"))
                .singleElement()
                .satisfies(variant -> {
                    assertThat(variant.at("/term/value").asInt()).isEqualTo(5);
                    assertThat(variant.path("termBasis").asString()).isEqualTo("UNVERIFIED");
                });
    }

    @Test
    void aGapIsListedUntilItIsConfirmed() {
        assertThat(gaps(operator)).containsExactlyInAnyOrder("ONLINE default", "COUNTER default", "COUNTER complex");
        confirm(THREE_DAYS).is(200);
        assertThat(gaps(api.token("auditor"))).containsExactly("COUNTER complex");
    }

    @Test
    void gapsAreCountedByReasonAndPaged() {
        Reply first = api.get(operator, GAPS + "?reason=UNIT_NOT_SHOWN&limit=1").is(200);
        assertThat(first.body().path("items"))
                .hasSize(1)
                .allSatisfy(item -> assertThat(item.path("reason").asString()).isEqualTo("UNIT_NOT_SHOWN"));
        assertThat(first.body().path("counts"))
                .filteredOn(count -> count.path("reason").asString().equals("UNIT_NOT_SHOWN"))
                .singleElement()
                .satisfies(count -> assertThat(count.path("variants").asInt()).isGreaterThan(3));
        Reply second = api.get(operator, GAPS + "?reason=UNIT_NOT_SHOWN&limit=1&cursor=" + first.string("next"))
                .is(200);
        assertThat(second.body().path("items")).isNotEqualTo(first.body().path("items"));
        assertThat(api.get(api.token("auditor"), GAPS + "?reason=UNIT_NOT_SHOWN&limit=1&cursor=" + first.string("next"))
                        .is(400)
                        .problem())
                .isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "clerk", "officer", "leader", "auditor", "machine"})
    void onlyOperatorsConfirm(String persona) {
        assertThat(api.post(api.token(persona), CONFIRMATIONS, THREE_DAYS)
                        .is(403)
                        .problem())
                .isEqualTo("forbidden");
        assertThat(words()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "clerk", "officer", "leader", "machine"})
    void onlyOperatorsAndAuditorsSeeTheGaps(String persona) {
        assertThat(api.get(api.token(persona), GAPS).is(403).problem()).isEqualTo("forbidden");
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerAndAnotherBodyIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<Reply> one = () -> confirm(THREE_DAYS, "Idempotency-Key", key);
        List<Reply> replies = AtOnce.all(Collections.nCopies(20, one));
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies)
                .extracting(Reply::text)
                .containsOnly(replies.getFirst().text());
        assertThat(replies)
                .filteredOn(reply -> reply.header("Idempotency-Replayed").isPresent())
                .hasSize(19);
        assertThat(words()).isEqualTo(2);
        assertThat(confirm(THREE_DAYS.replace("3", "5"), "Idempotency-Key", key)
                        .is(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"term\": {\"value\": 3, \"unit\": \"WORKING_DAY\"}, \"source\": \"x\", \"verified\": true} | /case"
                        + " | variant-ambiguous",
                "{\"case\": \"other\", \"term\": {\"value\": 3, \"unit\": \"MONTH\"}, \"source\": \"x\", \"verified\":"
                        + " true} | /case | variant-ambiguous",
                "{\"channels\": [\"POSTAL\"], \"term\": {\"value\": 3, \"unit\": \"MONTH\"}, \"source\": \"x\","
                        + " \"verified\": true} | /channels | channel-not-offered",
                "{\"case\": \"default\", \"term\": {\"unit\": \"MONTH\"}, \"source\": \"x\", \"verified\": true} |"
                        + " /term/value | missing-field",
                "{\"case\": \"default\", \"term\": {\"value\": 0, \"unit\": \"MONTH\"}, \"source\": \"x\","
                        + " \"verified\": true} | /term/value | too-small",
                "{\"case\": \"default\", \"term\": {\"value\": 3, \"unit\": \"MONTH\"}, \"source\": \"\","
                        + " \"verified\": true} | /source | too-short",
                "{\"case\": \"default\", \"term\": {\"value\": 3, \"unit\": \"MONTH\"}, \"source\": \"x\"} | /verified"
                        + " | missing-field"
            })
    void whatCannotBeConfirmedSaysWhere(String body, String pointer, String code) {
        JsonNode error = confirm(body).is(422).body().at("/errors/0");
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(words()).isZero();
    }

    @Test
    void aConfirmationLandsOnTheVersionThatCameMeanwhile() {
        api.get(operator, PROCEDURE).is(200);
        Owner.run("UPDATE procedure_version SET effective_to = '2026-03-01' WHERE id = ?", VERSION);
        Owner.run("""
            INSERT INTO procedure_version (id, code, name, sector, effective_from, decision, levels, source)
            SELECT ?, code, name, sector, '2026-03-02', '2/QĐ', levels, source FROM procedure_version WHERE id = ?
            """, NEXT_VERSION, VERSION);
        Owner.run("""
            INSERT INTO procedure_variant (procedure_version, channel, case_code, case_name, shown_value)
            SELECT ?, channel, case_code, case_name, shown_value FROM procedure_variant WHERE procedure_version = ?
            """, NEXT_VERSION, VERSION);
        Owner.run(MOVE);
        confirm(THREE_DAYS).is(200);
        assertThat(words()).isZero();
        assertThat(api.get(operator, PROCEDURE).is(200).body().path("variants"))
                .filteredOn(variant -> variant.path("case").asString().equals("default"))
                .hasSize(2)
                .allSatisfy(variant ->
                        assertThat(variant.path("termBasis").asString()).isEqualTo("CONFIRMED"));
    }

    @Test
    void whatIsNotInForceCannotBeConfirmed() {
        assertThat(api.post(operator, "/api/v1/procedures/9.999999/confirmations", THREE_DAYS)
                        .is(404)
                        .problem())
                .isEqualTo("not-found");
    }

    private Reply confirm(String body, String... headers) {
        return api.post(operator, CONFIRMATIONS, body, headers);
    }

    private Reply accepted() {
        Reply filed = api.file(api.token("citizen"), api.filing("9.000101", UNIT, "citizen"))
                .is(201);
        return api.step(api.token("clerk&unit=" + UNIT), filed.string("id"), "acceptance", 1, "{}")
                .is(200);
    }

    private List<String> gaps(String token) {
        return api.get(token, GAPS + "?reason=UNIT_NOT_SHOWN&limit=100")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString().equals("9.000101"))
                .map(item -> item.path("channel").asString() + " "
                        + item.path("case").asString())
                .toList();
    }

    private static long words() {
        return Owner.number("SELECT count(*) FROM term_confirmation WHERE procedure_version = ?", VERSION);
    }

    private void moved() {
        Owner.run(MOVE);
        versions.look().block();
    }
}
