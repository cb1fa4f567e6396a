package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What may stand in a text, and which numbers come back as they came. */
class TextsTest extends EdgeTestServer {

    private static final String FILING = """
        {"procedureCode": "1.004222", "channel": "ONLINE", "resultDelivery": "ELECTRONIC",
         "applicant": {"kind": "CITIZEN", "citizenId": "042090001234", "fullName": "<name>"},
         "form": {"a": ["<text>", <number>]}}
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u200b",
                "\\u200c",
                "\\u200d",
                "\\u200e",
                "\\u200f",
                "\\u061c",
                "\\ufeff",
                "\\u00ad",
                "\\u2060",
                "\\u2028",
                "\\u2029",
                "\\u3164",
                "\\udb40\\udc41"
            })
    void nothingIsInvisible(String escape) {
        assertThat(errors(filing("Nguyễn" + escape, "", "1"), "invalid-text"))
                .containsExactly("/applicant/fullName invalid-text");
        assertThat(errors(filing("Nguyễn", "a" + escape + "b", "1"), "invalid-text"))
                .containsExactly("/form/a/0 invalid-text");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 1000})
    void aLetterCarriesFewMarks(int marks) {
        assertThat(errors(filing("x" + "\\u0336".repeat(marks), "", "1"), "invalid-text"))
                .containsExactly("/applicant/fullName invalid-text");
        assertThat(errors(filing("x", "x" + "\\u0336\\u0323".repeat(marks), "1"), "invalid-text"))
                .containsExactly("/form/a/0 invalid-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguye\\u0302\\u0303n", "Nguyễn", "Y Bhăm Êban", "x\\u0336\\u0336\\u0336\\u0336", "李小龍"})
    void namesMayBeWrittenInPartsAndInEveryScript(String name) {
        filing(name, "", "1").expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r", "\\t", "\\r\\n"})
    void onlyLongTextsHaveLines(String end) {
        assertThat(errors(filing("Nguyễn" + end + "A", "", "1"), "invalid-text"))
                .containsExactly("/applicant/fullName invalid-text");
        filing("Nguyễn A", "one" + end + "two", "1").expectStatus().isOk();
        send("/acceptances", "{\"remarks\": \"one" + end + "two\"}")
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "-", "123", "...", "😀"})
    void aNameHasALetter(String name) {
        assertThat(errors(filing(name, "", "1"), "invalid-fields"))
                .containsExactly("/applicant/fullName invalid-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890",
                "9007199254740993",
                "1e400",
                "1e-330",
                "0.10000000000000000001",
                "12345678901234567890123456789012345678901234567890"
            })
    void aNumberThatWouldChangeIsRefused(String number) {
        assertThat(errors(filing("A", "", number), "invalid-fields")).containsExactly("/form/a/1 invalid-value");
    }

    @ParameterizedTest
    @CsvSource({"0.1", "-0", "1e21", "9007199254740992", "123456789012345680000", "5e-324", "1.50", "-273.15"})
    void aNumberThatStaysTheSameIsTaken(String number) {
        filing("A", "", number).expectStatus().isOk().expectBody(Map.class);
    }

    private WebTestClient.ResponseSpec filing(String name, String text, String number) {
        return send(
                "/filings",
                FILING.replace("<name>", name).replace("<text>", text).replace("<number>", number));
    }
}
