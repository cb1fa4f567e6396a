package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest extends EdgeTestServer {

    private static final String FILING = """
        {"procedureCode": "1.004222", "channel": "ONLINE", "resultDelivery": "ELECTRONIC", "case": null,
         "submitter": null, "applicant": {"kind": "CITIZEN", "citizenId": "042090001234", "fullName": "Nguyễn Văn A"},
         "form": {"anything": [1, 2.5, null]}, "attachments": []}
        """;

    @Test
    void digestIsOfTheMeaningNotOfTheText() {
        assertThat(digest("/acceptances", "{\"remarks\": \"\\u0061\"}"))
                .isEqualTo(digest("/acceptances", " { \"remarks\" : \"a\" } "))
                .isNotEqualTo(digest("/acceptances", "{\"remarks\": \"b\"}"))
                .matches("[0-9a-f]{64}");
        assertThat(digest("/filings", FILING))
                .isEqualTo(digest("/filings", FILING.replace(" ", "").replace("NguyễnVănA", "Nguyễn Văn A")));
    }

    @Test
    void noBodyCountsAsAnEmptyObjectWhereNoneIsRequired() {
        String ofNothing = (String) client().post()
                .uri("/acceptances")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("digest");
        assertThat(ofNothing).isEqualTo(digest("/acceptances", "{}"));
    }

    @Test
    void aRequiredBodyMustBeThere() {
        refused(
                client().post()
                        .uri("/filings")
                        .header("Content-Type", "application/json")
                        .exchange(),
                "malformed-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                | malformed-json",
                "` \t\r\n `                         | malformed-json",
                "{} {}                            | malformed-json",
                "{'a': 1}                         | malformed-json",
                "{\"remarks\": NaN}               | malformed-json",
                "// note {}                       | malformed-json",
                "{\"remarks\": 1, \"remarks\": 1} | duplicate-member"
            })
    void refusesWhatIsNotOneJsonText(String body, String slug) {
        refused(send("/acceptances", body), slug);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        refused(send("/acceptances", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}), "malformed-json");
        refused(send("/acceptances", "{}".getBytes(StandardCharsets.UTF_16)), "malformed-json");
    }

    @Test
    void refusesDepth() {
        refused(send("/acceptances", "[".repeat(10_000)), "malformed-json");
    }

    @Test
    void refusesMoreThanOneMebibyte() {
        refused(send("/acceptances", "{\"remarks\": \"" + "a".repeat(1024 * 1024) + "\"}"), "payload-too-large");
    }

    @Test
    void refusesEncodedBodies() {
        refused(
                client().post()
                        .uri("/acceptances")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .bodyValue(new byte[] {1})
                        .exchange(),
                "unsupported-encoding");
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\u0007", "\\u202e", "\\u2066", "\\ud800", "\\udc00\\ud800", "\\u009f"})
    void refusesCharactersThatDeceiveOrBreak(String escape) {
        assertThat(errors(send("/acceptances", "{\"remarks\": \"a" + escape + "b\"}"), "invalid-text"))
                .containsExactly("/remarks invalid-text");
        assertThat(errors(send("/filings", FILING.replace("anything", escape)), "invalid-text"))
                .containsExactly("/form invalid-text");
    }

    @Test
    void takesLinesTabsAndEveryScript() {
        digest("/acceptances", "{\"remarks\": \"Dòng 1\\r\\n\\tdòng 2 \\ud83d\\ude00 שלום\"}");
    }

    @ParameterizedTest
    @CsvSource({"1e400", "-1e999999999", "1e-999999999"})
    void refusesNumbersPastADouble(String number) {
        assertThat(errors(send("/filings", FILING.replace("2.5", number)), "invalid-fields"))
                .containsExactly("/form/anything/1 invalid-value");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        var answer = send("/filings", """
            {"procedureCode": "x", "channel": "FAX", "status": 2, "case": "%s",
             "applicant": {"citizenId": "1", "verified": true, "a/b": 1},
             "attachments": [{"name": "", "mediaType": 3, "size": 0, "sha256": "x"}]}
            """.formatted("c".repeat(61)));
        assertThat(errors(answer, "invalid-fields"))
                .containsExactlyInAnyOrder(
                        "/procedureCode invalid-format",
                        "/channel invalid-value",
                        "/status unknown-field",
                        "/case too-long",
                        "/resultDelivery missing-field",
                        "/applicant/kind missing-field",
                        "/applicant/citizenId malformed-citizen-id",
                        "/applicant/verified unknown-field",
                        "/applicant/a~1b unknown-field",
                        "/attachments/0/name too-short",
                        "/attachments/0/mediaType wrong-type",
                        "/attachments/0/size too-small",
                        "/attachments/0/sha256 invalid-format");
    }

    @Test
    void namesTheOneFaultInTheType() {
        assertThat(errors(send("/filings", FILING.replace("042090001234", "04209000123")), "malformed-citizen-id"))
                .containsExactly("/applicant/citizenId malformed-citizen-id");
        assertThat(errors(send("/filings", FILING.replace("\"form\"", "\"status\": 2, \"form\"")), "unknown-field"))
                .containsExactly("/status unknown-field");
        assertThat(errors(send("/acceptances", "{\"submittedAt\": \"2020-01-01\"}"), "unknown-field"))
                .containsExactly("/submittedAt unknown-field");
    }

    @Test
    void nullStandsOnlyWhereTheContractSaysSo() {
        assertThat(errors(send("/acceptances", "{\"remarks\": null}"), "invalid-fields"))
                .containsExactly("/remarks wrong-type");
        assertThat(errors(send("/filings", FILING.replace("\"ONLINE\"", "null")), "invalid-fields"))
                .containsExactly("/channel wrong-type");
    }

    @Test
    void theBodyIsAnObject() {
        assertThat(errors(send("/acceptances", "[]"), "invalid-fields")).containsExactly(" wrong-type");
        assertThat(errors(send("/acceptances", "null"), "invalid-fields")).containsExactly(" wrong-type");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-29T10:00:00+07:00",
        "0000-01-01T00:00:00Z",
        "+999999999-12-31T00:00:00Z",
        "2026-02-13T24:00:00+07:00",
        "2026-06-30T23:59:60Z",
        "2026-02-13T16:45:00",
        "2026-02-13T16:45+07:00",
        "2026-02-13",
        "2026-02-13T16:45:00+25:00"
    })
    void refusesMomentsThatAreNone(String moment) {
        assertThat(errors(send("/calculations", "{\"receivedAt\": \"" + moment + "\"}"), "invalid-fields"))
                .containsExactly("/receivedAt invalid-date");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"value\": 3, \"unit\": null}                        | /term/unit wrong-type",
                "{\"value\": 3, \"unit\": \"DAY\"}                     | /term/unit invalid-value",
                "{\"value\": 0, \"unit\": \"WORKING_DAY\"}             | /term/value too-small",
                "{\"value\": -1, \"unit\": \"WORKING_HOUR\"}           | /term/value too-small",
                "{\"value\": 3651, \"unit\": \"MONTH\"}                | /term/value too-large",
                "{\"value\": 99999999999999, \"unit\": \"MONTH\"}      | /term/value too-large",
                "{\"value\": 1.5, \"unit\": \"WORKING_DAY\"}           | /term/value wrong-type",
                "{\"value\": \"3\", \"unit\": \"WORKING_DAY\"}         | /term/value wrong-type",
                "{\"cutOff\": \"24:00\", \"unit\": \"SAME_DAY\"}       | /term/cutOff invalid-format"
            })
    void refusesTermsThatAreNone(String term, String error) {
        String body = "{\"receivedAt\": \"2026-02-13T16:45:00+07:00\", \"term\": " + term + "}";
        assertThat(errors(send("/calculations", body), "invalid-fields")).containsExactly(error);
    }

    @Test
    void refusesATermWithoutAUnit() {
        String body = "{\"receivedAt\": \"2026-02-13T16:45:00+07:00\", \"term\": {\"value\": 3}}";
        assertThat(errors(send("/calculations", body), "missing-field")).containsExactly("/term/unit missing-field");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-13T16:45:00+07:00", "2026-02-13T09:45:00Z", "2026-02-13T16:45:00.123+14:00"})
    void momentsKeepTheOffsetTheyCameWith(String moment) {
        send("/calculations", "{\"receivedAt\": \"" + moment + "\", \"term\": {\"unit\": \"IMMEDIATE\"}}")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"receivedAt\":\"" + moment
                        + "\",\"term\":{\"unit\":\"IMMEDIATE\",\"stages\":[]},\"case\":null}");
    }

    private String digest(String path, String body) {
        return (String) send(path, body)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("digest");
    }
}
