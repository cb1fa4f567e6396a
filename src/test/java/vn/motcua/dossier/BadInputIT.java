package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** What is wrong is refused by its own name, says where, and leaves nothing behind. */
@MovableClockIT
class BadInputIT {

    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String UNIT = "18172";
    private static final String ROWS = """
        SELECT (SELECT count(*) FROM dossier) + (SELECT count(*) FROM dossier_event) + (SELECT count(*) FROM idempotency)
             + (SELECT count(*) FROM dossier_private) + (SELECT count(*) FROM code_registry)
             + (SELECT count(*) FROM dossier_party)
        """;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private long before;

    @BeforeEach
    void call() {
        api = new Api(port);
        clock.moveTo("2026-05-04T09:00");
        before = Owner.number(ROWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "procedureCode | 9.999999 | unknown-procedure | /procedureCode",
                "competentUnit | 99999 | unknown-unit | /competentUnit",
                "competentUnit | 42 | agency-ambiguous | /competentAgency",
                "competentUnit | VN | agency-ambiguous | /competentAgency",
                "competentAgency | Z99.nowhere | unknown-agency | /competentAgency",
                "competentAgency | 3181721 | agency-not-competent | /competentAgency",
                "channel | COUNTER | channel-not-yours | /channel",
                "procedureCode | 1.003677 | variant-ambiguous | /case",
                "surprise | x | unknown-field | /surprise"
            })
    void aFilingWithOneFaultIsRefusedByItsName(String field, String value, String problem, String pointer) {
        Reply refused = refused(api.file(api.token("citizen"), api.filing(UNIT).put(field, value)), 422, problem);
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "citizenId, 04209000123, malformed-citizen-id, /applicant/citizenId",
        "citizenId, 042090009999, applicant-mismatch, /applicant",
        "fullName, Somebody Else, applicant-mismatch, /applicant",
        "dateOfBirth, 1991, applicant-mismatch, /applicant"
    })
    void anApplicantWhoIsNotThePersonOfTheTokenIsRefused(String field, String value, String problem, String pointer) {
        ObjectNode filing = api.filing(UNIT);
        ((ObjectNode) filing.path("applicant")).put(field, value);
        Reply refused = refused(api.file(api.token("citizen"), filing), 422, problem);
        assertThat(pointers(refused)).containsExactly(pointer);
        assertThat(refused.text()).doesNotContain(value);
    }

    @Test
    void everyWrongFieldIsNamedAtOnceInBothLanguages() {
        String citizen = api.token("citizen");
        ObjectNode filing = api.filing("99999").put("procedureCode", "9.999999").put("channel", "POSTAL");
        ((ObjectNode) filing.path("applicant")).remove("fullName");
        List<Reply> told = Stream.of("en", "vi")
                .map(language -> refused(
                        api.post(citizen, DOSSIERS, filing, "Idempotency-Key", "k", "Accept-Language", language),
                        422,
                        "invalid-fields"))
                .toList();
        assertThat(told)
                .allSatisfy(refused -> assertThat(pointers(refused))
                        .containsExactlyInAnyOrder(
                                "/procedureCode", "/channel", "/applicant/fullName", "/competentUnit"));
        assertThat(told.getFirst().string("title")).isNotEqualTo(told.getLast().string("title"));
        assertThat(told.getFirst().body().at("/errors/0/message"))
                .isNotEqualTo(told.getLast().body().at("/errors/0/message"));
    }

    @Test
    void aUnitThatIsNotInForceIsToldFromOneThatNeverWas() {
        clock.moveTo("2025-02-28T09:00");
        Reply refused = refused(api.file(api.token("citizen"), api.filing(UNIT)), 422, "invalid-fields");
        assertThat(refused.text())
                .contains("\"code\":\"unit-not-in-force\"")
                .contains("\"code\":\"unknown-procedure\"");
    }

    @Test
    void aClerkFilesNeitherOnlineNorYetForAnotherProvince() {
        String clerk = api.token("clerk&unit=" + UNIT);
        refused(api.file(clerk, api.filing(UNIT)), 422, "channel-not-yours");
        refused(api.file(clerk, api.filing("14758").put("channel", "COUNTER")), 422, "agency-not-competent");
        refused(api.file(api.token("officer"), api.filing(UNIT)), 403, "forbidden");
        refused(api.file(api.token("machine"), api.filing(UNIT)), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": | malformed-json",
                "[1,2 | malformed-json",
                "{\"channel\": \"ONLINE\", \"channel\": \"ONLINE\"} | duplicate-member",
                "{} {} | malformed-json"
            })
    void whatIsNoJsonIsRefused(String body, String problem) {
        refused(api.post(api.token("citizen"), DOSSIERS, body, "Idempotency-Key", "k"), 400, problem);
    }

    @Test
    void aBodyOfAnotherKindOrSizeIsRefused() {
        String bearer = "Bearer " + api.token("citizen");
        String filing = api.filing(UNIT).toString();
        refused(
                api.send(
                        "POST",
                        DOSSIERS,
                        Optional.of(filing),
                        "Authorization",
                        bearer,
                        "Idempotency-Key",
                        "k",
                        "Content-Type",
                        "text/xml"),
                415,
                "unsupported-media-type");
        String tooLong = "{\"form\": \"" + "x".repeat(1 << 20) + "\"}";
        refused(api.post(bearer.substring(7), DOSSIERS, tooLong, "Idempotency-Key", "k"), 413, "payload-too-large");
    }

    @Test
    void aKeyIsRequiredForFilingAndHasAForm() {
        String citizen = api.token("citizen");
        refused(api.post(citizen, DOSSIERS, api.filing(UNIT)), 400, "idempotency-key-required");
        refused(
                api.post(citizen, DOSSIERS, api.filing(UNIT), "Idempotency-Key", "two words"),
                400,
                "malformed-idempotency-key");
    }

    @Test
    void aStepNamesTheVersionAndBeginsWhereTheDossierIs() {
        String id = filed();
        String clerk = api.token("clerk&unit=" + UNIT);
        refused(api.post(clerk, DOSSIERS + "/" + id + "/acceptance", "{}"), 428, "if-match-required");
        refused(api.step(clerk, id, "acceptance", 2, "{}"), 412, "version-conflict");
        Reply wrong = refused(api.step(clerk, id, "hand-over", 1, "{}"), 409, "invalid-transition");
        assertThat(wrong.body().path("allowed").values())
                .extracting(JsonNode::asString)
                .containsExactly("acceptance", "refusal");
        refused(api.step(api.token("citizen"), id, "acceptance", 1, "{}"), 403, "forbidden");
        refused(api.step(api.token("officer&unit=" + UNIT), id, "acceptance", 1, "{}"), 403, "forbidden");
        refused(api.step(clerk, id, "completion", 1, "{\"reason\": \"x\", \"signedBy\": \"A\"}"), 403, "forbidden");
        assertThat(pointers(refused(api.step(clerk, id, "refusal", 1, "{\"x\": 1}"), 422, "invalid-fields")))
                .containsExactlyInAnyOrder("/x", "/reason");
    }

    @Test
    void aDossierEndsWithAResultOrWithTheReasonWhyThereIsNone() {
        String id = filed();
        String clerk = api.token("clerk&unit=" + UNIT);
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
        api.step(clerk, id, "hand-over", 2, "{}").is(200);
        before = Owner.number(ROWS);
        String officer = api.token("officer&unit=" + UNIT);
        Reply neither = refused(api.step(officer, id, "completion", 3, "{\"signedBy\": \"A\"}"), 422, "missing-field");
        assertThat(pointers(neither)).containsExactly("/resultDocument");
        String both = "{\"signedBy\": \"A\", \"reason\": \"x\", \"resultDocument\": {\"number\": \"1\"}}";
        assertThat(pointers(refused(api.step(officer, id, "completion", 3, both), 422, "invalid-fields")))
                .containsExactly("/reason");
    }

    @Test
    void handOverGoesToTheCompetentAgencyOnly() {
        String id = filed();
        String clerk = api.token("clerk&unit=" + UNIT);
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
        before = Owner.number(ROWS);
        refused(api.step(clerk, id, "hand-over", 2, "{\"toAgency\": \"nowhere\"}"), 422, "unknown-agency");
        refused(api.step(clerk, id, "hand-over", 2, "{\"toAgency\": \"3181721\"}"), 422, "agency-not-competent");
    }

    @Test
    void whatIsNotForTheCallerDoesNotExist() {
        String id = filed();
        for (String other : List.of("citizen2", "clerk&unit=18100", "auditor")) {
            String token = api.token(other);
            Reply hidden = refused(api.get(token, DOSSIERS + "/" + id), 404, "not-found");
            Reply nothing = refused(api.get(token, DOSSIERS + "/" + UUID.randomUUID()), 404, "not-found");
            assertThat(withoutInstance(hidden)).isEqualTo(withoutInstance(nothing));
            refused(api.get(token, DOSSIERS + "/" + id + "/events"), 404, "not-found");
        }
        refused(api.step(api.token("clerk&unit=18100"), id, "acceptance", 1, "{}"), 404, "not-found");
    }

    @Test
    void aCallerShowsAGoodToken() {
        String good = api.token("citizen");
        String path = DOSSIERS + "/" + UUID.randomUUID();
        Reply none = refused(api.send("GET", path, Optional.empty()), 401, "unauthenticated");
        assertThat(none.header("WWW-Authenticate")).contains("Bearer");
        refused(api.get(good.substring(0, good.length() - 8) + "AAAAAAAA", path), 401, "invalid-token");
        String[] parts = good.split("\\.");
        String stranger = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"iss\": \"https://stranger.example\", \"sub\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        refused(api.get(parts[0] + "." + stranger + "." + parts[2], path), 401, "invalid-token");
        clock.moveTo("2026-05-04T17:00:31");
        refused(api.get(good, path), 401, "token-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Z99.18172.CA-260504-1", "MC00000000000000000", "%27%20OR%201=1"})
    void anIdHasOneOfThreeForms(String id) {
        refused(api.get(api.token("citizen"), DOSSIERS + "/" + id), 400, "malformed-id");
    }

    @Test
    void aPathOrMethodThatIsNotThereIsAProblemWhateverIsAccepted() {
        String citizen = api.token("citizen");
        refused(api.get(citizen, "/api/v1/nowhere", "Accept", "text/csv"), 404, "not-found");
        Reply method = api.send("DELETE", DOSSIERS, Optional.empty(), "Authorization", "Bearer " + citizen);
        assertThat(refused(method, 405, "method-not-allowed").header("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed.split(",")).containsExactlyInAnyOrder("GET", "POST"));
    }

    private String filed() {
        String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        before = Owner.number(ROWS);
        return id;
    }

    private Reply refused(Reply reply, int status, String problem) {
        reply.is(status);
        assertThat(reply.problem()).isEqualTo(problem);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.body().path("status").asInt()).isEqualTo(status);
        assertThat(reply.string("title")).isNotBlank();
        assertThat(reply.string("instance"))
                .isEqualTo("urn:uuid:" + reply.header("Request-Id").orElseThrow());
        assertThat(Owner.number(ROWS)).as("rows").isEqualTo(before);
        return reply;
    }

    private static List<String> pointers(Reply refused) {
        return refused.body().path("errors").values().stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static JsonNode withoutInstance(Reply refused) {
        ObjectNode body = (ObjectNode) refused.body();
        body.remove("instance");
        return body;
    }
}
