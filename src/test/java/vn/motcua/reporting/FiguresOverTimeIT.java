package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** Figures where units change and days end. */
@MovableClockIT
class FiguresOverTimeIT {

    private static final String COMMUNE = "18277";

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
    void aUnitThatChangedKeepsItsDossiersUntilTheyEnd() {
        aDossierOfApril();
        try {
            clock.moveTo("2026-06-01T09:00");
            String may = "/api/v1/on-time-rates?from=2026-05-01&to=2026-05-31&level=";
            JsonNode old = api.get(api.token("auditor"), may + "PROVINCE").is(200).body().path("rows").values().stream()
                    .filter(row ->
                            "Tỉnh Đồng Nai".equals(row.at("/key/unit/name").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(old.path("carriedOver").asInt()).isEqualTo(1);
            assertThat(old.path("pendingOverdue").asInt()).isEqualTo(1);
            assertThat(api.get(api.token("auditor"), may + "PROVINCE").body().at("/total/carriedOver"))
                    .isEqualTo(
                            api.get(api.token("auditor"), may + "NATION").body().at("/total/carriedOver"));
        } finally {
            Owner.run("DELETE FROM figure_province_day WHERE province = 1100075");
            Owner.run("DELETE FROM figure_province_before WHERE province = 1100075");
        }
    }

    /** Also in the sums that are kept by now, since the clock may have stood later before, and so that none is made meanwhile. */
    private static void aDossierOfApril() {
        Owner.run("""
            DO $$
            BEGIN
                LOCK TABLE figure_checkpoint IN SHARE ROW EXCLUSIVE MODE;
                INSERT INTO figure_province_day (province, day, axis, received, due_open)
                VALUES (1100075, '2026-04-20', 0, 1, NULL), (1100075, '2026-04-28', 0, NULL, 1);
                INSERT INTO figure_province_before (province, axis, start, received, due_open)
                SELECT 1100075, 0, c.start, 1, CASE WHEN c.start > '2026-04-28' THEN 1 END
                  FROM figure_checkpoint c
                  JOIN figure_grain g ON g.grain = 'province' AND c.rank >= g.least_rank
                 WHERE c.start > '2026-04-20';
            END
            $$
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OT-1", "OT-2"})
    void whatIsRecordedAfterTheQuestionsOwnDayIsNotInTheAnswer(String definition) {
        JsonNode before = march(definition, "2026-03-19T23:59:59");
        clock.moveTo("2026-03-02T09:00");
        String id = api.file(api.token("citizen"), api.filing(COMMUNE)).is(201).string("id");
        String clerk = api.token("clerk&unit=" + COMMUNE);
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
        api.step(clerk, id, "hand-over", 2, "{}").is(200);
        clock.moveTo("2026-03-20T00:00:01");
        api.step(api.token("officer&unit=" + COMMUNE), id, "completion", 3, "{\"reason\": \"x\", \"signedBy\": \"A\"}")
                .is(200);
        JsonNode row = march(definition, "2026-03-19T23:59:59");
        assertThat(row.path("overdue").asInt()).isEqualTo(before.path("overdue").asInt());
        assertThat(row.path("pendingOverdue").asInt())
                .isEqualTo(before.path("pendingOverdue").asInt() + 1);
    }

    private JsonNode march(String definition, String askedAt) {
        clock.moveTo(askedAt);
        return api.get(
                        api.token("auditor"),
                        "/api/v1/on-time-rates?from=2026-03-01&to=2026-03-31&level=COMMUNE&unit=" + COMMUNE
                                + "&definition=" + definition)
                .is(200)
                .body()
                .at("/rows/0");
    }
}
