package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/**
 * A gap in our tables never refuses a citizen: what procedure and place lead nowhere is filed, and waits in a queue
 * for somebody to say who decides it. Hà Nội's communes and their police are not among the seeds.
 */
@MovableClockIT
class RoutingExceptionsIT {

    private static final String GAP = "01";
    private static final String QUEUE = "/api/v1/desk/routing-exceptions";
    private static final String TO_THE_POLICE = "{\"competentAgency\": \"3147582\", \"reason\": \"MARKREASON\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
        clock.moveTo("2026-09-07T09:00");
    }

    @Test
    void isFiledAndAnsweredInTimeAlthoughNobodyKnowsWhoDecides() {
        Reply filed = filed().is(201);
        assertThat(filed.string("routing")).isEqualTo("OPEN");
        assertThat(filed.body().path("status").asInt()).isEqualTo(1);
        assertThat(filed.string("intakeDueAt")).isEqualTo("2026-09-08T09:00:00+07:00");
        assertThat(filed.body().at("/receivingAgency/id").asString()).isEqualTo("1000013");
        assertThat(filed.body().at("/competentAgency/id").asString()).isEqualTo("1000013");
        Reply tooEarly = step("clerk&unit=" + GAP, filed.string("id"), "acceptance", 1, "{}");
        assertThat(tooEarly.is(409).problem()).isEqualTo("routing-open");
        step("clerk&unit=" + GAP, filed.string("id"), "refusal", 1, "{\"reason\": \"x\"}")
                .is(200);
        assertThat(listed("clerk&unit=" + GAP)).doesNotContain(filed.string("id"));
    }

    @Test
    void isAcceptedOnceTheDeskSaysWhoDecides() {
        String id = filed().string("id");
        assertThat(listed("clerk&unit=" + GAP)).contains(id);
        Reply routed =
                step("clerk&unit=" + GAP, id, "routing", 1, TO_THE_POLICE).is(200);
        assertThat(routed.string("routing")).isEqualTo("SETTLED");
        assertThat(routed.body().at("/receivingAgency/id").asString()).isEqualTo("1000013");
        assertThat(routed.body().at("/competentAgency/id").asString()).isEqualTo("3147582");
        assertThat(listed("clerk&unit=" + GAP)).doesNotContain(id);
        assertThat(step("clerk&unit=" + GAP, id, "routing", 2, TO_THE_POLICE)
                        .is(409)
                        .problem())
                .isEqualTo("invalid-transition");
        Reply accepted = step("clerk&unit=" + GAP, id, "acceptance", 2, "{}").is(200);
        assertThat(accepted.string("code")).startsWith("Z99.14758.CA-");
        assertThat(accepted.body().at("/clock/waitsFor").asString()).isEqualTo("COMPETENT_RECEPTION");
        assertThat(Owner.rows(
                                "SELECT type, payload FROM dossier_event WHERE dossier_id = ? ORDER BY sequence",
                                UUID.fromString(id))
                        .toString())
                .contains("\"routing\":\"OPEN\"", "type=ROUTED", "\"competentAgency\":3147582")
                .doesNotContain("MARK");
    }

    @Test
    void anOperatorSeesAndSettlesAllAndNobodysPersonalData() {
        Reply filed = filed();
        String id = filed.string("id");
        assertThat(listed("operator")).contains(id);
        Reply seen = api.get(api.token("operator"), "/api/v1/dossiers/" + id).is(200);
        assertThat(seen.text()).doesNotContain("Mẫu", "042090001234");
        Reply routed = step("operator", id, "routing", 1, TO_THE_POLICE, "Idempotency-Key", "told-" + id)
                .is(200);
        assertThat(routed.text()).doesNotContain("Mẫu", "042090001234");
        assertThat(step("operator", id, "routing", 1, TO_THE_POLICE, "Idempotency-Key", "told-" + id)
                        .is(200)
                        .header("Idempotency-Replayed"))
                .contains("true");
        assertThat(listed("operator")).doesNotContain(id);
        api.get(api.token("operator"), "/api/v1/dossiers/" + id).is(404);
        String settled = ordinary();
        api.get(api.token("operator"), "/api/v1/dossiers/" + settled).is(404);
        step("operator", settled, "routing", 1, TO_THE_POLICE).is(404);
    }

    @Test
    void othersNeitherSeeNorSettleIt() {
        String id = filed().string("id");
        assertThat(listed("clerk&unit=18073")).doesNotContain(id);
        step("clerk&unit=18073", id, "routing", 1, TO_THE_POLICE).is(404);
        for (String persona : List.of("citizen", "officer&unit=" + GAP, "auditor")) {
            assertThat(api.get(api.token(persona), QUEUE).is(403).problem()).isEqualTo("forbidden");
            assertThat(step(persona, id, "routing", 1, TO_THE_POLICE).is(403).problem())
                    .isEqualTo("forbidden");
        }
        api.send("GET", QUEUE, Optional.empty()).is(401);
    }

    @Test
    void leadsOnlyToAnAgencyThatThereIsAndThatDecides() {
        String id = filed().string("id");
        Reply unknown = step("operator", id, "routing", 1, "{\"competentAgency\": \"99999\", \"reason\": \"x\"}");
        assertThat(unknown.is(422).problem()).isEqualTo("unknown-agency");
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/competentAgency");
        Reply committee = step("operator", id, "routing", 1, "{\"competentAgency\": \"3147581\", \"reason\": \"x\"}");
        assertThat(committee.is(422).problem()).isEqualTo("agency-not-competent");
        Reply silent = step("operator", id, "routing", 1, "{\"competentAgency\": \"3147582\"}");
        assertThat(silent.is(422).problem()).isEqualTo("missing-field");
        assertThat(step("operator", id, "routing", 7, TO_THE_POLICE).is(412).problem())
                .isEqualTo("version-conflict");
    }

    @Test
    void theQueueIsReadPageByPageAndEachOneOnce() {
        List<String> mine = new ArrayList<>();
        for (int minute = 10; minute < 15; minute++) {
            clock.moveTo("2026-09-07T09:" + minute);
            mine.add(filed().string("id"));
        }
        String clerk = api.token("clerk&unit=" + GAP);
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(clerk, QUEUE + "?limit=2" + cursor).is(200).body();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(item -> read.add(item.path("id").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(read).doesNotHaveDuplicates().containsSubsequence(mine);
        JsonNode one = api.get(clerk, QUEUE + "?limit=100").body().path("items").values().stream()
                .filter(item -> item.path("id").asString().equals(mine.getFirst()))
                .findFirst()
                .orElseThrow();
        assertThat(one.path("version").asInt()).isEqualTo(1);
        assertThat(one.at("/place/code").asString()).isEqualTo(GAP);
        assertThat(one.path("procedureCode").asString()).isEqualTo("1.004222");
        assertThat(one.path("intakeDueAt").asString()).startsWith("2026-09-08T09:10");
    }

    @Test
    void aPlaceInTheQueueIsItsReadersOnly() {
        filed();
        filed();
        String next = api.get(api.token("clerk&unit=" + GAP), QUEUE + "?limit=1")
                .is(200)
                .string("next");
        assertThat(api.get(api.token("operator"), QUEUE + "?cursor=" + next)
                        .is(400)
                        .problem())
                .isEqualTo("invalid-cursor");
        assertThat(api.get(api.token("clerk&unit=" + GAP), QUEUE + "?cursor=x" + next)
                        .is(400)
                        .problem())
                .isEqualTo("invalid-cursor");
        for (String limit : List.of("0", "101", "x", "99999999999")) {
            assertThat(api.get(api.token("operator"), QUEUE + "?limit=" + limit)
                            .is(400)
                            .problem())
                    .isEqualTo("invalid-parameter");
        }
    }

    private Reply filed() {
        return api.file(api.token("citizen"), api.filing(GAP));
    }

    private String ordinary() {
        return api.file(api.token("citizen"), api.filing("18073")).is(201).string("id");
    }

    private Reply step(String persona, String id, String name, int version, String body, String... headers) {
        return api.step(api.token(persona), id, name, version, body, headers);
    }

    private List<String> listed(String persona) {
        return api.get(api.token(persona), QUEUE + "?limit=100").is(200).body().path("items").values().stream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
