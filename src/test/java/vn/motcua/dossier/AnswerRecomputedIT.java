package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.RebuildCommand;
import vn.motcua.RecheckCommand;
import vn.motcua.faults.client.Eventually;

/** A new version of the calendar moves by when the desk must answer, too. */
class AnswerRecomputedIT extends RecomputedDeadlines {

    @Test
    void aNewDayOffMovesTheAnswerOfTheDeskAndItsRatesSayTheNewDay() throws Exception {
        clock.moveTo("2026-03-02T16:00");
        String id = filed();
        assertThat(dossier(id).string("intakeDueAt")).isEqualTo("2026-03-03T16:00:00+07:00");
        JsonNode simulated = api.post(operator(), "/api/v1/calendars/VN/simulations", dayOff(LocalDate.of(2026, 3, 3)))
                .is(200)
                .body();
        assertThat(simulated.at("/items/0/clock").asString()).isEqualTo("INTAKE_ANSWER");
        assertThat(simulated.at("/items/0/dueAt").asString()).isEqualTo("2026-03-04T16:00:00+07:00");
        assertThat(simulated.path("recomputing").asBoolean()).isFalse();

        turned(LocalDate.of(2026, 3, 3));

        assertThat(dossier(id).string("intakeDueAt")).isEqualTo("2026-03-04T16:00:00+07:00");
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("clock").asString()).isEqualTo("INTAKE_ANSWER");
            assertThat(event.path("payload").path("dueBefore").asString()).isEqualTo("2026-03-03T09:00:00Z");
            assertThat(event.path("payload").path("dueAt").asString()).isEqualTo("2026-03-04T09:00:00Z");
        });
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(20), () -> told(id).equals(List.of("DUE_CHANGED INTAKE_ANSWER"))))
                .isTrue();
        clock.moveTo("2026-03-04T15:00");
        api.step(clerk(), id, "acceptance", 2, "{}").is(200);
        assertThat(api.get(
                                api.token("auditor"),
                                "/api/v1/intake-rates?level=COMMUNE&unit=" + UNIT + "&from=2026-03-02&to=2026-03-04")
                        .is(200)
                        .body()
                        .path("total")
                        .toString())
                .contains("\"acceptedInTime\":1", "\"acceptedLate\":0");
    }

    @Test
    void anAnswerThatTheCalendarCouldNotSayComesWithTheCalendarThatCan() throws Exception {
        clock.moveTo("2026-09-11T16:00");
        version(LocalDate.of(2026, 9, 11), LocalDate.of(2026, 9, 30));
        String id = filed();
        assertThat(dossier(id).body().path("intakeDueAt").isNull()).isTrue();

        version(FAR, LocalDate.of(2026, 9, 30));

        assertThat(dossier(id).string("intakeDueAt")).isEqualTo("2026-09-14T16:00:00+07:00");
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("missingBefore").asString()).isEqualTo("CALENDAR_ENDS");
            assertThat(event.path("payload").has("dueBefore")).isFalse();
        });
    }

    @Test
    void aLogWithWarningsAndMovesIsRebuiltRecheckedAndExportedAsItStands() throws Exception {
        clock.moveTo("2026-10-05T16:00");
        String atDesk = filed();
        String running = accepted();
        String refused = filed();
        step("clerk&unit=" + UNIT, refused, "refusal", "{\"reason\": \"x\"}").is(200);
        turned(LocalDate.of(2026, 10, 6));
        clock.moveTo("2026-10-14T17:00");
        for (String id : List.of(atDesk, running)) {
            assertThat(Eventually.comesTrue(
                            Duration.ofSeconds(60), () -> types(id).contains("DEADLINE_WARNED")))
                    .isTrue();
            assertThat(types(id)).contains("DEADLINE_RECOMPUTED");
        }

        assertThatCode(() -> command(RebuildCommand.class, "rebuild-figures", "--check"))
                .doesNotThrowAnyException();
        assertThatCode(() -> command(RecheckCommand.class, "recompute-deadlines"))
                .doesNotThrowAnyException();
        assertThatTheCheckNames(atDesk, "intake_due_at");
        assertThatTheCheckNames(refused, "intake_due_at");
    }

    /** One that stands otherwise than its log tells. */
    private static void assertThatTheCheckNames(String id, String column) throws SQLException {
        move(id, column, "1 hour");
        assertThatThrownBy(() -> command(RecheckCommand.class, "recompute-deadlines", id))
                .hasStackTraceContaining("1 of 1 dossiers differ; nothing was changed");
        move(id, column, "-1 hour");
    }

    private static void move(String id, String column, String by) throws SQLException {
        try (Connection owner = database.owner();
                PreparedStatement statement = owner.prepareStatement("UPDATE dossier SET " + column + " = " + column
                        + " + CAST(? AS interval) WHERE id = CAST(? AS uuid)")) {
            statement.setString(1, by);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    private static List<String> told(String id) {
        return api.get(citizen(), "/api/v1/notices?limit=100")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("dossier").asString().equals(id))
                .map(notice -> notice.path("kind").asString() + " "
                        + notice.path("clock").asString())
                .toList();
    }

    private static String filed() {
        return api.file(citizen(), api.filing(UNIT)).is(201).string("id");
    }

    private static List<String> types(String id) {
        return api.get(citizen(), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }
}
