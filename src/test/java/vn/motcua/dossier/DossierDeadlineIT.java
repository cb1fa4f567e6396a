package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
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

/** Filed online on Monday 2026-03-02 at 09:00; seven working days. */
@MovableClockIT
class DossierDeadlineIT {

    private static final String UNIT = "18073";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    MeterRegistry meters;

    private Api api;
    private String id;

    @BeforeEach
    void filesOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
        id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
    }

    @Test
    void beforeAcceptanceOnlyTheIntakeRuns() {
        clock.moveTo("2026-03-02T12:00");
        JsonNode told = told();
        assertThat(told.path("dueAt").isNull()).isTrue();
        assertThat(told.path("steps")).isEmpty();
        assertThat(clocks(told))
                .containsExactly(
                        "INTAKE_ALERT MISSED 2026-03-02T11:00:00+07:00 -60",
                        "INTAKE_ANSWER RUNNING 2026-03-03T09:00:00+07:00 330");
    }

    @Test
    void theDueMomentIsExplainedByWhatWasCounted() {
        accept("2026-03-02T10:00");
        clock.moveTo("2026-03-03T07:30");
        JsonNode told = told();
        assertThat(told.path("dueAt").asString()).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(told.path("firstPromisedAt").asString()).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(told.path("countedFrom").asString()).isEqualTo("2026-03-02T10:00:00+07:00");
        assertThat(told.path("ruleVersion").asString()).isEqualTo("CLK-1");
        assertThat(told.path("steps")
                        .valueStream()
                        .mapToInt(step -> step.path("counted").asInt())
                        .sum())
                .isEqualTo(7);
        assertThat(told.path("pauses")).isEmpty();
        assertThat(told.path("restarts")).isEmpty();
        assertThat(told.path("extension").isNull()).isTrue();
        assertThat(clocks(told))
                .containsExactly(
                        "INTAKE_ALERT MET 2026-03-02T11:00:00+07:00 60",
                        "INTAKE_ANSWER MET 2026-03-03T09:00:00+07:00 420",
                        "PROCESSING RUNNING 2026-03-11T17:00:00+07:00 3330");
    }

    @Test
    void papersOfTheCounterMustGoOn() {
        Desk desk = new Desk(api, clock, UNIT);
        clock.moveTo("2026-03-02T15:30");
        id = desk.file();
        desk.accept(id);
        clock.moveTo("2026-03-02T16:00");
        assertThat(clocks(told())).contains("HAND_OVER RUNNING 2026-03-03T11:30:00+07:00 330");
        clock.moveTo("2026-03-03T11:30:01");
        assertThat(clocks(told())).contains("HAND_OVER MISSED 2026-03-03T11:30:00+07:00 0");
        api.step(staff("clerk"), id, "hand-over", 2, "{}").is(200);
        clock.moveTo("2026-03-04T11:30");
        assertThat(clocks(told()))
                .contains("INTAKE_ALERT MET 2026-03-02T17:30:00+07:00 120")
                .contains("HAND_OVER MISSED 2026-03-03T11:30:00+07:00 0");
    }

    @Test
    void whatIsFinishedInTimeMetItsClock() {
        accept("2026-03-02T10:00");
        api.step(staff("clerk"), id, "hand-over", 2, "{}").is(200);
        clock.moveTo("2026-03-11T16:00");
        api.step(
                        staff("officer"),
                        id,
                        "completion",
                        3,
                        "{\"resultDocument\": {\"number\": \"1\"}, \"signedBy\": \"Nguyễn Văn Ký\"}")
                .is(200);
        clock.moveTo("2026-03-20T16:00");
        assertThat(clocks(told())).contains("PROCESSING MET 2026-03-11T17:00:00+07:00 60");
    }

    @Test
    void aMomentThatNothingLeadsToIsShownWithoutStepsAndOperatorsAreTold() {
        accept("2026-03-02T10:00");
        Owner.run(
                "UPDATE dossier SET due_at = '2026-03-12T03:00:00Z', due_day = '2026-03-12' WHERE id = ?",
                UUID.fromString(id));
        double before = unexplained();
        JsonNode told = told();
        assertThat(told.path("dueAt").asString()).isEqualTo("2026-03-12T10:00:00+07:00");
        assertThat(told.path("steps")).isEmpty();
        assertThat(told.path("countedFrom").isNull()).isTrue();
        assertThat(clocks(told)).anyMatch(one -> one.startsWith("PROCESSING RUNNING 2026-03-12T10:00:00+07:00"));
        assertThat(unexplained()).isEqualTo(before + 1);
    }

    @Test
    void aDossierWithoutADueMomentSaysWhy() {
        accept("2026-03-02T10:00");
        Owner.run(
                "UPDATE dossier SET due_at = NULL, due_day = NULL, due_missing = 'TERM_UNCONFIRMED',"
                        + " first_promised_at = NULL WHERE id = ?",
                UUID.fromString(id));
        JsonNode processing = told().path("clocks").get(2);
        assertThat(processing.path("dueMissing").asString()).isEqualTo("TERM_UNCONFIRMED");
        assertThat(processing.path("state").asString()).isEqualTo("RUNNING");
    }

    @Test
    void itIsToldInWordsInBothLanguages() {
        accept("2026-03-02T10:00");
        Reply vietnamese = words("vi");
        assertThat(vietnamese.header("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(vietnamese.text())
                .contains("Hạn trả kết quả: ")
                .contains("Hẹn trả ban đầu: ")
                .contains("Giải quyết hồ sơ: đang tính, hạn ")
                .contains("CLK-1.2");
        assertThat(words("en").text())
                .contains("Due: Wednesday 11 March 2026, 17:00")
                .contains("Promised first: Wednesday 11 March 2026, 17:00")
                .contains("Processing: running, due ");
        assertThat(api.get(api.token("citizen"), path(), "Accept", "application/json, text/plain;q=0.5")
                        .is(200)
                        .header("Content-Type"))
                .contains("application/json");
    }

    @Test
    void theCalculatorTellsItsAnswerInWordsToo() {
        Reply answer = api.post(
                api.token("citizen"),
                "/api/v1/deadline-calculations",
                """
                {"receivedAt": "2026-03-02T09:00:00+07:00", "term": {"value": 3, "unit": "WORKING_DAY"}}
                """,
                "Accept",
                "text/plain",
                "Accept-Language",
                "en");
        assertThat(answer.is(200).text()).startsWith("Due: Thursday 5 March 2026, 17:00.");
    }

    @Test
    void itIsShownToWhomTheDossierIsAndStaffsLooksAreRecorded() {
        api.get(api.token("citizen2"), path()).is(404);
        api.get(api.token("clerk&unit=18673"), path()).is(404);
        api.get(staff("officer"), path()).is(200);
        assertThat(api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/accesses")
                        .is(200)
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(
                        one -> one.path("role").asString(),
                        one -> one.path("purpose").asString())
                .containsExactly(tuple("OFFICER", "DEADLINE"));
    }

    @Test
    void whatIsNoDossierIsRefused() {
        api.get(api.token("citizen"), "/api/v1/dossiers/" + new UUID(0, 0) + "/deadline")
                .is(404);
        assertThat(api.get(api.token("citizen"), "/api/v1/dossiers/%C3%A4/deadline")
                        .is(400)
                        .problem())
                .isEqualTo("malformed-id");
    }

    private void accept(String moment) {
        clock.moveTo(moment);
        api.step(staff("clerk"), id, "acceptance", 1, "{}").is(200);
    }

    private String staff(String role) {
        return api.token(role + "&unit=" + UNIT);
    }

    private String path() {
        return "/api/v1/dossiers/" + id + "/deadline";
    }

    private JsonNode told() {
        return api.get(api.token("citizen"), path()).is(200).body();
    }

    private Reply words(String language) {
        return api.get(api.token("citizen"), path(), "Accept", "text/plain", "Accept-Language", language)
                .is(200);
    }

    private double unexplained() {
        return meters.get("motcua.deadline.unexplained").counter().count();
    }

    private static List<String> clocks(JsonNode told) {
        return told.path("clocks")
                .valueStream()
                .map(one -> String.join(
                        " ",
                        one.path("kind").asString(),
                        one.path("state").asString(),
                        one.path("dueAt").asString(),
                        one.path("remainingMinutes").asString()))
                .toList();
    }
}
