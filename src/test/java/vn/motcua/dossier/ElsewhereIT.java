package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** What one desk takes in and an agency elsewhere decides (Decree 118/2025 article 14, Decree 309/2026). */
@MovableClockIT
class ElsewhereIT {

    private static final String DESK = "18073";
    private static final String SAME_PROVINCE = "18229";
    private static final String OTHER_PROVINCE = "14758";
    private static final String COMPLETION = "{\"reason\": \"x\", \"signedBy\": \"A\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
    }

    @Test
    void theClockStartsWhenTheCompetentAgencyHasIt() {
        clock.moveTo("2026-09-07T09:00");
        JsonNode before = figures();
        String id = filed(OTHER_PROVINCE).is(201).string("id");

        Reply accepted = step(clerk(DESK), id, "acceptance", 1).is(200);
        assertThat(accepted.body().at("/receivingAgency/id").asString()).isEqualTo("3180731");
        assertThat(accepted.body().at("/competentAgency/id").asString()).isEqualTo("3147582");
        assertThat(accepted.string("code")).startsWith("Z99.14758.CA-260907-");
        waits(accepted, "COMPETENT_RECEPTION");
        assertThat(grown(before, "received", "pendingPaused", "pendingNotStarted", "pendingWithoutDue"))
                .containsExactly(1, 1, 1, 0);

        step(clerk(DESK), id, "hand-over", 2).is(200);
        Reply early = api.step(officer(), id, "completion", 3, COMPLETION).is(409);
        assertThat(early.problem()).isEqualTo("invalid-transition");
        assertThat(early.body().path("allowed")).hasSize(1);
        assertThat(early.body().at("/allowed/0").asString()).isEqualTo("reception");

        clock.moveTo("2026-09-08T10:00");
        Reply received = step(clerk(OTHER_PROVINCE), id, "reception", 3).is(200);
        assertThat(received.body().path("status").asInt()).isEqualTo(4);
        assertThat(received.string("receivedByCompetentAt")).isEqualTo("2026-09-08T10:00:00+07:00");
        runsUntil(received, "2026-09-17T17:00:00+07:00");
        assertThat(grown(before, "received", "pendingPaused", "pendingNotStarted", "pendingInTime"))
                .containsExactly(1, 0, 0, 1);
        assertThat(step(clerk(OTHER_PROVINCE), id, "reception", 4).is(409).problem())
                .isEqualTo("invalid-transition");

        api.step(officer(), id, "completion", 4, COMPLETION).is(200);
        assertThat(grown(before, "received", "early", "pendingInTime")).containsExactly(1, 1, 0);
        api.step(clerk(DESK), id, "return", 5, "{\"deliveredBy\": \"A\", \"receivedBy\": \"B\"}")
                .is(200);
        assertThat(types(id))
                .containsExactly("FILED", "ACCEPTED", "HANDED_OVER", "RECEIVED_BY_COMPETENT", "COMPLETED", "RETURNED");
    }

    @Test
    void receptionMayComeBeforeHandOver() {
        clock.moveTo("2026-09-07T09:00");
        String id = filed(OTHER_PROVINCE).is(201).string("id");
        step(clerk(DESK), id, "acceptance", 1).is(200);
        Reply received = api.step(officer(), id, "reception", 2, "{\"remarks\": \"complete\"}")
                .is(200);
        assertThat(received.body().path("status").asInt()).isEqualTo(2);
        runsUntil(received, "2026-09-16T17:00:00+07:00");
        step(clerk(OTHER_PROVINCE), id, "hand-over", 3).is(200);
        api.step(officer(), id, "completion", 4, COMPLETION).is(200);
    }

    @Test
    void eachAgencyTakesItsOwnSteps() {
        clock.moveTo("2026-09-07T09:00");
        String id = filed(OTHER_PROVINCE).is(201).string("id");
        assertThat(step(clerk(OTHER_PROVINCE), id, "acceptance", 1).is(403).problem())
                .isEqualTo("forbidden");
        step(clerk(SAME_PROVINCE), id, "acceptance", 1).is(404);
        step(clerk(DESK), id, "acceptance", 1).is(200);
        assertThat(step(clerk(DESK), id, "reception", 2).is(403).problem()).isEqualTo("forbidden");
        api.get(clerk(DESK), "/api/v1/dossiers/" + id).is(200);
        api.get(clerk(OTHER_PROVINCE), "/api/v1/dossiers/" + id).is(200);
    }

    @Test
    void receptionIsAStepLikeEveryOther() {
        clock.moveTo("2026-09-07T09:00");
        String id = filed(OTHER_PROVINCE).is(201).string("id");
        step(clerk(DESK), id, "acceptance", 1).is(200);
        String path = "/api/v1/dossiers/" + id + "/reception";
        assertThat(api.post(clerk(OTHER_PROVINCE), path, "{}").is(428).problem())
                .isEqualTo("if-match-required");
        assertThat(step(clerk(OTHER_PROVINCE), id, "reception", 1).is(412).problem())
                .isEqualTo("version-conflict");
        Reply first = api.step(clerk(OTHER_PROVINCE), id, "reception", 2, "{}", "Idempotency-Key", "had-" + id)
                .is(200);
        Reply second = api.step(clerk(OTHER_PROVINCE), id, "reception", 2, "{}", "Idempotency-Key", "had-" + id)
                .is(200);
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void untilTheLawOpensThemProvincesEndAtTheirBorders() {
        clock.moveTo("2026-08-04T09:00");
        Reply refused = filed(OTHER_PROVINCE).is(422);
        assertThat(refused.problem()).isEqualTo("agency-not-competent");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/competentUnit");
        assertThat(refused.string("detail")).contains("04/08/2026");
        clock.moveTo("2026-08-05T09:00");
        filed(OTHER_PROVINCE).is(201);
    }

    @Test
    void untilTheLawStartsItAtReceptionTheClockStartsWithAcceptance() {
        clock.moveTo("2026-08-04T09:00");
        String id = filed(SAME_PROVINCE).is(201).string("id");
        runsUntil(step(clerk(DESK), id, "acceptance", 1).is(200), "2026-08-13T17:00:00+07:00");
        clock.moveTo("2026-08-06T09:00");
        Reply received = step(clerk(SAME_PROVINCE), id, "reception", 2).is(200);
        runsUntil(received, "2026-08-13T17:00:00+07:00");
        assertThat(received.string("receivedByCompetentAt")).isEqualTo("2026-08-06T09:00:00+07:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNTER", "POSTAL"})
    void aDeskThatDecidesItselfHasItAtOnce(String channel) {
        clock.moveTo("2026-09-07T09:00");
        ObjectNode filing = api.filing("1.010028", DESK, "citizen").put("channel", channel);
        String id = api.file(clerk(DESK), filing).is(201).string("id");
        Reply accepted = step(clerk(DESK), id, "acceptance", 1).is(200);
        assertThat(accepted.body().at("/clock/state").asString()).isEqualTo("RUNNING");
        assertThat(step(clerk(DESK), id, "reception", 2).is(409).problem()).isEqualTo("invalid-transition");
    }

    @Test
    void aClockThatWaitsForTheFeeIsNeitherLateNorOnTime() {
        clock.moveTo("2026-09-07T09:00");
        JsonNode before = figures();
        ObjectNode filing = api.filing("1.013067", OTHER_PROVINCE, "citizen")
                .put("channel", "COUNTER")
                .put("case", "term-2-working-day");
        String id = api.file(clerk(OTHER_PROVINCE), filing).is(201).string("id");
        waits(step(clerk(OTHER_PROVINCE), id, "acceptance", 1).is(200), "FEE");
        assertThat(grown(before, "received", "pendingPaused", "pendingNotStarted"))
                .containsExactly(1, 1, 1);
        step(clerk(OTHER_PROVINCE), id, "hand-over", 2).is(200);
        Reply ended = api.step(officer(), id, "completion", 3, COMPLETION).is(200);
        assertThat(ended.body().at("/clock/state").asString()).isEqualTo("ENDED");
        assertThat(grown(before, "received", "pendingNotStarted", "resolvedWithoutDue", "early", "onTime"))
                .containsExactly(1, 0, 1, 0, 0);
    }

    @Test
    void aCommuneThatWentToSeveralNamesThemAll() {
        clock.moveTo("2026-09-07T09:00");
        Reply refused = api.file(api.token("citizen"), api.filing("18082")).is(422);
        assertThat(refused.problem()).isEqualTo("unit-not-in-force");
        assertThat(refused.body().path("choices").values().stream().map(JsonNode::asString))
                .containsExactly("18073 Phường Thành Sen", "18652 Phường Hà Huy Tập");
    }

    private Reply filed(String unit) {
        return api.file(clerk(DESK), api.filing(unit).put("channel", "COUNTER"));
    }

    private Reply step(String token, String id, String name, int version) {
        return api.step(token, id, name, version, "{}");
    }

    private String clerk(String unit) {
        return api.token("clerk&unit=" + unit);
    }

    private String officer() {
        return api.token("officer&unit=" + OTHER_PROVINCE);
    }

    private static void waits(Reply reply, String waitsFor) {
        assertThat(reply.body().at("/clock/state").asString()).isEqualTo("NOT_STARTED");
        assertThat(reply.body().at("/clock/waitsFor").asString()).isEqualTo(waitsFor);
        for (String moment : List.of("dueAt", "firstPromisedAt", "dueMissing", "receivedByCompetentAt")) {
            assertThat(reply.body().path(moment).isNull()).as(moment).isTrue();
        }
    }

    private static void runsUntil(Reply reply, String due) {
        assertThat(reply.body().at("/clock/state").asString()).isEqualTo("RUNNING");
        assertThat(reply.body().at("/clock/waitsFor").isNull()).isTrue();
        assertThat(reply.string("dueAt")).isEqualTo(due);
        assertThat(reply.string("firstPromisedAt")).isEqualTo(due);
    }

    /** The other commune's row of September. */
    private JsonNode figures() {
        return api.get(
                        api.token("auditor"),
                        "/api/v1/on-time-rates?level=COMMUNE&from=2026-09-01&to=2026-09-30&unit=" + OTHER_PROVINCE)
                .is(200)
                .body()
                .at("/rows/0");
    }

    private List<Integer> grown(JsonNode before, String... names) {
        JsonNode now = figures();
        return List.of(names).stream()
                .map(name -> now.path(name).asInt() - before.path(name).asInt())
                .toList();
    }

    private List<String> types(String id) {
        return api.get(clerk(DESK), "/api/v1/dossiers/" + id + "/events").body().path("items").values().stream()
                .map(event -> event.path("type").asString())
                .toList();
    }
}
