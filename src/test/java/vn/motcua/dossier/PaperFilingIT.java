package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;
import static vn.motcua.dossier.Desk.item;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** What somebody brings to the counter on paper is typed by a clerk, says so, and is never counted as online. */
@MovableClockIT
class PaperFilingIT {

    private static final String DOSSIERS = "/api/v1/dossiers/";
    private static final String UNIT = "18100";
    private static final String AUTHORISED =
            "{\"kind\": \"AUTHORISED_PERSON\", \"document\": \"02/UQ\", \"validTo\": \"2026-12-31\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private String clerk;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-12-14T09:00");
        clerk = api.token("clerk&unit=" + UNIT);
    }

    @Test
    void theHistorySaysThatAClerkTypedItAndForWhichAgency() {
        String id = api.file(clerk, brought("child", "citizen")).is(201).string("id");
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
        JsonNode events = events("child", id);
        JsonNode filed = events.get(0);
        assertThat(filed.path("actorKind").asString()).isEqualTo("CLERK");
        assertThat(filed.at("/typedBy/clerk").asString())
                .isEqualTo(Owner.rows(
                                "SELECT actor_ref FROM dossier_event WHERE dossier_id = ? AND sequence = 1",
                                UUID.fromString(id))
                        .getFirst()
                        .get("actor_ref"));
        assertThat(filed.at("/typedBy/agency/id").asString())
                .isEqualTo(api.get(clerk, DOSSIERS + id)
                        .body()
                        .at("/receivingAgency/id")
                        .asString());
        assertThat(filed.at("/payload/channel").asString()).isEqualTo("COUNTER");
        assertThat(filed.at("/payload/representation/authority").asString()).isEqualTo("AUTHORISED_PERSON");
        assertThat(events.get(1).path("typedBy").isNull()).isTrue();
    }

    @Test
    void whatACitizenFilesOnlineNobodyTyped() {
        String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        assertThat(events("citizen", id).get(0).path("typedBy").isNull()).isTrue();
    }

    @Test
    void whoBroughtItReadsItWhenTheClerkKnowsTheNumber() {
        String known = api.file(clerk, brought("citizen2", "foreigner")).is(201).string("id");
        assertThat(api.get(api.token("foreigner"), DOSSIERS + known)
                        .is(200)
                        .body()
                        .at("/submitter/foreignerId")
                        .asString())
                .isEqualTo("NN042000777");
        clock.tick();
        ObjectNode filing = brought("citizen2", "foreigner");
        ((ObjectNode) filing.path("submitter")).remove(List.of("foreignerId", "dateOfBirth"));
        String byName = api.file(clerk, filing).is(201).string("id");
        api.get(api.token("foreigner"), DOSSIERS + byName).is(404);
        assertThat(api.get(api.token("citizen2"), DOSSIERS + byName)
                        .is(200)
                        .body()
                        .at("/submitter/fullName")
                        .asString())
                .isEqualTo("Sample Person");
    }

    /** The representative's number is before the applicant's. */
    @Test
    void theDeskSeesAndFindsItByTheApplicant() {
        String id = api.file(clerk, brought("child", "citizen")).is(201).string("id");
        Reply queue = api.get(clerk, Desk.QUEUE + "?limit=100");
        assertThat(item(queue, ids(queue).indexOf(id)).path("applicantName").asString())
                .isEqualTo("Nguyễn Thị Bé Mẫu");
        assertThat(item(queue, ids(queue).indexOf(id)).path("role").isNull()).isTrue();
        assertThat(ids(api.post(clerk, Desk.SEARCHES, "{\"citizenId\": \"042322000111\"}")))
                .contains(id);
        assertThat(ids(api.post(clerk, Desk.SEARCHES, "{\"citizenId\": \"042090001234\"}")))
                .doesNotContain(id);
    }

    @Test
    void paperIsNeverCountedAsOnline() {
        int before = filed("COUNTER");
        int online = filed("ONLINE");
        api.file(clerk, brought("child", "citizen")).is(201);
        assertThat(filed("COUNTER")).isEqualTo(before + 1);
        assertThat(filed("ONLINE")).isEqualTo(online);
        ObjectNode pretended = brought("child", "citizen").put("channel", "ONLINE");
        assertThat(api.file(clerk, pretended).is(422).problem()).isEqualTo("channel-not-yours");
    }

    private int filed(String channel) {
        return api.get(
                        api.token("auditor"),
                        "/api/v1/intake-rates?level=COMMUNE&groupBy=channel&from=2026-12-14&to=2026-12-14&unit=" + UNIT)
                .is(200)
                .body()
                .path("rows")
                .valueStream()
                .filter(row -> row.at("/key/channel").asString().equals(channel))
                .mapToInt(row -> row.path("filed").asInt())
                .sum();
    }

    private ObjectNode brought(String applicant, String by) {
        ObjectNode filing = api.filing("1.004222", UNIT, applicant).put("channel", "COUNTER");
        filing.set("submitter", Submitters.of(api.person(by), AUTHORISED));
        return filing;
    }

    private JsonNode events(String persona, String id) {
        return api.get(api.token(persona), DOSSIERS + id + "/events")
                .is(200)
                .body()
                .path("items");
    }
}
