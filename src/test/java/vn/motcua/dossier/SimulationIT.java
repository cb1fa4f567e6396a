package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api.Reply;

/** An operator sees what a version of the calendar would move before it is saved. */
class SimulationIT extends RecomputedDeadlines {

    private static final String ELSEWHERE = "18229";

    @Test
    void aSimulationListsWhatTheVersionThenMovesAndMovesNothingItself() throws Exception {
        clock.moveTo("2026-10-05T08:00");
        List<String> ids = IntStream.range(0, 5).mapToObj(_ -> accepted()).toList();
        LocalDate day = LocalDate.of(2026, 10, 8);
        String due = dossier(ids.getFirst()).string("dueAt");

        Reply first = api.post(operator(), "/api/v1/calendars/VN/simulations?limit=3", dayOff(day))
                .is(200);
        Reply second = api.post(
                        operator(),
                        "/api/v1/calendars/VN/simulations?limit=3&cursor=" + first.string("next"),
                        dayOff(day))
                .is(200);

        assertThat(first.body().at("/summary/moved").asInt()).isEqualTo(5);
        assertThat(first.body().at("/summary/later").asInt()).isEqualTo(5);
        assertThat(first.body().at("/summary/largestMinutes").asInt()).isEqualTo(24 * 60);
        assertThat(first.body().at("/summary/agencies")).hasSize(1);
        assertThat(first.body().at("/summary/agencies/0/agency/unit").asString())
                .isEqualTo(UNIT);
        assertThat(second.body().has("summary")).isFalse();
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(listed(first)).hasSize(3);
        assertThat(listed(second)).hasSize(2);
        assertThat(dossier(ids.getFirst()).string("dueAt")).isEqualTo(due);

        turned(day);

        JsonNode move = first.body().at("/items/0");
        assertThat(move.path("dueBefore").asString()).isEqualTo(due);
        assertThat(dossier(move.path("id").asString()).string("dueAt"))
                .isEqualTo(move.path("dueAt").asString());
        assertThat(ids).allSatisfy(id -> assertThat(moves(id)).hasSize(1));
    }

    @Test
    void theClockOfADeskCountsForTheDeskThatTookItInForAnAgencyElsewhere() {
        clock.moveTo("2026-07-06T16:00");
        String id = api.file(clerk(), api.filing(ELSEWHERE).put("channel", "COUNTER"))
                .is(201)
                .string("id");
        JsonNode simulated = api.post(operator(), "/api/v1/calendars/VN/simulations", dayOff(LocalDate.of(2026, 7, 7)))
                .is(200)
                .body();
        String desk = dossier(id).body().at("/receivingAgency/id").asString();
        assertThat(dossier(id).body().at("/competentAgency/id").asString()).isNotEqualTo(desk);
        assertThat(simulated.at("/items/0/id").asString()).isEqualTo(id);
        assertThat(simulated.at("/items/0/clock").asString()).isEqualTo("INTAKE_ANSWER");
        assertThat(simulated.at("/items/0/agency/id").asString()).isEqualTo(desk);
        assertThat(simulated.at("/summary/agencies")).hasSize(1);
        assertThat(simulated.at("/summary/agencies/0/agency/id").asString()).isEqualTo(desk);
    }

    @Test
    void aPageOfAnOlderCalendarIsNotGoneOnWith() throws Exception {
        clock.moveTo("2026-08-03T08:00");
        IntStream.range(0, 3).forEach(_ -> accepted());
        String change = dayOff(LocalDate.of(2026, 8, 6));
        String next = api.post(operator(), "/api/v1/calendars/VN/simulations?limit=1", change)
                .is(200)
                .string("next");

        turned(LocalDate.of(2026, 8, 7));

        Reply refused = api.post(operator(), "/api/v1/calendars/VN/simulations?limit=1&cursor=" + next, change)
                .is(400);
        assertThat(refused.string("type")).endsWith("invalid-cursor");
    }

    private static List<String> listed(Reply page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void aForecastMovesNothingAndFaultsAreNamedAsForAVersion() {
        clock.moveTo("2026-11-16T08:00");
        accepted();
        String forecast = dayOff(LocalDate.of(2026, 11, 18)).replace("OFFICIAL", "FORECAST");
        Reply simulated = api.post(operator(), "/api/v1/calendars/VN/simulations", forecast)
                .is(200);
        assertThat(simulated.body().at("/summary/moved").asInt()).isZero();
        Reply wrong = api.post(operator(), "/api/v1/calendars/VN/simulations", dayOff(LocalDate.of(2026, 11, 21)))
                .is(422);
        assertThat(wrong.body().at("/errors/0/code").asString()).isEqualTo("off-on-weekend");
        api.get(operator(), "/api/v1/calendars/VN/versions/9999/progress").is(404);
        api.get(citizen(), "/api/v1/calendars/VN/versions/1/progress").is(403);
        api.post(clerk(), "/api/v1/calendars/VN/simulations", forecast).is(403);
    }
}
