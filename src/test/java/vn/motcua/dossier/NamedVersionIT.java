package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api.Reply;

/** The swap that was proposed and not decided, and what a dossier says of versions that did not move it. */
class NamedVersionIT extends RecomputedDeadlines {

    private static final String SWAP = """
        {"source": "Công văn 77", "status": "%s", "note": "Hoán đổi dịp 24/11", "days": [
            {"day": "2026-11-23", "kind": "OFF", "reason": "Nghỉ hoán đổi"},
            {"day": "2026-11-28", "kind": "WORK", "reason": "Làm bù"}]}\
        """;

    @Test
    void theProposedSwapMovesNothingUntilItIsOfficialAndThenMovesByEvent() throws Exception {
        clock.moveTo("2026-11-17T08:00");
        String id = accepted();
        String promised = dossier(id).string("dueAt");
        assertThat(promised).isEqualTo("2026-11-27T17:00:00+07:00");
        assertThat(moved("FORECAST")).isZero();

        int proposed = enter("VN", SWAP.formatted("FORECAST"));
        assertThat(dossier(id).string("dueAt")).isEqualTo(promised);
        assertThat(moves(id)).isEmpty();
        assertThat(dossier(id).version()).isEqualTo(2);
        String meanwhile = accepted();
        assertThat(dossier(meanwhile).string("dueAt")).isEqualTo(promised);
        assertThat(dossier(meanwhile).body().path("dependsOnForecast").asBoolean())
                .isTrue();
        assertThat(moved("OFFICIAL")).isEqualTo(2);
        assertThat(dossier(id).string("dueAt")).isEqualTo(promised);

        int official = enter("VN", SWAP.formatted("OFFICIAL"));
        assertThat(official).isEqualTo(proposed + 1);
        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-11-28T17:00:00+07:00");
        assertThat(dossier(id).string("firstPromisedAt")).isEqualTo(promised);
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("reason").asString()).isEqualTo("CALENDAR");
            assertThat(event.path("payload").path("calendarVersion").asInt()).isEqualTo(official);
        });
        assertThat(dossier(meanwhile).body().path("dependsOnForecast").asBoolean())
                .isFalse();
        assertThat(api.get(citizen(), deadline(id), "Accept", "text/plain")
                        .is(200)
                        .text())
                .contains("Nghỉ hoán đổi", "Làm bù", "Công văn 77");
    }

    private static int moved(String status) {
        Reply simulated = api.post(operator(), of("VN") + "/simulations", SWAP.formatted(status))
                .is(200);
        return simulated.body().at("/summary/moved").asInt();
    }

    @Test
    void aDossierIsExplainedByTheVersionThatItNamesAlthoughANewerOneSaysMore() throws Exception {
        clock.moveTo("2026-04-23T08:00");
        String id = accepted();
        int named = newest();
        assertThat(explained(id).path("calendarVersion").asInt()).isEqualTo(named);
        String before = explained(id).path("steps").toString();
        assertThat(before).contains("2026-04-30");

        int newer = enter("VN", """
            {"source": "Công văn 78", "status": "OFFICIAL", "note": "Tên khác", "takeBack": {"days": ["2026-04-30"]},
             "days": [{"day": "2026-04-30", "kind": "OFF", "reason": "Tên khác"}]}\
            """);

        assertThat(newer).isEqualTo(named + 1);
        assertThat(moves(id)).isEmpty();
        assertThat(explained(id).path("calendarVersion").asInt()).isEqualTo(named);
        assertThat(explained(id).path("steps").toString()).isEqualTo(before).doesNotContain("Tên khác");
        assertThat(api.get(citizen(), deadline(id), "Accept", "text/plain")
                        .is(200)
                        .text())
                .contains("Lịch làm việc phiên bản " + named + ",");
        assertThat(explained(accepted()).path("steps").toString()).contains("Tên khác", "Công văn 78");
    }

    private static JsonNode explained(String id) {
        return api.get(citizen(), deadline(id)).is(200).body();
    }
}
