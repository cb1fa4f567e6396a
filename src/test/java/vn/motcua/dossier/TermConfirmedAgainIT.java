package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.RecheckCommand;
import vn.motcua.faults.client.Eventually;

/** A term that somebody confirms once more moves what runs, says so, and leaves what had ended as it was. */
class TermConfirmedAgainIT extends RecomputedDeadlines {

    private static final String CODE = "1.013065";

    @Test
    void whatRunsMovesByTheTermAndNotByACalendarThatCameBetweenAndWhatEndedIsStillExplained() throws Exception {
        clock.moveTo("2026-12-01T08:00");
        confirm(5);
        String ended = accepted(filing());
        step("clerk&unit=" + UNIT, ended, "hand-over", "{}").is(200);
        step("officer&unit=" + UNIT, ended, "completion", "{\"reason\": \"x\", \"signedBy\": \"A\"}")
                .is(200);
        String running = accepted(filing());
        assertThat(dossier(running).string("dueAt")).isEqualTo("2026-12-08T17:00:00+07:00");
        int between = turned(LocalDate.of(2026, 12, 24));
        assertThat(moves(running)).isEmpty();

        clock.moveTo("2026-12-01T09:00");
        confirm(7);
        comesToBeDue(running, "2026-12-10T17:00:00+07:00");
        assertThat(last(running).path("reason").asString()).isEqualTo("TERM");
        assertThat(last(running).path("calendarVersion").asInt()).isEqualTo(between);

        turned(LocalDate.of(2026, 12, 4));
        comesToBeDue(running, "2026-12-11T17:00:00+07:00");
        assertThat(last(running).path("reason").asString()).isEqualTo("CALENDAR");

        assertThatCode(() -> command(RecheckCommand.class, "recompute-deadlines"))
                .doesNotThrowAnyException();
        double before = unexplained();
        JsonNode told = api.get(citizen(), deadline(ended)).is(200).body();
        assertThat(told.path("dueAt").asString()).isEqualTo("2026-12-08T17:00:00+07:00");
        assertThat(told.path("steps")).isNotEmpty();
        assertThat(unexplained()).isEqualTo(before);
    }

    private static ObjectNode filing() {
        return api.filing(CODE, UNIT, "citizen").put("case", "lost-papers");
    }

    private static void confirm(int days) throws InterruptedException {
        api.post(
                        operator(),
                        "/api/v1/procedures/" + CODE + "/confirmations",
                        "{\"case\": \"lost-papers\", \"term\": {\"value\": " + days
                                + ", \"unit\": \"WORKING_DAY\"}, \"source\": \"Luật\", \"verified\": true}")
                .is(200);
    }

    private static void comesToBeDue(String id, String due) throws InterruptedException {
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(60),
                        () -> dossier(id).string("dueAt").equals(due)))
                .isTrue();
    }

    private static JsonNode last(String id) {
        return moves(id).getLast().path("payload");
    }

    private static double unexplained() {
        return service.bean(MeterRegistry.class)
                .get("motcua.deadline.unexplained")
                .counter()
                .count();
    }
}
