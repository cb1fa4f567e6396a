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
import vn.motcua.Api.Reply;
import vn.motcua.RebuildCommand;
import vn.motcua.RecheckCommand;
import vn.motcua.faults.client.Eventually;

/** A new version of the calendar, or a confirmed term, moves every running dossier that it concerns, once, and says so. */
class DeadlinesRecomputedIT extends RecomputedDeadlines {

    @Test
    void aNewDayOffMovesARunningDossierOnceAndItsFirstPromiseStays() throws Exception {
        clock.moveTo("2026-03-02T08:00");
        String id = accepted();
        String promised = dossier(id).string("dueAt");
        assertThat(promised).isEqualTo("2026-03-11T17:00:00+07:00");

        int version = turned(LocalDate.of(2026, 3, 5));

        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-03-12T17:00:00+07:00");
        assertThat(dossier(id).string("firstPromisedAt")).isEqualTo(promised);
        assertThat(dossier(id).version()).isEqualTo(3);
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("dueBefore").asString()).isEqualTo("2026-03-11T10:00:00Z");
            assertThat(event.path("payload").path("dueAt").asString()).isEqualTo("2026-03-12T10:00:00Z");
            assertThat(event.path("payload").path("reason").asString()).isEqualTo("CALENDAR");
            assertThat(event.path("payload").path("calendarVersion").asInt()).isEqualTo(version);
        });
        Reply progress = api.get(operator(), "/api/v1/calendars/VN/versions/" + version + "/progress")
                .is(200);
        assertThat(progress.string("state")).isEqualTo("DONE");
        assertThat(progress.body().path("percentage").asInt()).isEqualTo(100);
        assertThat(progress.body().path("remaining").asInt()).isZero();
        assertThat(progress.body().path("moved").asInt()).isPositive();
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(20), () -> notices(id).size() == 2))
                .isTrue();
        JsonNode notice = notices(id).getFirst();
        assertThat(notice.path("kind").asString()).isEqualTo("DUE_CHANGED");
        assertThat(notice.path("dueBefore").asString()).isEqualTo(promised);
        assertThat(notice.path("dueAt").asString()).isEqualTo("2026-03-12T17:00:00+07:00");
        assertThat(notice.path("reason").asString()).isEqualTo("CALENDAR");
    }

    private static List<JsonNode> notices(String id) {
        return api.get(citizen(), "/api/v1/notices?limit=100")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("dossier").asString().equals(id))
                .toList();
    }

    @Test
    void whatHasEndedOrIsDueBeforeStaysAsItIs() throws Exception {
        clock.moveTo("2026-04-06T08:00");
        String ended = accepted();
        step("clerk&unit=" + UNIT, ended, "hand-over", "{}").is(200);
        step("officer&unit=" + UNIT, ended, "completion", "{\"reason\": \"x\", \"signedBy\": \"A\"}")
                .is(200);
        String before = accepted();

        turned(LocalDate.of(2026, 4, 17));

        assertThat(moves(ended)).isEmpty();
        assertThat(moves(before)).isEmpty();
        assertThat(dossier(before).version()).isEqualTo(2);
    }

    @Test
    void aDossierThatWasLateIsNoLongerWhenTheDayWasOffAndTheLogSaysSo() throws Exception {
        clock.moveTo("2026-06-01T08:00");
        String id = accepted(api.filing(ANOTHER_UNIT));
        clock.moveTo("2026-06-11T08:00");
        assertThat(rate(LocalDate.of(2026, 6, 11)).path("pendingOverdue").asInt())
                .isEqualTo(1);

        turned(LocalDate.of(2026, 6, 3));

        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-06-11T17:00:00+07:00");
        assertThat(rate(LocalDate.of(2026, 6, 11)).path("pendingOverdue").asInt())
                .isZero();
        assertThat(moves(id))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.path("payload").path("counts").toString())
                                .contains("\"effectiveOn\":\"2026-06-11\""));
    }

    private static JsonNode rate(LocalDate day) {
        return api.get(
                        api.token("auditor"),
                        "/api/v1/on-time-rates?level=COMMUNE&unit=" + ANOTHER_UNIT + "&from=2026-06-01&to=" + day
                                + "&definition=OT-1&groupBy=procedure")
                .is(200)
                .body()
                .path("rows")
                .valueStream()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatThePastCalendarCouldNotSayComesWithTheCalendarThatCan() throws Exception {
        clock.moveTo("2026-09-07T08:00");
        version(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 12));
        String id = accepted();
        assertThat(dossier(id).string("dueMissing")).isEqualTo("CALENDAR_ENDS");
        clock.moveTo("2026-09-08T08:00");

        version(FAR, LocalDate.of(2026, 9, 12));

        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-09-16T17:00:00+07:00");
        assertThat(dossier(id).string("firstPromisedAt")).isEqualTo("2026-09-16T17:00:00+07:00");
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("missingBefore").asString()).isEqualTo("CALENDAR_ENDS");
            assertThat(event.path("payload").has("dueBefore")).isFalse();
        });
    }

    @Test
    void aConfirmedTermBringsTheDueMomentOfWhatWasAcceptedWithout() throws Exception {
        clock.moveTo("2026-12-01T08:00");
        String code = "1.013065";
        String id = accepted(api.filing(code, UNIT, "citizen").put("case", "lost-papers"));
        assertThat(dossier(id).string("dueMissing")).isEqualTo("TERM_UNCONFIRMED");
        api.post(
                        operator(),
                        "/api/v1/procedures/" + code + "/confirmations",
                        "{\"case\": \"lost-papers\", \"term\": {\"value\": 3, \"unit\": \"WORKING_DAY\"}, \"source\":"
                                + " \"Luật\", \"verified\": true}")
                .is(200);
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(60), () -> dossier(id).body().hasNonNull("dueAt")))
                .isTrue();
        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-12-04T17:00:00+07:00");
        assertThat(moves(id))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.path("payload").path("reason").asString())
                                .isEqualTo("TERM"));
    }

    @Test
    void figuresAndDueMomentsAreWhatTheLogGivesAndWhateverIsNotIsNamed() throws Exception {
        clock.moveTo("2026-03-16T08:00");
        String id = accepted();
        turned(LocalDate.of(2026, 3, 18));
        assertThat(moves(id)).hasSize(1);

        assertThatCode(() -> command(RebuildCommand.class, "rebuild-figures", "--check"))
                .doesNotThrowAnyException();
        assertThatCode(() -> command(RecheckCommand.class, "recompute-deadlines"))
                .doesNotThrowAnyException();

        String damage = "UPDATE dossier SET due_at = due_at + CAST(? AS interval) WHERE id = CAST(? AS uuid)";
        run(damage, "1 hour", id);
        assertThatThrownBy(() -> command(RecheckCommand.class, "recompute-deadlines", "--from=2026-03-16", id))
                .hasStackTraceContaining("1 of 1 dossiers differ; nothing was changed");
        assertThatCode(() -> command(RecheckCommand.class, "recompute-deadlines", "--to=2026-03-15"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> command(RecheckCommand.class, "recompute-deadlines", "--dry-run"))
                .hasStackTraceContaining("Usage: recompute-deadlines");
        run(damage, "-1 hour", id);
    }

    private static void run(String statement, String... values) throws SQLException {
        try (Connection owner = database.owner();
                PreparedStatement prepared = owner.prepareStatement(statement)) {
            for (int at = 0; at < values.length; at++) {
                prepared.setString(at + 1, values[at]);
            }
            prepared.executeUpdate();
        }
    }
}
