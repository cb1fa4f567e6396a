package vn.motcua.territory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** Units as anyone reads them. */
@MovableClockIT
class UnitsIT {

    private static final String UNITS = "/api/v1/administrative-units";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void today() {
        api = new Api(port);
        clock.moveTo("2026-11-21T09:00");
    }

    @Test
    void unitStandsWithItsValidityLevelAndParent() {
        assertThat(get("/18073").is(200).body().toString())
                .isEqualTo(
                        "{\"code\":\"18073\",\"name\":\"Phường Thành Sen\",\"level\":\"COMMUNE\",\"kind\":\"PHUONG\","
                                + "\"validFrom\":\"2025-07-01\",\"validTo\":null,\"parent\":\"42\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/52,                          Tỉnh Gia Lai,       2025-07-01",
        "/52?on=2025-06-30,            Tỉnh Bình Định,     2025-03-01",
        "/52@2025-06-30,               Tỉnh Bình Định,     2025-03-01",
        "/52@2025-06-30?on=2026-01-01, Tỉnh Bình Định,     2025-03-01",
        "/75,                          Thành phố Đồng Nai, 2026-04-30",
        "/75?on=2026-04-29,            Tỉnh Đồng Nai,      2025-07-01",
        "/64,                          Tỉnh Gia Lai,       2025-03-01"
    })
    void codeMeansTheUnitOfTheDayOrTheLastBefore(String path, String name, String from) {
        Reply unit = get(path).is(200);
        assertThat(unit.string("name")).isEqualTo(name);
        assertThat(unit.string("validFrom")).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "/99999,           404, not-found",
        "/52?on=2025-02-28, 404, not-found",
        "/52@2025-02-28,   404, not-found",
        "/x',              404, not-found",
        "/99999/successors, 404, not-found",
        "/99999/predecessors, 404, not-found",
        "/52@yesterday,    400, invalid-parameter",
        "/52@,             400, invalid-parameter",
        "/52?on=2026-02-30, 400, invalid-parameter",
        "/52/successors?on=30.6.2025, 400, invalid-parameter",
        "?on=tomorrow,     400, invalid-parameter",
        "?level=XA,        400, invalid-parameter",
        "?limit=0,         400, invalid-parameter",
        "?limit=101,       400, invalid-parameter",
        "?name=x,          400, invalid-parameter",
        "?cursor=x,        400, invalid-cursor",
        "?cursor=,         400, invalid-cursor",
        "?parent=99999,    422, unknown-unit",
        "?parent=24007&on=2025-02-28, 422, unit-not-in-force"
    })
    void badInputIsNamed(String path, int status, String problem) {
        assertThat(get(path).is(status).problem()).isEqualTo(problem);
    }

    @Test
    void queryIsAtMostTwoHundredCharacters() {
        assertThat(get("?query=" + "a".repeat(200)).is(200).body().path("items").isEmpty())
                .isTrue();
        assertThat(get("?query=" + "a".repeat(201)).is(400).problem()).isEqualTo("invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phường Thành Sen", "phuong thanh sen", "thanh sen", "THÀNH SEN", "18073"})
    void nameIsFoundHoweverItIsTyped(String query) {
        assertThat(codes(find(query, ""))).first().isEqualTo("18073");
        assertThat(codes(find(Normalizer.normalize(query, Normalizer.Form.NFD), "")))
                .first()
                .isEqualTo("18073");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&|!():*<->", "%_\\", "' OR 1=1 --", "x"})
    void operatorsAndOneLetterAreOnlyText(String query) {
        find(query, "").is(200);
    }

    @Test
    void listHoldsWhatIsInForceOnTheDay() {
        assertThat(all("?level=PROVINCE&on=2025-06-30&limit=100")).hasSize(63);
        assertThat(all("?level=PROVINCE&limit=100"))
                .hasSize(34)
                .contains("42", "52")
                .doesNotContain("64");
        assertThat(all("?level=DISTRICT&limit=100")).isEmpty();
        assertThat(all("?level=MINISTRY&limit=100")).isEmpty();
    }

    @Test
    void listBelowAUnitGoesDownToTheLevelAskedFor() {
        assertThat(all("?parent=42&limit=100")).hasSize(69);
        assertThat(all("?parent=42&on=2025-06-30&limit=100")).hasSize(12);
        assertThat(all("?parent=42&on=2025-06-30&level=COMMUNE&limit=100")).hasSize(209);
        assertThat(all("?parent=75&level=COMMUNE&query=long%20thanh")).containsExactly("26368");
    }

    @Test
    void pagesHoldEveryUnitOnceAndSpeakOfTheDayOfTheFirst() {
        clock.moveTo("2026-04-29T23:59");
        JsonNode first = get("?parent=75&limit=60").is(200).body();
        clock.moveTo("2026-04-30T00:01");
        JsonNode second = get("?parent=75&limit=60&cursor=" + first.path("next").asString())
                .is(200)
                .body();
        assertThat(second.path("next").isNull()).isTrue();
        List<String> codes = new ArrayList<>(codes(first));
        codes.addAll(codes(second));
        assertThat(codes).hasSize(95).doesNotHaveDuplicates().isSorted();
        assertThat(second.toString()).contains("\"validTo\":\"2026-04-29\"").doesNotContain("\"validTo\":null");
    }

    @Test
    void cursorServesNoOtherListOrFilter() {
        String cursor = get("?level=PROVINCE").is(200).string("next");
        for (String other : List.of("?level=COMMUNE", "?level=PROVINCE&query=ha", "?level=PROVINCE&on=2026-11-21")) {
            assertThat(get(other + "&cursor=" + cursor).is(400).problem()).isEqualTo("invalid-cursor");
        }
        get("?level=PROVINCE&limit=5&cursor=" + cursor).is(200);
    }

    @Test
    void successorsOfAUnitThatWasSplitAreCandidates() {
        Reply reply = get("/18796@2025-06-30/successors").is(200);
        assertThat(reply.body().at("/unit/name").asString()).isEqualTo("Xã Kỳ Lợi");
        assertThat(reply.string("on")).isEqualTo("2026-11-21");
        assertThat(reply.body().path("split").asBoolean()).isTrue();
        assertThat(reply.string("note")).contains("chỉ riêng mã");
        assertThat(related(reply))
                .containsExactly("18754 PART_POPULATION", "18823 WHOLE_AREA", "18832 PART_POPULATION");
        assertThat(api.send("GET", UNITS + "/18796@2025-06-30/successors", Optional.empty(), "Accept-Language", "en")
                        .string("note"))
                .contains("code alone does not decide");
    }

    @Test
    void successorsAreThoseOfTheDayOverEveryStep() {
        Reply today = get("/26368@2025-06-30/successors").is(200);
        assertThat(related(today)).containsExactly("26368 WHOLE,RAISED");
        assertThat(today.body().path("split").asBoolean()).isFalse();
        assertThat(today.body().path("note").isNull()).isTrue();
        assertThat(related(get("/26368@2025-06-30/successors?on=2025-07-01").is(200)))
                .containsExactly("26368 WHOLE");
        assertThat(related(get("/26368/successors").is(200))).containsExactly("26368 ");
    }

    @Test
    void successorsOfADistrictTookOverItsCommunes() {
        Reply reply = get("/740/successors").is(200);
        assertThat(reply.body().at("/unit/name").asString()).isEqualTo("Huyện Long Thành");
        assertThat(related(reply))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" ABOLISHED,"));
    }

    @Test
    void predecessorsAreThoseBeforeTheUnitBeganUnlessADayIsNamed() {
        assertThat(related(get("/75/predecessors").is(200))).containsExactly("75 RAISED");
        assertThat(related(get("/75/predecessors?on=2025-06-30").is(200)))
                .containsExactly("70 MERGED,RAISED", "75 MERGED,RAISED");
        Reply ofASplitUnit = get("/18823/predecessors").is(200);
        assertThat(ofASplitUnit.body().path("split").asBoolean()).isTrue();
        assertThat(related(ofASplitUnit)).contains("18796 WHOLE_AREA");
    }

    private Reply get(String path) {
        return api.send("GET", UNITS + path, Optional.empty());
    }

    private Reply find(String query, String more) {
        return get("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more);
    }

    private List<String> all(String path) {
        List<String> codes = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            JsonNode page = get(path + cursor.get()).is(200).body();
            codes.addAll(codes(page));
            cursor = Optional.of(page.path("next"))
                    .filter(next -> !next.isNull())
                    .map(next -> "&cursor=" + next.asString());
        }
        return codes;
    }

    private static List<String> codes(Reply reply) {
        return codes(reply.is(200).body());
    }

    private static List<String> codes(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(unit -> unit.path("code").asString())
                .toList();
    }

    private static List<String> related(Reply reply) {
        return reply.body()
                .path("items")
                .valueStream()
                .map(item -> item.at("/unit/code").asString() + " "
                        + item.path("changes")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(",")))
                .toList();
    }
}
