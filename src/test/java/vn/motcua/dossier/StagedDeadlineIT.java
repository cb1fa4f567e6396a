package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api.Reply;
import vn.motcua.dossier.application.PromiseLog.Wanted;
import vn.motcua.dossier.application.RecheckDeadlines;
import vn.motcua.faults.client.Eventually;

/**
 * An adoption, whose term an operator confirms in stages, from that word to a new day off. Accepted on Monday 2 March 2026:
 * verified by Wednesday 11 March; ten days end on a Saturday, so Monday 23 March; fifteen on Tuesday 7 April; five on a
 * Sunday, so Monday 13 April.
 */
class StagedDeadlineIT extends RecomputedDeadlines {

    private static final String ADOPTION = "2.001263";
    private static final String WORD = """
        {"verified": false, "source": "361/QĐ-BTP", "term": {"unit": "STAGES", "stages": [
          {"name": "Xác minh", "term": {"value": 7, "unit": "WORKING_DAY"}},
          {"name": "Kiểm tra, lấy ý kiến", "term": {"value": 10, "unit": "CALENDAR_DAY"}},
          {"name": "Thay đổi ý kiến", "term": {"value": 15, "unit": "CALENDAR_DAY"}},
          {"name": "Đăng ký", "term": {"value": 5, "unit": "CALENDAR_DAY"}}]}}
        """;

    private static final String FIRST_DUE = "2026-04-13T17:00:00+07:00";
    private static final String NEXT_DUE = "2026-04-14T17:00:00+07:00";

    @BeforeAll
    static void confirms() {
        api.post(operator(), "/api/v1/procedures/" + ADOPTION + "/confirmations", WORD)
                .is(200);
    }

    @Test
    void theDueMomentIsOverAllStagesAndToldStageByStage() {
        String id = adoption("2026-03-02T08:00");
        assertThat(dossier(id).string("dueAt")).isEqualTo(FIRST_DUE);
        JsonNode told = told(id);
        assertThat(told.path("dueAt").asString()).isEqualTo(FIRST_DUE);
        assertThat(ofSteps(told, "stage"))
                .containsExactly("Xác minh", "Kiểm tra, lấy ý kiến", "Thay đổi ý kiến", "Đăng ký");
        assertThat(counted(told, "Xác minh")).isEqualTo(7);
        assertThat(counted(told, "Kiểm tra, lấy ý kiến")).isEqualTo(10);
        assertThat(counted(told, "Thay đổi ý kiến")).isEqualTo(15);
        assertThat(counted(told, "Đăng ký")).isEqualTo(5);
        assertThat(told.path("steps")
                        .path(told.path("steps").size() - 1)
                        .path("to")
                        .asString())
                .isEqualTo(FIRST_DUE);
    }

    @Test
    void eachStageHasAClockThatBeginsWhenTheOneBeforeIsDue() {
        String id = adoption("2026-03-02T08:00");
        clock.moveTo("2026-03-02T16:00");
        assertThat(stageClocks(told(id)))
                .containsExactly(
                        "Xác minh RUNNING 2026-03-11T17:00:00+07:00",
                        "Kiểm tra, lấy ý kiến PAUSED 2026-03-23T17:00:00+07:00",
                        "Thay đổi ý kiến PAUSED 2026-04-07T17:00:00+07:00",
                        "Đăng ký PAUSED " + FIRST_DUE);
        clock.moveTo("2026-03-12T08:00");
        assertThat(stageClocks(told(id)))
                .as("nobody can say that a stage is done: none is called missed")
                .containsExactly(
                        "Kiểm tra, lấy ý kiến RUNNING 2026-03-23T17:00:00+07:00",
                        "Thay đổi ý kiến PAUSED 2026-04-07T17:00:00+07:00",
                        "Đăng ký PAUSED " + FIRST_DUE);
    }

    @Test
    void itIsToldInWordsInBothLanguages() {
        String id = adoption("2026-03-02T08:00");
        assertThat(words(id, "vi"))
                .contains(
                        "Hạn trả kết quả: ",
                        ", Xác minh: ",
                        ", Đăng ký: ",
                        "- Một bước giải quyết (Xác minh): đang tính, hạn ",
                        "- Một bước giải quyết (Đăng ký): chưa bắt đầu, hạn ");
        assertThat(words(id, "en"))
                .contains(
                        "Due: Monday 13 April 2026, 17:00",
                        "So far 7 working days.",
                        "So far 5 days.",
                        "- A stage (Xác minh): running, due Wednesday 11 March 2026, 17:00",
                        "- A stage (Đăng ký): has not begun, due Monday 13 April 2026, 17:00");
    }

    @Test
    void aNewDayOffMovesItByAnEventAndEverythingComputedAgainAgrees() throws Exception {
        clock.moveTo("2026-03-02T08:00");
        String id = adoption("2026-03-02T08:00");

        turned(LocalDate.of(2026, 4, 13));

        Reply moved = dossier(id);
        assertThat(moved.string("dueAt")).isEqualTo(NEXT_DUE);
        assertThat(moved.string("firstPromisedAt")).isEqualTo(FIRST_DUE);
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("dueBefore").asString()).isEqualTo("2026-04-13T10:00:00Z");
            assertThat(event.path("payload").path("dueAt").asString()).isEqualTo("2026-04-14T10:00:00Z");
        });
        JsonNode told = told(id);
        assertThat(stageClocks(told).getLast()).isEqualTo("Đăng ký PAUSED " + NEXT_DUE);
        assertThat(told.path("steps")
                        .path(told.path("steps").size() - 1)
                        .path("to")
                        .asString())
                .isEqualTo(NEXT_DUE);
        assertThat(recheck(id)).isEqualTo(new RecheckDeadlines.Checked(1, 0));

        turned(LocalDate.of(2026, 4, 13));
        assertThat(dossier(id).string("dueAt")).isEqualTo(FIRST_DUE);
    }

    @Test
    void figuresCountItAndTheLogTellsIt() throws Exception {
        String id = adoption("2026-03-02T08:00");
        api.step(commune("clerk"), id, "hand-over", 2, "{}").is(200);
        clock.moveTo("2026-04-13T17:00");
        api.step(commune("officer"), id, "completion", 3, "{\"reason\": \"x\", \"signedBy\": \"A\"}")
                .is(200);
        JsonNode row = api.get(
                        api.token("auditor"),
                        "/api/v1/on-time-rates?level=COMMUNE&unit=" + ANOTHER_UNIT
                                + "&from=2026-04-13&to=2026-04-13&definition=OT-1&groupBy=procedure")
                .is(200)
                .body()
                .path("rows")
                .path(0);
        assertThat(row.path("onTime").asInt()).as(row.toString()).isEqualTo(1);
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(20),
                        () -> exported().contains(id) && exported().contains("2026-04-13T10:00:00Z")))
                .isTrue();
    }

    /** As far as events have their positions. */
    private static String exported() {
        return api.get(api.token("auditor"), "/api/v1/events/export?from=2026-03-02&to=2026-04-13")
                .is(200)
                .text();
    }

    private static String adoption(String moment) {
        clock.moveTo(moment);
        return accepted(api.filing(ADOPTION, ANOTHER_UNIT, "citizen"));
    }

    private static String commune(String role) {
        return api.token(role + "&unit=" + ANOTHER_UNIT);
    }

    private static JsonNode told(String id) {
        return api.get(citizen(), "/api/v1/dossiers/" + id + "/deadline")
                .is(200)
                .body();
    }

    private static String words(String id, String language) {
        return api.get(
                        citizen(),
                        "/api/v1/dossiers/" + id + "/deadline",
                        "Accept",
                        "text/plain",
                        "Accept-Language",
                        language)
                .is(200)
                .text();
    }

    private static List<String> ofSteps(JsonNode told, String member) {
        return told.path("steps")
                .valueStream()
                .map(step -> step.path(member).asString())
                .distinct()
                .toList();
    }

    private static int counted(JsonNode told, String stage) {
        return told.path("steps")
                .valueStream()
                .filter(step -> step.path("stage").asString().equals(stage))
                .mapToInt(step -> step.path("counted").asInt())
                .sum();
    }

    private static List<String> stageClocks(JsonNode told) {
        return told.path("clocks")
                .valueStream()
                .filter(clock -> clock.path("kind").asString().equals("STAGE"))
                .map(clock -> String.join(
                        " ",
                        clock.path("name").asString(),
                        clock.path("state").asString(),
                        clock.path("dueAt").asString()))
                .toList();
    }

    private static RecheckDeadlines.Checked recheck(String id) {
        Wanted wanted = new Wanted(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"), Set.of(UUID.fromString(id)));
        return Objects.requireNonNull(service.bean(RecheckDeadlines.class)
                .run(wanted, (dossier, difference) -> {})
                .block());
    }
}
