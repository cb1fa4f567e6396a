package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api.Reply;
import vn.motcua.RecheckCommand;

/** An operator declares that the system was out of order, and running clocks stand still for it; seven working days. */
class OutageIT extends RecomputedDeadlines {

    private static final String OUTAGE = """
        {"source": "Thông báo 12/TB-STTTT", "status": "OFFICIAL", "note": "Sự cố", "closures": [
            {"kind": "OUTAGE", "from": "%s", "to": "%s", "reason": "Hỏng đường truyền"}]}\
        """;

    @Test
    void anOutageMovesARunningDossierAndTakingItBackMovesItBack() throws Exception {
        clock.moveTo("2026-03-02T08:00");
        String id = accepted();
        String promised = dossier(id).string("dueAt");
        String agency = dossier(id).body().at("/competentAgency/id").asString();
        clock.moveTo("2026-03-03T16:00");

        Reply simulated = api.post(
                        operator(), of(agency) + "/simulations", outage("2026-03-03T08:00", "2026-03-03T11:30"))
                .is(200);
        assertThat(simulated.body().at("/summary/later").asInt()).isEqualTo(1);
        enter(agency, outage("2026-03-03T08:00", "2026-03-03T11:30"));

        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-03-12T10:30:00+07:00");
        assertThat(dossier(id).string("firstPromisedAt")).isEqualTo(promised);
        assertThat(simulated.body().at("/items/0/dueAt").asString())
                .isEqualTo(dossier(id).string("dueAt"));
        assertThat(moves(id))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.path("payload").path("reason").asString())
                                .isEqualTo("CALENDAR"));
        assertThatCode(() -> DeadlinesRecomputedIT.command(
                        RecheckCommand.class, "recompute-deadlines", "--from=2026-03-02", id))
                .doesNotThrowAnyException();

        enter(agency, """
            {"source": "Thông báo 13/TB-STTTT", "status": "OFFICIAL", "note": "Đính chính",
             "takeBack": {"outages": ["2026-03-03T08:00:00+07:00"]}}\
            """);
        assertThat(dossier(id).string("dueAt")).isEqualTo(promised);
        assertThat(dossier(id).string("firstPromisedAt")).isEqualTo(promised);
        assertThat(moves(id)).hasSize(2);
    }

    @Test
    void theExplanationTellsThePauseItsGroundAndWhoDeclaredIt() throws Exception {
        clock.moveTo("2026-04-06T08:00");
        String id = accepted();
        clock.moveTo("2026-04-07T09:00");
        enter("VN", outage("2026-04-07T08:00", "2026-04-07T11:30"));

        JsonNode told = api.get(citizen(), deadline(id)).is(200).body();
        assertThat(told.path("dueAt").asString()).isEqualTo("2026-04-16T10:30:00+07:00");
        assertThat(told.path("pauses").valueStream().map(JsonNode::toString).toList())
                .containsExactly("{\"ground\":\"OUTAGE\",\"from\":\"2026-04-07T08:00:00+07:00\","
                        + "\"to\":\"2026-04-07T11:30:00+07:00\",\"reason\":\"Hỏng đường truyền\","
                        + "\"source\":\"Thông báo 12/TB-STTTT\"}");
        JsonNode step = told.path("steps")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("PAUSE"))
                .findFirst()
                .orElseThrow();
        assertThat(step.path("source").asString()).isEqualTo("Thông báo 12/TB-STTTT");
        assertThat(told.path("clocks")
                        .valueStream()
                        .filter(one -> one.path("kind").asString().equals("PROCESSING"))
                        .map(one -> one.path("state").asString())
                        .toList())
                .containsExactly("PAUSED");
        assertThat(api.get(citizen(), deadline(id), "Accept", "text/plain")
                        .is(200)
                        .text())
                .contains(
                        "Hệ thống gặp sự cố, không tính (Hỏng đường truyền).",
                        "Tạm dừng từ Thứ Ba 07/04/2026, 08:00 đến Thứ Ba 07/04/2026, 11:30: hệ thống ngừng hoạt động"
                                + " (Hỏng đường truyền; Thông báo 12/TB-STTTT).");
        assertThat(api.get(citizen(), deadline(id), "Accept", "text/plain", "Accept-Language", "en")
                        .is(200)
                        .text())
                .contains(
                        "The system was out of order, not counted (Hỏng đường truyền).",
                        "Paused from Tuesday 7 April 2026, 08:00 to Tuesday 7 April 2026, 11:30: the system was out of"
                                + " order (Hỏng đường truyền; Thông báo 12/TB-STTTT).");
    }

    @Test
    void anExpectedEndIsReplacedByAnother() throws Exception {
        clock.moveTo("2026-05-04T08:00");
        String id = accepted();
        clock.moveTo("2026-05-05T08:30");
        enter("VN", outage("2026-05-05T08:00", "2026-05-05T09:00"));
        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-05-14T08:00:00+07:00");
        clock.moveTo("2026-05-05T08:59");
        String longer = outage("2026-05-05T08:00", "2026-05-05T10:00");

        enter(
                "VN",
                longer.substring(0, longer.length() - 1)
                        + ", \"takeBack\": {\"outages\": [\"2026-05-05T08:00:00+07:00\"]}}");
        assertThat(dossier(id).string("dueAt")).isEqualTo("2026-05-14T09:00:00+07:00");
        assertThat(moves(id)).hasSize(2);
    }

    @Test
    void whatIsFiledOrAskedInAnOutageIsPromisedWithIt() throws Exception {
        clock.moveTo("2026-07-06T08:00");
        enter("VN", outage("2026-07-06T08:00", "2026-07-06T11:30"));
        clock.moveTo("2026-07-06T09:30");
        String id = api.file(citizen(), api.filing(UNIT)).is(201).string("id");

        assertThat(dossier(id).string("intakeDueAt")).isEqualTo("2026-07-07T11:30:00+07:00");
        Reply asked = api.post(operator(), "/api/v1/deadline-calculations", """
            {"receivedAt": "2026-07-03T09:00:00+07:00", "term": {"value": 3, "unit": "WORKING_DAY"}, "agency": "%s"}\
            """.formatted(
                        dossier(id).body().at("/competentAgency/id").asString()));
        assertThat(asked.is(200).string("dueAt")).isEqualTo("2026-07-09T10:30:00+07:00");
        assertThat(asked.text()).contains("PAUSE", "Hỏng đường truyền");
    }

    @Test
    void anOutageAfterAFilingMovesTheAnswerOfTheDesk() throws Exception {
        clock.moveTo("2026-08-03T08:00");
        String id = api.file(citizen(), api.filing(UNIT)).is(201).string("id");
        assertThat(dossier(id).string("intakeDueAt")).isEqualTo("2026-08-04T08:00:00+07:00");
        clock.moveTo("2026-08-03T10:30");
        enter("VN", outage("2026-08-03T09:00", "2026-08-03T10:00"));

        assertThat(dossier(id).string("intakeDueAt")).isEqualTo("2026-08-04T09:00:00+07:00");
        assertThat(moves(id)).singleElement().satisfies(event -> {
            assertThat(event.path("payload").path("clock").asString()).isEqualTo("INTAKE_ANSWER");
            assertThat(event.path("payload").path("reason").asString()).isEqualTo("CALENDAR");
            assertThat(event.path("payload").path("dueBefore").asString()).isEqualTo("2026-08-04T01:00:00Z");
            assertThat(event.path("payload").path("dueAt").asString()).isEqualTo("2026-08-04T02:00:00Z");
        });
    }

    private static String outage(String from, String to) {
        return OUTAGE.formatted(from + ":00+07:00", to + ":00+07:00");
    }
}
