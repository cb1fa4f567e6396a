package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** A dossier from the citizen's hand to the citizen's hand. */
@MovableClockIT
@ExtendWith(OutputCaptureExtension.class)
class DossierFlowIT {

    private static final String UNIT = "18115";
    private static final String COMPLETION =
            "{\"resultDocument\": {\"number\": \"12/XN-CA\", \"issuedOn\": \"2026-03-05\", \"title\": \"MARKTITLE\"},"
                    + " \"signedBy\": \"Nguyễn Thị MARKSIGNER\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00:00.123456789");
    }

    @Test
    void goesFromFilingToReturnStepByStep() {
        String citizen = api.token("citizen");
        Reply filed = api.file(citizen, api.filing(UNIT)).is(201);
        String id = filed.string("id");
        assertThat(filed.header("Location")).contains("/api/v1/dossiers/" + id);
        shows(filed, 1, 1, "Mới đăng ký");
        assertThat(filed.body().path("code").isNull()).isTrue();
        assertThat(filed.string("filedAt")).isEqualTo("2026-03-02T09:00:00.123+07:00");
        assertThat(filed.string("intakeDueAt")).isEqualTo("2026-03-03T09:00:00.123+07:00");
        assertThat(filed.body().at("/clock/state").asString()).isEqualTo("NOT_STARTED");
        assertThat(filed.body().at("/competentAgency/identifier").asString()).isEqualTo("Z99.18115.CA");

        clock.moveTo("2026-03-02T10:00");
        String clerk = api.token("clerk&unit=" + UNIT);
        Reply accepted = api.step(clerk, id, "acceptance", 1, "{}").is(200);
        shows(accepted, 2, 2, "Được tiếp nhận");
        assertThat(accepted.string("code")).matches("Z99\\.18115\\.CA-260302-[0-9]{4}");
        assertThat(accepted.string("dueAt")).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(accepted.string("firstPromisedAt")).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(accepted.body().path("dependsOnForecast").asBoolean()).isFalse();
        assertThat(accepted.body().at("/clock/state").asString()).isEqualTo("RUNNING");

        shows(api.step(clerk, id, "hand-over", 2, "{}").is(200), 3, 4, "Đang xử lý");
        clock.moveTo("2026-03-02T16:00");
        Reply finished = api.step(api.token("officer&unit=" + UNIT), id, "completion", 3, COMPLETION)
                .is(200);
        shows(finished, 4, 9, "Đã xử lý xong");
        assertThat(finished.string("finishedAt")).isEqualTo("2026-03-02T16:00:00+07:00");
        assertThat(finished.body().at("/clock/state").asString()).isEqualTo("ENDED");
        Reply returned = api.step(clerk, id, "return", 4, "{\"deliveredBy\": \"A\", \"receivedBy\": \"MARKRECEIVER\"}")
                .is(200);
        shows(returned, 5, 10, "Đã trả kết quả");

        isFoundByEachOfItsNames(citizen, returned);
        isFoundByEachOfItsNames(clerk, returned);
    }

    @Test
    void asksForTheBodyOfAStepOnlyWhereThereIsSomethingToSay() {
        String id = api.file(api.token("citizen"), api.filing(UNIT)).string("id");
        String clerk = api.token("clerk&unit=" + UNIT);
        api.step(clerk, id, "acceptance", 1, "").is(200);
        api.step(clerk, id, "hand-over", 2, "").is(200);
        api.step(api.token("leader&unit=" + UNIT), id, "completion", 3, "").is(400);
    }

    @Test
    void isRefusedBeforeAcceptanceAndThenEnds() {
        String citizen = api.token("citizen");
        String id = api.file(citizen, api.filing(UNIT)).string("id");
        Reply refused = api.step(api.token("clerk&unit=" + UNIT), id, "refusal", 1, "{\"reason\": \"thiếu giấy tờ\"}");
        shows(refused.is(200), 2, 3, "Không được tiếp nhận");
        assertThat(refused.body().path("code").isNull()).isTrue();
        assertThat(refused.body().at("/clock/state").asString()).isEqualTo("ENDED");
        assertThat(api.get(citizen, "/api/v1/dossiers/" + id, "Accept-Language", "en")
                        .string("statusName"))
                .isEqualTo("Refused");
    }

    @Test
    void withAnnouncedFilesIsNotFiledAndNobodyCanAcceptIt() {
        ObjectNode filing = api.filing(UNIT);
        filing.putArray("attachments")
                .addObject()
                .put("name", "MARKFILE.pdf")
                .put("mediaType", "application/pdf")
                .put("size", 1024)
                .put("sha256", "ab".repeat(32));
        Reply announced = api.file(api.token("citizen"), filing).is(202);
        assertThat(announced.body().path("status").isNull()).isTrue();
        assertThat(announced.body().path("filedAt").isNull()).isTrue();
        assertThat(announced.body().path("intakeDueAt").isNull()).isTrue();
        assertThat(announced.string("expiresAt")).isEqualTo("2026-03-03T09:00:00.123+07:00");
        assertThat(announced.body().path("missingAttachments")).hasSize(1);
        assertThat(api.step(api.token("clerk&unit=" + UNIT), announced.string("id"), "acceptance", 1, "{}")
                        .is(409)
                        .problem())
                .isEqualTo("invalid-transition");
    }

    @Test
    void everyEventHasAWholeEnvelopeAndTheDigestOfItsCanonicalLine() throws Exception {
        String id = finished(api.filing(UNIT));
        List<Map<String, Object>> rows =
                Owner.rows("SELECT * FROM dossier_event WHERE dossier_id = ? ORDER BY sequence", UUID.fromString(id));
        assertThat(rows)
                .extracting(row -> row.get("type"))
                .containsExactly("FILED", "ACCEPTED", "HANDED_OVER", "COMPLETED", "RETURNED");
        assertThat(rows).extracting(row -> row.get("sequence")).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows)
                .extracting(row -> row.get("actor_kind"))
                .containsExactly("CITIZEN", "CLERK", "CLERK", "OFFICER", "CLERK");
        assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContainValue(null));
        JsonNode shown = api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items");
        for (int at = 0; at < rows.size(); at++) {
            String digest = sha256(line(rows.get(at)));
            assertThat(HexFormat.of().formatHex((byte[]) rows.get(at).get("digest")))
                    .isEqualTo(digest);
            assertThat(shown.get(at).path("digest").asString()).isEqualTo(digest);
            assertThat(shown.get(at).path("payload").isObject()).isTrue();
        }
    }

    @Test
    void personalDataStandOnlyWhereTheyCanBeErased(CapturedOutput log) {
        ObjectNode filing = api.filing(UNIT);
        ((ObjectNode) filing.path("applicant"))
                .put("phone", "0912MARKPHONE")
                .put("email", "MARKMAIL@example.vn")
                .put("address", "MARKADDRESS");
        filing.putObject("form").put("note", "MARKFORM").putNull("empty").put("number", 1.5);
        String id = finished(filing);
        api.post(
                api.token("citizen"), "/api/v1/dossiers", filing.put("channel", "MARKCHANNEL"), "Idempotency-Key", "k");
        String written = Owner.rows("""
            SELECT to_jsonb(e) || jsonb_build_object('d', to_jsonb(d)) AS everything
              FROM dossier_event e JOIN dossier d ON d.id = e.dossier_id WHERE d.id = ?
            """, UUID.fromString(id)).toString()
                + Owner.rows("SELECT * FROM figure_detail_day")
                + Owner.rows("SELECT * FROM figure_delta")
                + Owner.rows("SELECT * FROM code_registry")
                + Owner.rows("SELECT * FROM agency_day");
        assertThat(written + log).contains("COMPLETED").doesNotContain("MARK", "Mẫu", "042090001234", "1990-05-17");
        assertThat(Owner.number(
                        "SELECT count(*) FROM dossier_private WHERE dossier_id = ? AND content LIKE '%MARK%'",
                        UUID.fromString(id)))
                .isEqualTo(3);
    }

    @Test
    void wordsCanBeErasedAndTheLogStaysWhole() {
        String id = finished(api.filing(UNIT));
        Owner.run("DELETE FROM dossier_private WHERE dossier_id = ?", UUID.fromString(id));
        String clerk = api.token("clerk&unit=" + UNIT);
        assertThat(api.get(clerk, "/api/v1/dossiers/" + id + "/events")
                        .is(200)
                        .body()
                        .path("items"))
                .hasSize(5);
        assertThat(api.get(clerk, "/api/v1/dossiers/" + id)
                        .is(200)
                        .body()
                        .path("status")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void aClockThatRunsBackIsHeldAndSaysSo() {
        String id = api.file(api.token("citizen"), api.filing(UNIT)).string("id");
        clock.moveTo("2026-03-02T08:59:59");
        Reply accepted = api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}")
                .is(200);
        assertThat(accepted.string("acceptedAt")).isEqualTo("2026-03-02T09:00:00.123+07:00");
        JsonNode event = api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/events")
                .body()
                .at("/items/1");
        assertThat(event.at("/payload/clockHeld").asBoolean()).isTrue();
        assertThat(event.path("recordedAt").asString()).isEqualTo("2026-03-02T09:00:00.123+07:00");
    }

    private String finished(ObjectNode filing) {
        String id = api.file(api.token("citizen"), filing).is(201).string("id");
        String clerk = api.token("clerk&unit=" + UNIT);
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
        api.step(clerk, id, "hand-over", 2, "{}").is(200);
        api.step(api.token("officer&unit=" + UNIT), id, "completion", 3, COMPLETION)
                .is(200);
        api.step(clerk, id, "return", 4, "{\"deliveredBy\": \"A\", \"receivedBy\": \"MARKRECEIVER\"}")
                .is(200);
        return id;
    }

    private void isFoundByEachOfItsNames(String token, Reply dossier) {
        for (String name : List.of("id", "trackingCode", "code")) {
            Reply found =
                    api.get(token, "/api/v1/dossiers/" + dossier.string(name)).is(200);
            assertThat(found.body()).as(name).isEqualTo(dossier.body());
            assertThat(found.version()).isEqualTo(dossier.version());
        }
    }

    private static void shows(Reply reply, int version, int status, String name) {
        assertThat(reply.version()).isEqualTo(version);
        assertThat(reply.body().path("status").asInt()).isEqualTo(status);
        assertThat(reply.string("statusName")).isEqualTo(name);
    }

    /** RFC 8785 of texts and whole numbers: members in order, the payload as it is stored. */
    private static String line(Map<String, Object> row) {
        Map<String, String> members = new TreeMap<>();
        Map.of(
                        "id", "id",
                        "dossier_id", "dossierId",
                        "type", "type",
                        "actor_kind", "actorKind",
                        "actor_ref", "actorRef")
                .forEach((column, name) ->
                        members.put(name, '"' + row.get(column).toString() + '"'));
        Map.of(
                        "sequence", "sequence",
                        "schema_version", "schemaVersion",
                        "home_agency_id", "receivingAgency",
                        "receiving_unit", "receivingUnit",
                        "competent_agency_id", "competentAgency",
                        "competent_unit", "competentUnit",
                        "payload", "payload")
                .forEach((column, name) -> members.put(name, row.get(column).toString()));
        members.put("occurredAt", '"' + instant(row.get("occurred_at")) + '"');
        members.put("recordedAt", '"' + instant(row.get("recorded_at")) + '"');
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String instant(Object moment) {
        Instant instant = moment instanceof java.sql.Timestamp timestamp
                ? timestamp.toInstant()
                : ((OffsetDateTime) moment).toInstant();
        return instant.toString();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
