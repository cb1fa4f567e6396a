package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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

/** Staff do not act on dossiers of their own. */
@MovableClockIT
class ConflictOfInterestIT {

    private static final String CLERKS_OWN = "042088000101";
    private static final String OFFICERS_OWN = "042088000102";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private Desk desk;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
        desk = new Desk(api, clock, "18814");
    }

    private Reply file(String number) {
        return desk.file(Desk.applicant("Nguyễn Văn Mẫu", number, Optional.empty()), "1.004222");
    }

    @Test
    void aClerkDoesNotTakeInHerOwn() {
        assertThat(file(CLERKS_OWN).is(403).problem()).isEqualTo("conflict-of-interest");
    }

    @Test
    void aClerkDoesNotTypeInWhatSheHandsInForAnother() {
        assertThat(fileFor(CLERKS_OWN).is(403).problem()).isEqualTo("conflict-of-interest");
    }

    @Test
    void anOfficerDoesNotDecideWhatHeHandedInForAnother() {
        notDecided(fileFor(OFFICERS_OWN));
    }

    private Reply fileFor(String submitter) {
        ObjectNode filing = api.filing("1.004222", "18814", "citizen").put("channel", "COUNTER");
        ObjectNode person = Desk.applicant("Trần Văn Nộp", submitter, Optional.empty());
        person.remove("kind");
        filing.set(
                "submitter",
                person.set(
                        "authority",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("kind", "AUTHORISED_PERSON")
                                .put("document", "01/UQ")
                                .put("validTo", "2026-12-31")));
        return api.file(desk.clerk(), filing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taxCode", "businessCode"})
    void nobodyActsForTheHouseholdBusinessOfTheirOwn(String number) {
        assertThat(desk.file(business(number, CLERKS_OWN), "1.004222").is(403).problem())
                .isEqualTo("conflict-of-interest");
        notDecided(desk.file(business(number, OFFICERS_OWN), "1.004222"));
    }

    private static ObjectNode business(String field, String number) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", "ORGANISATION")
                .put(field, number)
                .put("name", "Hộ kinh doanh Mẫu");
    }

    /** Nobody can say whose nine digits are. */
    @Test
    void anOldIdentityCardIsComparedOnlyWithTheNumberBesideIt() {
        ObjectNode old = Desk.applicant("Nguyễn Văn Mẫu", CLERKS_OWN, Optional.empty());
        old.put("idCardNumber", "183000101");
        desk.file(old, "1.004222").is(403);
        old.remove("citizenId");
        desk.file(old, "1.004222").is(201);
    }

    private void notDecided(Reply filed) {
        String id = filed.is(201).string("id");
        desk.accept(id);
        api.step(desk.clerk(), id, "hand-over", 2, "{}").is(200);
        String done = "{\"reason\": \"không đủ điều kiện\", \"signedBy\": \"Nguyễn Văn Ký\"}";
        assertThat(api.step(api.token("officer&unit=18814"), id, "completion", 3, done)
                        .is(403)
                        .problem())
                .isEqualTo("conflict-of-interest");
    }

    @Test
    void anOfficerDoesNotDecideHisOwnAndALeaderMay() {
        String id = file(OFFICERS_OWN).is(201).string("id");
        desk.accept(id);
        api.step(desk.clerk(), id, "hand-over", 2, "{}").is(200);
        String officer = api.token("officer&unit=18814");
        String done = "{\"reason\": \"không đủ điều kiện\", \"signedBy\": \"Nguyễn Văn Ký\"}";
        Reply refused = api.step(officer, id, "completion", 3, done).is(403);
        assertThat(refused.problem()).isEqualTo("conflict-of-interest");
        assertThat(refused.text()).doesNotContain(OFFICERS_OWN);
        api.step(api.token("leader&unit=18814"), id, "completion", 3, done).is(200);
    }

    @Test
    void aMachineDoesNotImportForAgenciesOfOthers() {
        clock.moveTo("2026-03-16T09:00");
        Telling past = Telling.of(api, "1.004222", "COUNTER")
                .with("competentUnit", "18814")
                .wholeLife();
        String other = api.token("machine&agency=3180731");
        assertThat(past.tell(api, other, "of-another").is(403).problem()).isEqualTo("import-not-yours");
        past.tell(api, api.token("machine&agency=3188142"), "of-its-own").is(201);
    }
}
