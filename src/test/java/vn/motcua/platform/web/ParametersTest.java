package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Queries and headers, judged by the contract's own list of parameters. */
class ParametersTest extends EdgeTestServer {

    private static final String RATES = "/api/v1/on-time-rates?level=COMMUNE&from=2026-01-01&to=2026-01-31";

    private static final String UNITS = "/api/v1/administrative-units?";

    @ParameterizedTest
    @ValueSource(strings = {"", "&definition=OT-2", "&unit=18073%402026-01-01", "&unit="})
    void whatTheContractHasIsTaken(String more) {
        get(RATES + more).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B999999999-12-31",
                "0000-01-01",
                "-0044-03-15",
                "1899-12-31",
                "2200-01-01",
                "2026-1-1",
                "20260101",
                "2026-02-29",
                "2026-01-01T00:00:00Z",
                "",
                "01%2F01%2F2026"
            })
    void aDayIsARealOneOfOurTime(String day) {
        assertThat(refusal(RATES.replace("2026-01-01", day))).contains(" from ");
        assertThat(refusal(RATES.replace("2026-01-31", day))).contains(" to ");
    }

    @ParameterizedTest
    @CsvSource({
        "level=commune,COMMUNE,level",
        "level=,COMMUNE,level",
        "level=0,COMMUNE,level",
        "level=COMMUNE%20,COMMUNE,level",
        "level=COMMUNE&definition=OT_1,COMMUNE,definition",
        "level=COMMUNE&definition=ot-1,COMMUNE,definition",
        "level=COMMUNE&unit=%00,COMMUNE,unit"
    })
    void aWordIsExactlyTheContracts(String instead, String of, String named) {
        assertThat(refusal(RATES.replace("level=" + of, instead))).contains(" " + named + " ");
    }

    @ParameterizedTest
    @CsvSource({"&level=COMMUNE, level", "&from=2026-01-01, from", "&access_token=x, access_token", "&Level=x, Level"})
    void nothingStandsTwiceOrUnknown(String more, String named) {
        assertThat(refusal(RATES + more)).contains(" " + named + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&%3Cscript%3E=1", "&=1", "&a%20b=1", "&\u0000=1"})
    void whatIsNoNameIsNotRepeated(String more) {
        assertThat(refusal(RATES + more.replace("\u0000", "%00"))).doesNotContain("script", "a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/dossiers/1/acceptance?x=1", "/api/v1/dossiers/1/acceptance?id=1"})
    void operationsWithoutParametersTakeNone(String path) {
        refused(client().post().uri(path).exchange(), "invalid-parameter");
    }

    @ParameterizedTest
    @CsvSource({"Idempotency-Key, malformed-idempotency-key", "If-Match, invalid-request"})
    void aHeaderOfTheContractStandsOnce(String header, String slug) {
        var twice = client().post().uri("/api/v1/dossiers/1/acceptance").header(header, "\"1\"", "\"1\"");
        refused(twice.exchange(), slug);
        client().post()
                .uri("/api/v1/dossiers/1/acceptance")
                .header(header, "\"1\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aHeadIsJudgedAsItsWholeWouldBe() {
        client().head().uri(RATES + "&x=1").exchange().expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=100", "limit=007", "query=%26%7C!():*", "query=", "query=x"})
    void whatFitsTheContractsLimitsIsTaken(String filter) {
        get(UNITS + filter).expectStatus().isOk();
        get(UNITS + "query=" + "%C4%90".repeat(200)).expectStatus().isOk();
        get(UNITS + "query=" + "%F0%A0%80%80".repeat(200)).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "101",
                "-1",
                "",
                "1.0",
                "1e1",
                "%2B1",
                "%201",
                "x",
                "2147483648",
                "99999999999999999999",
                "%D9%A1"
            })
    void aNumberIsWholeAndInsideItsLimits(String limit) {
        assertThat(refusal(UNITS + "limit=" + limit)).contains(" limit ");
    }

    @Test
    void aTextIsNoLongerThanTheContractSays() {
        assertThat(refusal(UNITS + "query=" + "a".repeat(201))).contains(" query ");
        assertThat(refusal(UNITS + "query=" + "%C4%90".repeat(201))).contains(" query ");
    }

    private String refusal(String path) {
        return (String) refused(get(path), "invalid-parameter").get("detail");
    }

    private WebTestClient.ResponseSpec get(String path) {
        return client().get()
                .uri(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en")
                .exchange();
    }
}
