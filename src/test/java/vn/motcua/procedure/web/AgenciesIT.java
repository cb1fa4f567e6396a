package vn.motcua.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MotcuaIT;

/** Agencies as anyone reads them. */
@MotcuaIT
class AgenciesIT {

    private static final String RESIDENCE = "1.004222";
    private static final String NOTARIES = "1.013834";

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void callers() {
        api = new Api(port);
    }

    @Test
    void agencyStandsWithBothFormsOfItsIdentifier() {
        assertThat(get("?query=H27").body().at("/items/0").toString())
                .isEqualTo("{\"id\":\"1000421\",\"identifier\":\"H27\",\"identifierStatus\":\"OFFICIAL\","
                        + "\"oldIdentifier\":\"000.00.00.H27\",\"name\":\"Ủy ban nhân dân tỉnh Hà Tĩnh\","
                        + "\"kind\":\"PEOPLES_COMMITTEE\",\"level\":\"PROVINCE\",\"unit\":\"42\"}");
        assertThat(get("?query=G15").body().at("/items/0/unit").isNull()).isTrue();
        assertThat(get("?query=G15").body().at("/items/0/name").asString()).isEqualTo("Bộ Tư pháp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000.00.00.H27", "h27", "1000421", "uy+ban+nhan+dan+tinh+ha+tinh", "tỉnh+hà+tĩnh+ủy"})
    void agencyIsFoundByIdentifierIdAndName(String query) {
        assertThat(ids(get("?query="
                        + query.replace("ỉ", "%E1%BB%89")
                                .replace("ĩ", "%C4%A9")
                                .replace("à", "%C3%A0")
                                .replace("ủ", "%E1%BB%A7"))))
                .first()
                .isEqualTo("1000421");
    }

    @Test
    void unitHasItsAgencies() {
        assertThat(ids(get("?unit=18073"))).containsExactly("3180731", "3180732");
        assertThat(ids(get("?unit=42")))
                .containsExactly(
                        "1000421", "1000422", "1000423", "1000424", "1000425", "1000426", "1000427", "1000428");
        assertThat(get("?unit=75&on=2026-04-29").body().at("/items/0/name").asString())
                .isEqualTo("Ủy ban nhân dân tỉnh Đồng Nai");
    }

    @Test
    void procedureAndPlaceGiveWhoMayDecide() {
        assertThat(ids(get("?procedure=" + RESIDENCE + "&unit=18073"))).containsExactly("3180732");
        assertThat(ids(get("?procedure=" + NOTARIES + "&unit=18073"))).contains("1000421");
        assertThat(ids(get("?procedure=" + RESIDENCE + "&unit=42&limit=100")))
                .hasSize(69)
                .doesNotContain("3180731");
        assertThat(ids(get("?procedure=" + RESIDENCE + "&unit=01"))).isEmpty();
    }

    @Test
    void procedureAloneGivesAllWhoMayDecideIt() {
        assertThat(ids(get("?procedure=" + RESIDENCE + "&query=thanh+sen"))).containsExactly("3180732");
        assertThat(get("?procedure=" + RESIDENCE).body().path("next").isNull()).isFalse();
    }

    @Test
    void pagesHoldEveryAgencyOnce() {
        String first = "?procedure=" + RESIDENCE + "&unit=42&limit=50";
        Reply page = get(first);
        Reply next = get(first + "&cursor=" + page.string("next"));
        assertThat(next.body().path("next").isNull()).isTrue();
        assertThat(ids(next)).hasSize(19).doesNotContainAnyElementsOf(ids(page));
    }

    @ParameterizedTest
    @CsvSource({
        "?unit=99999,          422, unknown-unit",
        "?unit=18073&on=2025-02-28, 422, unit-not-in-force",
        "?procedure=9.999999,  422, unknown-procedure",
        "?procedure=birth,     422, unknown-procedure",
        "?procedure=,          422, unknown-procedure",
        "?procedure=1.004222&on=2025-02-28, 422, unknown-procedure",
        "?on=2026-13-01,       400, invalid-parameter",
        "?limit=1000,          400, invalid-parameter",
        "?agency=1,            400, invalid-parameter",
        "?cursor=AAAA,         400, invalid-cursor"
    })
    void badInputIsNamed(String path, int status, String problem) {
        assertThat(api.send("GET", "/api/v1/agencies" + path, Optional.empty())
                        .is(status)
                        .problem())
                .isEqualTo(problem);
    }

    private Reply get(String path) {
        return api.send("GET", "/api/v1/agencies" + path, Optional.empty()).is(200);
    }

    private static List<String> ids(Reply reply) {
        return reply.body()
                .path("items")
                .valueStream()
                .map(agency -> agency.path("id").asString())
                .toList();
    }
}
