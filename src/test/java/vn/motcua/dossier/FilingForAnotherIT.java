package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** Filing for somebody else, with that fact on record, and who reads the dossier then. */
@MovableClockIT
class FilingForAnotherIT {

    private static final String DOSSIERS = "/api/v1/dossiers/";
    private static final String OWN = "/api/v1/dossiers?limit=100";
    private static final String UNIT = "18790";
    private static final String PARENT = "{\"kind\": \"PARENT\", \"document\": \"Giấy khai sinh số MARKDOC/2022\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-12-07T09:00");
    }

    @Test
    void aParentFilesForAChildAndBothReadItAndNobodyElse() {
        Reply filed = file("citizen", "child", PARENT).is(201);
        String id = filed.string("id");
        assertThat(filed.body().at("/applicant/fullName").asString()).isEqualTo("Nguyễn Thị Bé Mẫu");
        for (String reader : List.of("citizen", "child")) {
            JsonNode read = api.get(api.token(reader), DOSSIERS + id).is(200).body();
            assertThat(read.at("/submitter/fullName").asString()).isEqualTo("Nguyễn Văn Mẫu");
            assertThat(read.at("/submitter/authority/kind").asString()).isEqualTo("PARENT");
            assertThat(read.at("/submitter/authority/document").asString()).contains("MARKDOC");
            assertThat(events(reader, id).size()).isEqualTo(1);
        }
        assertThat(role("citizen", id)).contains("REPRESENTATIVE");
        assertThat(role("child", id)).contains("APPLICANT");

        String stranger = api.token("citizen2");
        assertThat(api.get(stranger, DOSSIERS + id).is(404).problem()).isEqualTo("not-found");
        api.get(stranger, DOSSIERS + id + "/events").is(404);
        api.get(stranger, DOSSIERS + filed.string("trackingCode")).is(404);
        assertThat(role("citizen2", id)).isEmpty();
    }

    @Test
    void theLogSaysByWhichRightAndWhoseAccountCountsAndNotWho() {
        String parents = file("citizen", "child", PARENT).is(201).string("id");
        JsonNode payload = events("citizen", parents).get(0).path("payload");
        assertThat(payload.path("representation").toString())
                .isEqualTo("{\"account\":\"REPRESENTATIVE\",\"authority\":\"PARENT\"}");
        String authorised =
                file("foreigner", "citizen2", authorised("2026-12-31")).is(201).string("id");
        assertThat(events("citizen2", authorised)
                        .get(0)
                        .at("/payload/representation")
                        .toString())
                .isEqualTo("{\"account\":\"APPLICANT\",\"authority\":\"AUTHORISED_PERSON\"}");
        assertThat(Owner.rows(
                        "SELECT schema_version FROM dossier_event WHERE dossier_id IN (?, ?)",
                        UUID.fromString(parents),
                        UUID.fromString(authorised)))
                .allSatisfy(row -> assertThat(row).containsEntry("schema_version", 4));
        assertThat(Owner.number("SELECT count(*) FROM dossier_event WHERE payload ~"
                        + " 'MARKDOC|042090001234|NN042000777|Nguyễn|Sample'"))
                .isZero();
    }

    @Test
    void whatIsAnnouncedForAnotherSaysItToo() {
        ObjectNode filing = filing("citizen", "child", PARENT);
        filing.putArray("attachments")
                .addObject()
                .put("name", "a.pdf")
                .put("mediaType", "application/pdf")
                .put("size", 1024)
                .put("sha256", "ab".repeat(32));
        String id = api.file(api.token("citizen"), filing).is(202).string("id");
        assertThat(events("child", id)
                        .get(0)
                        .at("/payload/representation/authority")
                        .asString())
                .isEqualTo("PARENT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"kind": "AUTHORISED_PERSON", "document": "01/UQ", "validTo": "2026-12-06"} | authority-expired | /submitter/authority/validTo
        {"kind": "AUTHORISED_PERSON", "document": "01/UQ"} | missing-field | /submitter/authority/validTo
        {"kind": "AUTHORISED_PERSON", "validTo": "2026-12-31"} | missing-field | /submitter/authority/document
        {"kind": "AUTHORISED_PERSON", "document": " - ", "validTo": "2026-12-31"} | invalid-fields | /submitter/authority/document
        {"kind": "NEIGHBOUR", "document": "01/UQ"} | invalid-fields | /submitter/authority/kind
        {"document": "01/UQ"} | missing-field | /submitter/authority/kind
        {"kind": "PARENT", "document": "01/UQ"} | authority-not-fitting | /submitter/authority/kind
        {"kind": "GUARDIAN", "document": "01/UQ"} | authority-not-fitting | /submitter/authority/kind
        {"kind": "EMPLOYEE", "document": "01/UQ", "validTo": "2026-12-31"} | authority-not-fitting | /submitter/authority/kind
        """)
    void anAuthorityThatDoesNotReachSoFarIsRefused(String authority, String problem, String pointer) {
        Reply refused = file("foreigner", "citizen2", authority).is(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.body().path("errors").size()).isOne();
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.text()).doesNotContain("Sample", "Trần", "01/UQ");
    }

    @Test
    void aStrangerFilesNeitherInAnothersNameNorInAParents() {
        ObjectNode inAParentsName = filing("citizen", "child", PARENT);
        Reply refused = api.file(api.token("citizen2"), inAParentsName).is(422);
        assertThat(refused.problem()).isEqualTo("submitter-mismatch");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/submitter");
        inAParentsName.putNull("submitter");
        assertThat(api.file(api.token("citizen2"), inAParentsName).is(422).problem())
                .isEqualTo("applicant-mismatch");
    }

    @ParameterizedTest
    @CsvSource({"LEGAL_REPRESENTATIVE", "EMPLOYEE"})
    void whoActsForACompanyFilesForItAndItsOwnAccountReadsThat(String kind) {
        String authority = "{\"kind\": \"" + kind + "\", \"document\": \"Giấy ĐKDN 3001234567\","
                + " \"validTo\": \"2026-12-31\"}";
        String id = file("citizen", "director", authority).is(201).string("id");
        assertThat(api.get(api.token("director"), DOSSIERS + id)
                        .is(200)
                        .body()
                        .at("/submitter/authority/kind")
                        .asString())
                .isEqualTo(kind);
        assertThat(role("director", id)).contains("APPLICANT");
        String own = api.file(api.token("director"), api.filing("1.004222", UNIT, "director"))
                .is(201)
                .string("id");
        assertThat(events("director", own).get(0).path("payload").has("representation"))
                .isFalse();
        api.get(api.token("citizen"), DOSSIERS + own).is(404);
    }

    @Test
    void aCompanysAccountSaysWhomItSendsAndGivesThisPersonNoRightToRead() {
        ObjectNode filing = filing(
                "citizen",
                "director",
                "{\"kind\": \"EMPLOYEE\", \"document\": \"Giấy giới thiệu 7\", \"validTo\": \"2026-12-31\"}");
        String id = api.file(api.token("director"), filing).is(201).string("id");
        assertThat(role("director", id)).contains("APPLICANT");
        assertThat(role("citizen", id)).isEmpty();
    }

    @Test
    void aForeignersNumberIsTheSameHoweverItIsSpaced() {
        ObjectNode filing = filing("foreigner", "citizen2", authorised("2026-12-31"));
        ObjectNode submitter = (ObjectNode) filing.path("submitter");
        String number = submitter.path("foreignerId").asString();
        submitter.put(
                "foreignerId",
                number.substring(0, 3) + " " + number.substring(3).toLowerCase(Locale.ROOT));
        String id = api.file(api.token("foreigner"), filing).is(201).string("id");
        assertThat(role("foreigner", id)).contains("REPRESENTATIVE");
        submitter.put("foreignerId", number + "?");
        assertThat(api.file(api.token("foreigner"), filing)
                        .is(422)
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/submitter/foreignerId");
    }

    @Test
    void whenTheAuthorityEndsItsReadingEndsAndNeverTheApplicants() {
        String id =
                file("foreigner", "citizen2", authorised("2026-12-31")).is(201).string("id");
        clock.moveTo("2026-12-31T23:59:59");
        assertThat(api.get(api.token("foreigner"), DOSSIERS + id).is(200).string("id"))
                .isEqualTo(id);
        assertThat(role("foreigner", id)).contains("REPRESENTATIVE");
        clock.moveTo("2027-01-01T00:00");
        api.get(api.token("foreigner"), DOSSIERS + id).is(404);
        api.get(api.token("foreigner"), DOSSIERS + id + "/events").is(404);
        assertThat(role("foreigner", id)).isEmpty();
        assertThat(role("citizen2", id)).contains("APPLICANT");
        api.get(api.token("citizen2"), DOSSIERS + id).is(200);
    }

    @Test
    void erasedPeopleLeaveTheLogWhole() {
        String id = file("citizen", "child", PARENT).is(201).string("id");
        UUID uuid = UUID.fromString(id);
        String logged = events("child", id).toString();
        Owner.run("DELETE FROM dossier_private WHERE dossier_id = ?", uuid);
        Owner.run("DELETE FROM dossier_party WHERE dossier_id = ? AND role = 'REPRESENTATIVE'", uuid);
        assertThat(events("child", id)).hasToString(logged);
        assertThat(api.get(api.token("child"), DOSSIERS + id)
                        .is(200)
                        .body()
                        .path("submitter")
                        .isNull())
                .isTrue();
        api.get(api.token("citizen"), DOSSIERS + id).is(404);
    }

    private static String authorised(String validTo) {
        return "{\"kind\": \"AUTHORISED_PERSON\", \"document\": \"Giấy ủy quyền 01/UQ\", \"validTo\": \"" + validTo
                + "\"}";
    }

    private Reply file(String submitter, String applicant, String authority) {
        Reply reply = api.file(api.token(submitter), filing(submitter, applicant, authority));
        clock.tick();
        return reply;
    }

    private ObjectNode filing(String submitter, String applicant, String authority) {
        ObjectNode filing = api.filing("1.004222", UNIT, applicant);
        filing.set("submitter", Submitters.of(api.person(submitter), authority));
        return filing;
    }

    private JsonNode events(String persona, String id) {
        return api.get(api.token(persona), DOSSIERS + id + "/events")
                .is(200)
                .body()
                .path("items");
    }

    /** What a persona is in a dossier of the own list; empty when it is not there. */
    private Optional<String> role(String persona, String id) {
        Reply page = api.get(api.token(persona), OWN);
        int at = ids(page).indexOf(id);
        return at < 0
                ? Optional.empty()
                : Optional.of(Desk.item(page, at).path("role").asString());
    }
}
