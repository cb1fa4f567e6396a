package vn.motcua.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MotcuaIT;

/** The catalogue as anybody reads it. */
@MotcuaIT
class ProcedureIT {

    private static final String PROCEDURES = "/api/v1/procedures";

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thuong tru", "thường trú", "THUONG TRU", "1.004222", "1.004222.000.00.00.H35"})
    void aProcedureIsFoundWithoutMarksAndByCode(String query) {
        assertThat(codes(find("query=" + encoded(query)))).contains("1.004222");
    }

    @Test
    void birthComesFirst() {
        assertThat(codes(find("query=khai+sinh"))).startsWith("1.001193");
    }

    @Test
    void aLevelNarrowsTheList() {
        assertThat(find("limit=100&level=PROVINCE").body().path("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("levels").toString()).contains("PROVINCE"));
        assertThat(find("level=DISTRICT").body().path("items")).isEmpty();
    }

    @Test
    void pagesTogetherAreTheList() {
        List<String> paged = new ArrayList<>();
        Reply page = find("limit=30&on=2026-11-21");
        while (page.body().path("next").isString()) {
            paged.addAll(codes(page));
            page = find("limit=30&on=2026-11-21&cursor=" + page.string("next"));
        }
        paged.addAll(codes(page));
        assertThat(paged).hasSizeGreaterThanOrEqualTo(92).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCursorOpensForItsOwnListOnly() {
        String cursor = find("limit=2").string("next");
        assertThat(refused("limit=2&level=COMMUNE&cursor=" + cursor)).isEqualTo("invalid-cursor");
        assertThat(refused("limit=2&query=khai&cursor=" + cursor)).isEqualTo("invalid-cursor");
        assertThat(refused("limit=2&cursor=" + cursor.substring(1))).isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "limit=", "on=2026-02-30", "level=XA", "sort=name"})
    void whatTheContractDoesNotHaveIsRefused(String query) {
        assertThat(refused(query)).isEqualTo("invalid-parameter");
    }

    @Test
    void twoHundredLettersAreAQueryAndMoreAreNot() {
        assertThat(find("query=" + "k".repeat(200)).body().path("items")).isEmpty();
        assertThat(refused("query=" + "k".repeat(201))).isEqualTo("invalid-parameter");
    }

    @Test
    void aProcedureShowsItsVariantsPoliciesAndDeciders() {
        JsonNode procedure = get("/1.004222").is(200).body();
        assertThat(procedure.path("ministry").asString()).isEqualTo("Bộ Công an");
        assertThat(procedure.at("/policies/startEvent").asString()).isEqualTo("ACCEPTED");
        assertThat(procedure.at("/policies/supplementWindow/value").asInt()).isEqualTo(15);
        assertThat(procedure.at("/deciders/0/kind").asString()).isEqualTo("POLICE");
        assertThat(procedure.path("retentionClass").isNull()).isTrue();
        assertThat(procedure.path("papers").isNull()).isTrue();
        JsonNode online = variant(procedure, "ONLINE");
        assertThat(online.at("/term/value").asInt()).isEqualTo(7);
        assertThat(online.path("termBasis").asString()).isEqualTo("PUBLISHED");
        assertThat(online.path("fee").asLong()).isEqualTo(10_000);
        assertThat(online.path("gap").isNull()).isTrue();
    }

    @Test
    void aGapIsShownWithItsReason() {
        JsonNode counter = variant(get("/2.001159").is(200).body(), "COUNTER");
        assertThat(counter.path("term").isNull()).isTrue();
        assertThat(counter.path("termBasis").isNull()).isTrue();
        assertThat(counter.path("gap").asString()).isEqualTo("HOUR_KIND_NOT_SHOWN");
        assertThat(counter.path("shownValue").asString()).isEqualTo("1");
        assertThat(counter.path("shownUnit").asString()).isEqualTo("HOUR");
    }

    @Test
    void aTermOnPracticeSaysSo() {
        JsonNode counter = variant(get("/2.000815").is(200).body(), "COUNTER");
        assertThat(counter.at("/term/cutOff").asString()).isEqualTo("15:00");
        assertThat(counter.path("termBasis").asString()).isEqualTo("UNVERIFIED");
    }

    @Test
    void aProcedureIsReadAsOfADay() {
        get("/1.004222?on=2025-07-01").is(200);
        assertThat(get("/1.004222?on=2025-06-30").is(404).problem()).isEqualTo("not-found");
        assertThat(get("/9.999999").is(404).problem()).isEqualTo("not-found");
        assertThat(get("/dang-ky").is(400).problem()).isEqualTo("malformed-id");
    }

    private Reply find(String query) {
        return get("?" + query).is(200);
    }

    private String refused(String query) {
        return get("?" + query).is(400).problem();
    }

    private Reply get(String path) {
        return api.send("GET", PROCEDURES + path, Optional.empty());
    }

    private static List<String> codes(Reply page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    private static JsonNode variant(JsonNode procedure, String channel) {
        return procedure
                .path("variants")
                .valueStream()
                .filter(variant -> variant.path("channel").asString().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
