package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;
import static vn.motcua.dossier.Desk.item;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** What a citizen follows: the own dossiers, and any by its tracking code as far as anybody may. */
@MovableClockIT
class CitizenListsIT {

    private static final String OWN = "/api/v1/dossiers";
    private static final String UNIT = "18634";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    /** Later than every other test files for the same people. */
    @BeforeEach
    void beginInTheFarFuture() {
        api = new Api(port);
        clock.moveTo("2027-03-01T09:00");
    }

    @Test
    void theOwnComeNewestFirstOnwardsAndBack() {
        String citizen = api.token("citizen2");
        List<String> filed = new ArrayList<>();
        for (int at = 0; at < 5; at++) {
            clock.tick();
            filed.addFirst(file(citizen, "citizen2").string("id"));
        }
        Reply first = api.get(citizen, OWN + "?limit=2");
        Reply second = next(citizen, "limit=2", first);
        assertThat(ids(first)).isEqualTo(filed.subList(0, 2));
        assertThat(ids(second)).isEqualTo(filed.subList(2, 4));
        clock.tick();
        file(citizen, "citizen2");
        assertThat(ids(next(citizen, "limit=2", second)).getFirst()).isEqualTo(filed.get(4));
        assertThat(ids(api.get(citizen, OWN + "?limit=2&cursor=" + encoded(second.string("previous")))))
                .isEqualTo(ids(first));
        assertThat(item(first, 0).path("applicantName").asString()).isEqualTo("Trần Thị Thử");
    }

    @Test
    void statusNarrowsAndWhatIsAnnouncedStandsAmongTheOwn() {
        clock.moveTo("2027-03-02T09:00");
        String citizen = api.token("foreigner");
        Desk desk = new Desk(api, clock, UNIT);
        String registered = file(citizen, "foreigner").string("id");
        clock.tick();
        String accepted = file(citizen, "foreigner").string("id");
        desk.accept(accepted);
        clock.tick();
        ObjectNode filing = api.filing("1.004222", UNIT, "foreigner");
        filing.putArray("attachments")
                .addObject()
                .put("name", "a.pdf")
                .put("mediaType", "application/pdf")
                .put("size", 1024)
                .put("sha256", "ab".repeat(32));
        String announced = api.file(citizen, filing).is(202).string("id");

        assertThat(ids(api.get(citizen, OWN))).startsWith(announced, accepted, registered);
        assertThat(ids(api.get(citizen, OWN + "?status=2")))
                .startsWith(accepted)
                .doesNotContain(registered, announced);
        assertThat(ids(api.get(citizen, OWN + "?status=1,2"))).startsWith(accepted, registered);
        assertThat(item(api.get(citizen, OWN), 0).path("status").isNull()).isTrue();
    }

    @Test
    void nobodySeesAnothers() {
        String id = file(api.token("citizen"), "citizen").string("id");
        assertThat(ids(api.get(api.token("citizen"), OWN + "?limit=1"))).containsExactly(id);
        assertThat(ids(api.get(api.token("citizen2"), OWN + "?limit=100"))).doesNotContain(id);
        assertThat(ids(api.get(api.token("director"), OWN))).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "officer", "leader", "auditor", "operator", "machine"})
    void whoFilesNothingForThemselvesIsRefused(String persona) {
        assertThat(api.get(api.token(persona), OWN).is(403).problem()).isEqualTo("forbidden");
    }

    @Test
    void anybodyLearnsHowFarADossierHasComeAndNothingElse() {
        Desk desk = new Desk(api, clock, UNIT);
        Reply filed = file(api.token("citizen"), "citizen");
        String code = filed.string("trackingCode");
        assertThat(track(code).is(200).body())
                .isEqualTo(JsonMapper.shared().readTree("{\"trackingCode\":\"" + code + "\",\"percent\":20}"));
        desk.finish(filed.string("id"));
        Reply finished = track(code.toLowerCase(Locale.ROOT)).is(200);
        assertThat(finished.body().path("percent").asInt()).isEqualTo(80);
        assertThat(finished.body().size()).isEqualTo(2);
        Reply refused = file(api.token("citizen"), "citizen");
        desk.refuse(refused.string("id"));
        assertThat(track(refused.string("trackingCode"))
                        .is(200)
                        .body()
                        .path("percent")
                        .asInt())
                .isEqualTo(100);
        String official = api.get(desk.clerk(), OWN + "/" + code).string("code");
        assertThat(track(official).is(400).problem()).isEqualTo("malformed-id");
        assertThat(track(filed.string("id")).is(400).problem()).isEqualTo("malformed-id");
        assertThat(track(TrackingCode.from(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                                .value())
                        .is(404)
                        .problem())
                .isEqualTo("not-found");
    }

    private Reply track(String code) {
        return api.send("GET", "/api/v1/tracking/" + code, Optional.empty());
    }

    private Reply file(String token, String persona) {
        return api.file(token, api.filing("1.004222", UNIT, persona)).is(201);
    }

    private Reply next(String token, String query, Reply page) {
        return api.get(token, OWN + "?" + query + "&cursor=" + encoded(page.string("next")));
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
