package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;
import static vn.motcua.dossier.Desk.item;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** Names and phones find the dossiers of one's own desk, however they are spelt, and leave no trace in an address. */
@MovableClockIT
@ExtendWith(OutputCaptureExtension.class)
class DeskSearchIT {

    private static final String RESIDENCE = "1.004222";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
    }

    private Desk desk(String unit) {
        return new Desk(api, clock, unit);
    }

    @Test
    void aNameIsFoundByItsWordsOrTheirBeginningsInAnyOrderMarksOrNot() {
        Desk desk = desk("18496");
        String decomposed = Normalizer.normalize("Đặng Thị Huyền", Normalizer.Form.NFD);
        String huyen = desk.file(RESIDENCE, decomposed, Optional.empty());
        String hung = desk.file(RESIDENCE, "ĐẶNG  Hùng", Optional.empty());
        String y = desk.file(RESIDENCE, "Y Moan Ênuôl", Optional.empty());

        assertThat(ids(desk.search(text("Đặng Thị Huyền")))).containsExactly(huyen);
        assertThat(ids(desk.search(text(decomposed)))).containsExactly(huyen);
        assertThat(ids(desk.search(text("dang thi huyen")))).containsExactly(huyen);
        assertThat(ids(desk.search(text("HUYEN dang")))).containsExactly(huyen);
        assertThat(ids(desk.search(text("da hu")))).containsExactly(hung, huyen);
        assertThat(ids(desk.search(text("dang")))).containsExactly(hung, huyen);
        assertThat(ids(desk.search(text("y moan")))).containsExactly(y);
        assertThat(ids(desk.search(text("enuol")))).containsExactly(y);
        assertThat(ids(desk.search(text("d huyen"))))
                .as("a letter is a whole word")
                .isEmpty();
        assertThat(ids(desk.search(text("dang van")))).isEmpty();
        assertThat(item(desk.search(text("huyen")), 0).path("applicantName").asString())
                .isEqualTo("Đặng Thị Huyền");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "+84912345678",
                "84912345678",
                "0084 912 345 678",
                "+84 (0)912.345.678",
                "0912-345-678"
            })
    void aPhoneIsOneNumberInEverySpelling(String spelling) {
        Desk desk = desk("18502");
        clock.tick();
        String id = desk.file(RESIDENCE, "Lê Văn " + Math.abs(spelling.hashCode()), Optional.of(spelling));
        desk.file(RESIDENCE, "Lê Văn Khác", Optional.of("0912345679"));
        assertThat(ids(desk.search("{\"phone\": \"0912 345 678\"}"))).contains(id);
        assertThat(ids(desk.search("{\"phone\": \"" + spelling + "\"}"))).contains(id);
        assertThat(ids(desk.search("{\"phone\": \"0912345677\"}"))).isEmpty();
    }

    @Test
    void everythingGivenMustFit() {
        Desk desk = desk("18523");
        String one = desk.file(Desk.applicant("Phan Văn Một", "042090000001", Optional.of("0901000001")), RESIDENCE)
                .is(201)
                .string("id");
        String two = desk.file(Desk.applicant("Phan Văn Hai", "042090000002", Optional.of("0901000001")), RESIDENCE)
                .is(201)
                .string("id");
        assertThat(ids(desk.search("{\"phone\": \"0901000001\"}"))).containsExactly(two, one);
        assertThat(ids(desk.search("{\"phone\": \"0901000001\", \"text\": \"hai\"}")))
                .containsExactly(two);
        assertThat(ids(desk.search("{\"citizenId\": \"042090000001\"}"))).containsExactly(one);
        assertThat(ids(desk.search("{\"citizenId\": \"042090000001\", \"text\": \"hai\"}")))
                .isEmpty();
        desk.refuse(two);
        assertThat(ids(desk.search(text("phan van hai")))).as("in every status").containsExactly(two);
    }

    @Test
    void pagesAreNewestFirstAndLeadOnwardsAndBack() {
        Desk desk = desk("18532");
        List<String> filed = desk.file(5).reversed();
        Reply first = desk.search("{\"text\": \"mau\", \"limit\": 2}");
        Reply second = desk.search(body("mau", 2, first.string("next")));
        Reply third = desk.search(body("mau", 2, second.string("next")));
        assertThat(ids(first)).isEqualTo(filed.subList(0, 2));
        assertThat(ids(second)).isEqualTo(filed.subList(2, 4));
        assertThat(ids(third)).isEqualTo(filed.subList(4, 5));
        assertThat(third.body().path("next").isNull()).isTrue();
        Reply back = desk.search(body("mau", 2, third.string("previous")));
        assertThat(ids(back)).isEqualTo(ids(second));
        assertThat(ids(desk.search(body("mau", 2, back.string("previous"))))).isEqualTo(ids(first));
        assertThat(desk.search(body("van", 2, first.string("next"))).is(400).problem())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void nobodyFindsWhatAnotherDeskHas() {
        Desk one = desk("18544");
        Desk other = desk("18547");
        String id = one.file(RESIDENCE, "Hồ Thị Riêng", Optional.of("0902000002"));
        assertThat(ids(one.search(text("rieng")))).containsExactly(id);
        assertThat(ids(other.search(text("rieng")))).isEmpty();
        assertThat(ids(other.search("{\"phone\": \"0902000002\"}"))).isEmpty();
        assertThat(ids(other.search("{\"citizenId\": \"042090001234\"}"))).isEmpty();
    }

    @Test
    void whoeverIsFoundToDecideFindsItToo() {
        Desk received = desk("18550");
        Desk decides = desk("18562");
        String id = received.file(RESIDENCE, "Hồ Văn Chuyển", Optional.of("0902000003"));
        Owner.run("UPDATE dossier SET competent_agency_id = 3185622 WHERE id = ?", UUID.fromString(id));
        for (Desk desk : List.of(received, decides)) {
            assertThat(ids(desk.search(text("ho chuyen")))).containsExactly(id);
            assertThat(ids(desk.search("{\"phone\": \"0902000003\"}"))).containsExactly(id);
        }
    }

    @Test
    void anAnnouncedDossierIsNotFound() {
        var filing = api.filing("18568");
        filing.putArray("attachments")
                .addObject()
                .put("name", "a.pdf")
                .put("mediaType", "application/pdf")
                .put("size", 1024)
                .put("sha256", "ab".repeat(32));
        api.file(api.token("citizen"), filing).is(202);
        assertThat(ids(desk("18568").search(text("mau")))).isEmpty();
    }

    @Test
    void erasingThePartyErasesEverythingThatItWasFoundBy() {
        Desk desk = desk("18583");
        String id = desk.file(RESIDENCE, "Hà Thị Xóa", Optional.of("0902000004"));
        assertThat(ids(desk.search(text("xoa")))).containsExactly(id);
        Owner.run("DELETE FROM dossier_party WHERE dossier_id = ?", UUID.fromString(id));
        assertThat(ids(desk.search(text("xoa")))).isEmpty();
        assertThat(ids(desk.search("{\"phone\": \"0902000004\"}"))).isEmpty();
        assertThat(ids(desk.queue(""))).containsExactly(id);
        assertThat(item(desk.queue(""), 0).path("applicantName").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mau & !mau",
                "mau | nguyen",
                "mau:*",
                "'mau'",
                "(mau",
                "mau <-> van",
                "\\mau",
                "mau'); DROP TABLE dossier;--",
                "%mau_",
                "mau:A",
                "3185862/mau",
                "!!!mau",
                "ma*u?",
                "Ｍａｕ",
                "mậu\u0323\u0302"
            })
    void signsOfTheSearchLanguageAreSignsLikeOthers(String text) {
        Reply found = desk("18586").search(text(text));
        assertThat(found.status()).as(found.text()).isEqualTo(200);
    }

    @Test
    void anOperatorNeitherWidensNorTurnsASearch() {
        Desk desk = desk("18601");
        String id = desk.file(RESIDENCE, "Mai Văn Toán", Optional.empty());
        desk.file(RESIDENCE, "Lý Thị Khác", Optional.empty());
        assertThat(ids(desk.search(text("mai & !lý")))).as("mai, ly").isEmpty();
        assertThat(ids(desk.search(text("mai | khac")))).isEmpty();
        assertThat(ids(desk.search(text("!mai")))).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing-field | /text",
                "{\"limit\": 20} | missing-field | /text",
                "{\"text\": \"m\"} | too-short | /text",
                "{\"text\": \"m n\"} | too-short | /text",
                "{\"text\": \"...\"} | too-short | /text",
                "{\"text\": \"\"} | too-short | /text",
                "{\"phone\": \"12\"} | invalid-format | /phone",
                "{\"phone\": \"cảnh sát\"} | invalid-format | /phone",
                "{\"citizenId\": \"123\"} | malformed-citizen-id | /citizenId",
                "{\"text\": 5} | wrong-type | /text",
                "{\"text\": \"mau\", \"limit\": 101} | too-large | /limit",
                "{\"text\": \"mau\", \"limit\": 0} | too-small | /limit",
                "{\"text\": \"mau\", \"name\": \"x\"} | unknown-field | /name"
            })
    void whatCannotBeLookedForIsRefusedByItsField(String body, String code, String pointer) {
        Reply refused = desk("18604").search(body).is(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .containsExactly(code);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.body().at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(desk("18604")
                        .search("{\"text\": \"m\", \"phone\": \"12\"}")
                        .is(422)
                        .body()
                        .path("errors"))
                .hasSize(2);
        assertThat(desk("18604")
                        .search(text("x".repeat(1_000)))
                        .is(422)
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("too-long");
    }

    @Test
    void aKeyOnASearchHasNoEffect() {
        Desk desk = desk("18619");
        String first = desk.file();
        Reply before = api.post(desk.clerk(), Desk.SEARCHES, text("mau"), "Idempotency-Key", "search-1");
        String second = desk.file();
        Reply after = api.post(desk.clerk(), Desk.SEARCHES, text("mau"), "Idempotency-Key", "search-1");
        assertThat(ids(before)).containsExactly(first);
        assertThat(ids(after)).containsExactly(second, first);
        assertThat(after.header("Idempotency-Replayed")).isEmpty();
        assertThat(api.post(desk.clerk(), Desk.SEARCHES, text("mau"), "Idempotency-Key", "a b")
                        .is(400)
                        .problem())
                .isEqualTo("malformed-idempotency-key");
    }

    @Test
    void whatIsLookedForStandsInNoLogAndNobodyKeepsTheAnswer(CapturedOutput log) {
        Reply found = desk("18628")
                .search("{\"text\": \"MARKNAME\", \"phone\": \"0903999888\", \"citizenId\": \"042099999999\"}");
        assertThat(found.is(200).header("Cache-Control")).contains("no-store");
        assertThat(log).doesNotContain("MARKNAME", "markname", "903999888", "042099999999");
    }

    private static String text(String words) {
        return JsonMapper.shared().createObjectNode().put("text", words).toString();
    }

    private static String body(String words, int limit, String cursor) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("text", words)
                .put("limit", limit)
                .put("cursor", cursor)
                .toString();
    }
}
