package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;
import static vn.motcua.dossier.Desk.item;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** Who may ask for a desk's list, for what, and whose dossiers stand in it. */
@MovableClockIT
class DeskScopeIT {

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

    @Test
    void aCodeFindsItsDossierInAnyStatusHoweverItIsTyped() {
        Desk desk = new Desk(api, clock, "18394");
        String id = desk.file();
        desk.accept(id);
        desk.file();
        String code = item(desk.queue("status=2"), 0).path("code").asString();
        String tracking = item(desk.queue("status=2"), 0).path("trackingCode").asString();
        String refused = desk.file();
        desk.refuse(refused);
        String ofRefused = item(desk.queue("status=3"), 0).path("trackingCode").asString();

        for (String typed : List.of(code, tracking, code.toLowerCase(Locale.ROOT), spaced(tracking), spaced(code))) {
            assertThat(ids(desk.queue("query=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))))
                    .as(typed)
                    .containsExactly(id);
        }
        assertThat(ids(desk.queue("query=" + ofRefused))).containsExactly(refused);
        assertThat(ids(desk.queue("status=1,2&query=" + ofRefused))).isEmpty();
        assertThat(ids(desk.queue("procedure=1.010028&query=" + code))).isEmpty();
        assertThat(ids(new Desk(api, clock, "18406").queue("query=" + code))).isEmpty();
    }

    private static String spaced(String code) {
        return " " + code.toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
    }

    @Test
    void twoDesksNeverSeeEachOthers() {
        Desk one = new Desk(api, clock, "18409");
        Desk other = new Desk(api, clock, "18418");
        String own = one.file();
        String others = other.file();
        assertThat(one.walk("status=1,2,3,4,5,6,7,8,9,10&limit=100")).containsExactly(own);
        assertThat(other.walk("status=1,2,3,4,5,6,7,8,9,10&limit=100")).containsExactly(others);
        String officer = api.token("officer&agency=3184181");
        assertThat(ids(api.get(officer, Desk.QUEUE))).isEmpty();
    }

    @Test
    void whatOneReceivesAndAnotherDecidesStandsOnceOnEachDesk() {
        Desk decides = new Desk(api, clock, "18436");
        Desk receives = new Desk(api, clock, "18466");
        String id = decides.file();
        String plain = decides.file();
        String withinOneDesk = decides.file();
        Owner.run("UPDATE dossier SET home_agency_id = 3184662 WHERE id = ?", UUID.fromString(id));
        Owner.run("UPDATE dossier SET home_agency_id = 3184361 WHERE id = ?", UUID.fromString(withinOneDesk));
        assertThat(decides.walk("limit=1")).containsExactly(id, plain, withinOneDesk);
        assertThat(decides.walk("limit=1&procedure=1.004222")).containsExactly(id, plain, withinOneDesk);
        assertThat(receives.walk("limit=1")).containsExactly(id);
        assertThat(receives.walk("limit=1&procedure=1.004222")).containsExactly(id);
        assertThat(receives.walk("procedure=1.010028")).isEmpty();
    }

    @Test
    void anAnnouncedDossierIsNotListed() {
        Desk desk = new Desk(api, clock, "18481");
        ObjectNode filing = api.filing("18481");
        filing.putArray("attachments")
                .addObject()
                .put("name", "a.pdf")
                .put("mediaType", "application/pdf")
                .put("size", 1024)
                .put("sha256", "ab".repeat(32));
        Reply announced = api.file(api.token("citizen"), filing).is(202);
        assertThat(ids(desk.queue("status=1,2,3,4,5,6,7,8,9,10"))).isEmpty();
        assertThat(ids(desk.queue("query=" + announced.string("trackingCode")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "director", "auditor", "operator", "machine"})
    void whoHasNoDeskIsRefused(String persona) {
        assertThat(api.get(api.token(persona), Desk.QUEUE).is(403).problem()).isEqualTo("forbidden");
        assertThat(api.post(api.token(persona), Desk.SEARCHES, "{\"text\": \"mau\"}")
                        .is(403)
                        .problem())
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=1000000000",
                "limit=abc",
                "status=0",
                "status=11",
                "status=1,x",
                "status=",
                "status=1&status=2",
                "due=SOON",
                "procedure=residence",
                "query=Nguyen",
                "query=",
                "query=MC000000000000000AB",
                "surprise=1"
            })
    void aParameterThatMakesNoSenseIsRefusedByItsName(String query) {
        Reply refused = new Desk(api, clock, "18484").queue(query).is(400);
        assertThat(refused.problem()).isEqualTo("invalid-parameter");
        assertThat(refused.string("detail")).contains(query.substring(0, query.indexOf('=')));
    }
}
