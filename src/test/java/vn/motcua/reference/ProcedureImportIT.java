package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.faults.client.Eventually;

/** What a new page of a procedure leaves as it was. */
class ProcedureImportIT extends ImportOverHttp {

    private static final String PROCEDURE = "/api/v1/procedures/9.000362";
    private static final String WORD = """
        {"source": "Luật", "verified": true, "term": {"unit": "STAGES", "stages": [
          {"name": "Thẩm định", "term": {"value": 2, "unit": "WORKING_DAY"}},
          {"name": "Phê duyệt", "term": {"unit": "SAME_DAY", "cutOff": "15:00"}}]}}
        """;

    @Test
    void aNewVersionKeepsTheTermInStagesAndThePoliciesOfTheClock() throws InterruptedException {
        imported("Thủ tục chỉ để thử giai đoạn");
        owner("""
            UPDATE procedure_version
               SET supplement_policy = 'PAUSE', finance_policy = 'PAUSE', max_supplements = 2, window_unit = NULL,
                   window_value = NULL, due_precision = 'MOMENT', first_day = 'OF_RECEIPT', closes_itself = true
             WHERE code = '9.000362'
            """);
        owner("UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure'");
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(20),
                        () -> procedure().at("/policies/closesItself").asBoolean()))
                .isTrue();
        JsonNode before =
                api.post(operator, PROCEDURE + "/confirmations", WORD).is(200).body();
        assertThat(before.at("/variants/0/term/stages")).hasSize(2);

        imported("Thủ tục chỉ để thử giai đoạn sửa đổi");

        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(20),
                        () -> procedure().path("name").asString().endsWith("sửa đổi")))
                .isTrue();
        JsonNode after = procedure();
        assertThat(after.path("effectiveFrom")).isNotEqualTo(before.path("effectiveFrom"));
        assertThat(after.path("policies")).isEqualTo(before.path("policies"));
        assertThat(after.at("/policies/firstDay").asString()).isEqualTo("RECEIPT");
        assertThat(after.path("variants")).isEqualTo(before.path("variants"));
    }

    private void imported(String name) throws InterruptedException {
        String row = "9.000362," + name + ",Thử,xa,,,0,test,,1/QĐ,Công an cấp Xã,online,,,,,\n";
        var ended = ended(new Form()
                .file("procedures.csv", String.join(",", SourceFile.PROCEDURES.columns()) + "\n" + row)
                .post(port, operator, "")
                .is(202));
        assertThat(ended.string("state")).as(ended.text()).isEqualTo("DONE");
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(20),
                        () -> api.get(operator, PROCEDURE).status() == 200))
                .isTrue();
    }

    private JsonNode procedure() {
        return api.get(operator, PROCEDURE).is(200).body();
    }
}
