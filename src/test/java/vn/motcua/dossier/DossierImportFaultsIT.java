package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** A past that cannot have been so is refused whole, and everything that is wrong with it is named at once. */
@MovableClockIT
class DossierImportFaultsIT {

    private static final String UNIT = "22015";
    private static final String RESIDENCE = "1.004222";
    private static final String BIRTH = "1.001193";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void begin() {
        api = new Api(port);
        clock.moveTo("2026-06-01T09:00");
    }

    /** What is told in place of the event at a place, and the fault that it makes. */
    @ParameterizedTest
    @CsvSource({
        "1, ACCEPTED,    2026-03-02T08:59:59, /events/1/occurredAt, before-predecessor",
        "4, RETURNED,    2026-06-01T09:00:01, /events/4/occurredAt, in-the-future",
        "0, FILED,       2019-12-30T09:00:00, /events/0/occurredAt, before-data",
        "0, ACCEPTED,    2026-03-02T09:00:00, /events/0/type,       invalid-transition",
        "1, FILED,       2026-03-02T10:00:00, /events/1/type,       invalid-transition",
        "3, RETURNED,    2026-03-12T08:00:00, /events/3/type,       invalid-transition",
        "2, REFUSED,     2026-03-02T11:00:00, /events/2/type,       invalid-transition",
        "2, RECEIVED_BY_COMPETENT, 2026-03-02T11:00:00, /events/2/type, invalid-transition"
    })
    void anEventThatCannotHaveBeenIsNamed(int at, String type, String local, String pointer, String code) {
        Telling telling = residence().wholeLife();
        ((ObjectNode) telling.body().path("events").get(at))
                .without(List.of("withResult"))
                .put("type", type)
                .put("occurredAt", local + "+07:00");
        assertThat(faults(telling.tell(api).is(422))).contains(pointer + " " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "1, code, /events/0/code",
        "2, reason, /events/1/reason",
        "2, toAgency, /events/1/toAgency",
        "5, withResult, /events/4/withResult",
        "3, signedBy, /events/2/signedBy"
    })
    void aFieldBelongsToItsEvent(int upTo, String field, String pointer) {
        Telling telling = residence().wholeLife();
        ObjectNode event = (ObjectNode) telling.body().path("events").get(upTo - 1);
        if (field.equals("withResult")) {
            event.put(field, true);
        } else {
            event.put(field, "Z99.1");
        }
        assertThat(faults(telling.tell(api).is(422))).containsExactly(pointer + " conflicting-fields");
    }

    @Test
    void anEndHasAResultOrAReasonAndARefusalItsReason() {
        Telling ended = residence().wholeLife();
        ((ObjectNode) ended.body().path("events").get(3)).remove("withResult");
        assertThat(faults(ended.tell(api).is(422))).containsExactly("/events/3/reason missing-field");
        Telling both = residence().wholeLife();
        ((ObjectNode) both.body().path("events").get(3)).put("reason", "không đủ điều kiện");
        assertThat(faults(both.tell(api).is(422))).containsExactly("/events/3/reason conflicting-fields");
        Telling refused = residence().event("FILED", "2026-03-02T09:00:00").event("REFUSED", "2026-03-02T09:30:00");
        assertThat(faults(refused.tell(api).is(422))).containsExactly("/events/1/reason missing-field");
    }

    @ParameterizedTest
    @CsvSource({
        "procedureCode,   9.999999,  /procedureCode unknown-procedure",
        "competentUnit,   99999,     /competentUnit unknown-unit",
        "competentUnit,   21550,     /competentUnit unit-not-in-force",
        "competentAgency, Z98.21550, /competentAgency unknown-agency",
        "competentAgency, Z99.22015, /competentAgency agency-not-competent",
        "receivingAgency, Z97.1,     /receivingAgency unknown-agency",
        "receivingAgency, Z99.18073, /receivingAgency agency-not-competent",
        "channel,         POSTAL,    /channel channel-not-offered"
    })
    void whatWasFiledIsExaminedAsOfItsDay(String field, String value, String fault) {
        assertThat(faults(residence().wholeLife().with(field, value).tell(api).is(422)))
                .containsExactly(fault);
    }

    @Test
    void beforeTheCatalogueBeginsSomebodyMustSayWhoDecided() {
        Telling telling =
                Telling.of(api, BIRTH, "COUNTER").with("competentUnit", "21550").event("FILED", "2024-06-03T09:00:00");
        assertThat(faults(telling.tell(api).is(422))).containsExactly("/competentAgency no-agency-then");
        telling.with("competentAgency", "Z98.21550").tell(api).is(201);
    }

    @Test
    void anAgencyOfTodayDidNotDecideIn2024() {
        assertThat(faults(Telling.of(api, BIRTH, "COUNTER")
                        .with("competentAgency", "Z99.22015")
                        .event("FILED", "2024-06-03T09:00:00")
                        .tell(api)
                        .is(422)))
                .containsExactly("/competentAgency unknown-agency");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        long before = Owner.number("SELECT count(*) FROM dossier_event");
        Telling telling = residence()
                .with("procedureCode", "9.999999")
                .with("receivingAgency", "Z97.1")
                .event("FILED", "2026-03-02T09:00:00")
                .event("ACCEPTED", "2026-03-01T10:00:00")
                .saying("reason", "x")
                .event("RETURNED", "2026-03-03T10:00:00")
                .event("COMPLETED", "2027-03-03T10:00:00");
        ((ObjectNode) telling.body().path("applicant")).remove("fullName");
        assertThat(faults(telling.tell(api).is(422)))
                .containsExactlyInAnyOrder(
                        "/procedureCode unknown-procedure",
                        "/receivingAgency unknown-agency",
                        "/applicant/fullName missing-field",
                        "/events/1/occurredAt before-predecessor",
                        "/events/1/reason conflicting-fields",
                        "/events/2/type invalid-transition",
                        "/events/3/type invalid-transition",
                        "/events/3/occurredAt in-the-future",
                        "/events/3/reason missing-field");
        assertThat(Owner.number("SELECT count(*) FROM dossier_event")).isEqualTo(before);
    }

    /** As citizens' numbers, telephones and names would look. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "042090001234",
                "042-090-001-234",
                "HS-0912345678",
                "0912.345.678",
                "H09.12/34-56_78.9",
                "Nguyen Van A",
                "nguyễn",
                "",
                "{code}"
            })
    void aReferenceTellsNothingOfAnybody(String reference) {
        assertThat(faults(residence().wholeLife().from(reference).tell(api).is(422)))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith("/source/reference "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "clerk", "officer", "leader", "auditor", "operator"})
    void onlyMachinesTell(String persona) {
        Reply refused = api.post(
                api.token(persona),
                Telling.IMPORTS,
                residence().wholeLife().body(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(refused.is(403).problem()).isEqualTo("forbidden");
    }

    @Test
    void aKeyIsNeeded() {
        assertThat(api.post(
                                api.token("machine"),
                                Telling.IMPORTS,
                                residence().wholeLife().body())
                        .is(400)
                        .problem())
                .isEqualTo("idempotency-key-required");
    }

    private Telling residence() {
        return Telling.of(api, RESIDENCE, "COUNTER").with("competentUnit", UNIT);
    }

    private static List<String> faults(Reply refused) {
        return refused.body()
                .path("errors")
                .valueStream()
                .map(fault -> fault.path("pointer").asString() + " "
                        + fault.path("code").asString())
                .toList();
    }
}
