package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A representation ends before its last day when the applicant or the agency says so, and stays in the log. */
@MovableClockIT
class RepresentationEndIT {

    private static final String DOSSIERS = "/api/v1/dossiers/";
    private static final String UNIT = "18118";
    private static final String AUTHORISED =
            "{\"kind\": \"AUTHORISED_PERSON\", \"document\": \"01/UQ\", \"validTo\": \"2026-12-31\"}";
    private static final String PARENT = "{\"kind\": \"PARENT\", \"document\": \"Giấy khai sinh\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private final String key = UUID.randomUUID().toString();
    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
    }

    private String filed(String applicant, String authority) {
        ObjectNode filing = api.filing("1.004222", UNIT, applicant);
        filing.set("submitter", Submitters.of(api.person("citizen"), authority));
        return api.file(api.token("citizen"), filing).is(201).string("id");
    }

    private Reply end(String token, String id, int version, String lastDay) {
        String body = "{\"lastDay\": \"" + lastDay + "\", \"reason\": \"MARKREASON\"}";
        return api.step(api.token(token), id, "representation-end", version, body);
    }

    private void reads(String token, String id, int status) {
        api.get(api.token(token), DOSSIERS + id).is(status);
        api.get(api.token(token), DOSSIERS + id + "/events").is(status);
    }

    private JsonNode events(String id) {
        return api.get(api.token("citizen2"), DOSSIERS + id + "/events")
                .is(200)
                .body()
                .path("items");
    }

    @Test
    void theApplicantEndsItAndTheRepresentativeReadsUntilThatDay() {
        String id = filed("citizen2", AUTHORISED);
        Reply ended = end("citizen2", id, 1, "2026-03-03").is(200);
        assertThat(ended.body().path("status").asInt()).isEqualTo(1);
        assertThat(ended.version()).isEqualTo(2);
        clock.moveTo("2026-03-03T23:59");
        reads("citizen", id, 200);
        clock.moveTo("2026-03-04T00:00");
        reads("citizen", id, 404);
        reads("citizen2", id, 200);
        assertThat(Desk.ids(api.get(api.token("citizen"), "/api/v1/dossiers?limit=100")))
                .doesNotContain(id);
        JsonNode event = events(id).get(1);
        assertThat(event.path("type").asString()).isEqualTo("REPRESENTATION_ENDED");
        assertThat(event.path("actorKind").asString()).isEqualTo("CITIZEN");
        assertThat(event.at("/payload/lastDay").asString()).isEqualTo("2026-03-03");
        assertThat(events(id).toString()).doesNotContain("MARKREASON");
    }

    @Test
    void whoEndsItYesterdayEndsItAtOnceAndTheDossierGoesOn() {
        String id = filed("citizen2", AUTHORISED);
        end("clerk&unit=" + UNIT, id, 1, "2026-03-01").is(200);
        reads("citizen", id, 404);
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 2, "{}").is(200);
    }

    @Test
    void nobodyElseEndsIt() {
        String id = filed("citizen2", AUTHORISED);
        end("citizen", id, 1, "2026-03-03").is(403);
        end("officer&unit=" + UNIT, id, 1, "2026-03-03").is(403);
        end("clerk&unit=18073", id, 1, "2026-03-03").is(404);
        end("foreigner", id, 1, "2026-03-03").is(404);
        String childs = filed("child", PARENT);
        end("child", childs, 1, "2026-03-03").is(403);
        end("leader&unit=" + UNIT, childs, 1, "2026-03-03").is(200);
    }

    @Test
    void anEndIsSaidEarlierOnceMoreAndNeverLater() {
        String id = filed("citizen2", AUTHORISED);
        assertThat(end("citizen2", id, 1, "2027-01-01")
                        .is(422)
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/lastDay");
        end("citizen2", id, 1, "2026-02-28").is(422);
        end("citizen2", id, 1, "2026-03-31").is(200);
        end("citizen2", id, 2, "2026-04-01").is(422);
        end("citizen2", id, 2, "2026-03-10").is(200);
        end("citizen2", id, 3, "2026-03-09").is(422);
        end("citizen2", id, 3, "2026-03-01").is(200);
        assertThat(events(id).size()).isEqualTo(4);
    }

    @Test
    void whatHasEndedIsNotEndedAgain() {
        String ended = filed("citizen2", AUTHORISED);
        end("citizen2", ended, 1, "2026-03-01").is(200);
        assertThat(end("citizen2", ended, 2, "2026-02-28").is(409).problem()).isEqualTo("invalid-transition");
        String expired = filed("citizen2", AUTHORISED);
        clock.moveTo("2027-01-01T00:00");
        end("citizen2", expired, 1, "2026-12-30").is(409);
    }

    /** Nobody has verified who that is: the number gets no right, and keeps no officer from the dossier. */
    @Test
    void whomAnOrganisationsAccountNamesDoesNotReadTheDossier() {
        ObjectNode filing = api.filing("1.004222", UNIT, "director");
        filing.set(
                "submitter",
                Submitters.of(
                        api.person("citizen"),
                        "{\"kind\": \"EMPLOYEE\", \"document\": \"GGT 01\", \"validTo\": \"2026-12-31\"}"));
        String id = api.file(api.token("director"), filing).is(201).string("id");
        reads("director", id, 200);
        reads("citizen", id, 404);
        end("director", id, 1, "2026-03-01").is(409);
    }

    @Test
    void nothingEndsWhereNobodyRepresents() {
        String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        Reply refused = end("citizen", id, 1, "2026-03-03").is(409);
        assertThat(refused.problem()).isEqualTo("invalid-transition");
        assertThat(refused.body().path("allowed").toString()).doesNotContain("representation-end");
    }

    @Test
    void itIsAskedAsEveryStepIs() {
        String id = filed("citizen2", AUTHORISED);
        String body = "{\"lastDay\": \"2026-03-03\"}";
        String path = DOSSIERS + id + "/representation-end";
        api.post(api.token("citizen2"), path, body).is(428);
        end("citizen2", id, 7, "2026-03-03").is(412);
        for (String replayed : new String[] {"", "true"}) {
            Reply done = api.step(api.token("citizen2"), id, "representation-end", 1, body, "Idempotency-Key", key);
            assertThat(done.is(200).header("Idempotency-Replayed").orElse("")).isEqualTo(replayed);
        }
        assertThat(events(id).size()).isEqualTo(2);
    }
}
