package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.dossier.Telling;

/** The dossiers behind a count: for whom, how they are told, and what stays the same from page to page. */
@MovableClockIT
class RowDossiersRulesIT {

    private static final String MARCH = "level=COMMUNE&from=2026-03-01&to=2026-03-31";

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
    void aDossierIsToldWithoutAnybodysData() {
        String unit = "18736";
        String id = accept(unit);
        clock.moveTo("2026-03-12T09:00");
        JsonNode body = list(unit, "pendingOverdue").is(200).body();
        assertThat(body.path("items")).hasSize(1);
        assertThat(body.path("next").isNull()).isTrue();
        JsonNode item = body.at("/items/0");
        assertThat(item.path("id").asString()).isEqualTo(id);
        assertThat(item.path("class").asString()).isEqualTo("pendingOverdue");
        assertThat(item.at("/unit/code").asString()).isEqualTo(unit);
        assertThat(item.at("/procedure/code").asString()).isEqualTo("1.004222");
        assertThat(item.path("acceptedAt").asString()).startsWith("2026-03-02T09:00");
        assertThat(item.path("dueAt").asString()).startsWith("2026-03-11T17:00");
        assertThat(item.path("finishedAt").isNull()).isTrue();
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "trackingCode",
                        "code",
                        "unit",
                        "agency",
                        "procedure",
                        "channel",
                        "acceptedAt",
                        "dueAt",
                        "firstPromisedAt",
                        "finishedAt",
                        "class");
    }

    @Test
    void laterPagesSpeakOfTheMomentOfTheFirst() {
        String unit = "18739";
        List<String> before = List.of(accept(unit), accept(unit));
        JsonNode first = list(unit, "received&limit=1").is(200).body();
        clock.moveTo("2026-03-02T10:00");
        accept(unit);
        JsonNode second = list(
                        unit, "received&limit=1&cursor=" + first.path("next").asString())
                .is(200)
                .body();
        assertThat(List.of(id(first), id(second))).containsExactlyInAnyOrderElementsOf(before);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("asOf")).isEqualTo(first.path("asOf"));
        assertThat(list(unit, "carriedOver&cursor=" + first.path("next").asString())
                        .is(400)
                        .problem())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void whatWasToldLaterIsNotKnownOnADayBefore() {
        String unit = "18742";
        Telling past = Telling.of(api, "1.004222", "COUNTER").with("competentUnit", unit);
        clock.moveTo("2026-03-20T09:00");
        past.event("FILED", "2026-03-03T09:00:00").event("ACCEPTED", "2026-03-03T09:30:00");
        past.event("HANDED_OVER", "2026-03-03T10:00:00")
                .event("COMPLETED", "2026-03-04T10:00:00")
                .withResult();
        past.tell(api).is(201);
        assertThat(list(unit, "early").is(200).body().path("items")).hasSize(1);
        assertThat(list(unit, "received&asOf=2026-03-19").is(200).body().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, 18748, 200",
        "auditor-province, 42, 200",
        "auditor-province, 40, 404",
        "clerk&unit=18748, 18748, 200",
        "clerk&unit=18748, 18766, 404",
        "citizen, 18748, 403",
        "machine, 18748, 403",
        "auditor, 99999, 422"
    })
    void listsAreForThoseWhoSeeTheCount(String persona, String unit, int status) {
        api.get(api.token(persona), path("unit=" + unit + "&class=received")).is(status);
    }

    @Test
    void whoDoesNotSignInGetsNone() {
        api.send("GET", path("class=received"), Optional.empty()).is(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class=everything",
                "unit=18748",
                "class=received&definition=all",
                "class=received&limit=101",
                "class=received&month=2026-04",
                "class=received&month=2026-13",
                "class=received&rowUnit=40",
                "class=received&rowUnit=18748@someday",
                "class=received&sector=none",
                "class=received&procedure=9.999999",
                "class=received&channel=FAX",
                "class=received&channel=ONLINE&month=2026-03",
                "class=received&asOf=2027-01-01"
            })
    void aListThatMakesNoSenseIsRefused(String query) {
        assertThat(api.get(api.token("auditor"), path(query)).is(400).problem()).isEqualTo("invalid-parameter");
    }

    private String accept(String unit) {
        String id = api.file(api.token("citizen"), api.filing("1.004222", unit, "citizen"))
                .is(201)
                .string("id");
        api.step(api.token("clerk&unit=" + unit), id, "acceptance", 1, "{}").is(200);
        return id;
    }

    private Reply list(String unit, String count) {
        return api.get(api.token("auditor"), path("unit=" + unit + "&class=" + count));
    }

    private static String path(String query) {
        return "/api/v1/on-time-rates/dossiers?" + MARCH + "&" + query;
    }

    private static String id(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .reduce((one, other) -> one + other)
                .orElseThrow();
    }
}
