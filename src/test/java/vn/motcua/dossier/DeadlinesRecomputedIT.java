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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.RebuildCommand;
import vn.motcua.RecheckCommand;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarVersions;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;

/** A new version of the calendar, or a confirmed term, moves every running dossier that it concerns, once, and says so. */
class DeadlinesRecomputedIT {

    private static final String UNIT = "18073";
    private static final String ANOTHER_UNIT = "18277";
    private static final LocalDate FAR = LocalDate.of(2026, 12, 31);

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static MovableClock clock;
    private static Api api;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database, List.of(MovableClock.Config.class), "motcua.deadlines.settle=PT0S");
        clock = service.bean(MovableClock.class);
        clock.moveTo("2026-03-02T08:00");
        api = new Api(service.port());
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    private static String citizen() {
        return api.token("citizen");
    }

    private static String clerk() {
        return api.token("clerk&unit=" + UNIT);
    }

    private static String operator() {
        return api.token("operator");
    }

    private static String accepted(ObjectNode filing) {
        String id = api.file(citizen(), filing).is(201).string("id");
        api.step(api.token("clerk&unit=" + filing.path("competentUnit").asString()), id, "acceptance", 1, "{}")
                .is(200);
        return id;
    }

    private static String accepted() {
        return accepted(api.filing(UNIT));
    }

    private static Reply dossier(String id) {
        return api.get(citizen(), "/api/v1/dossiers/" + id).is(200);
    }

    private static List<JsonNode> moves(String id) {
        return api.get(citizen(), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("DEADLINE_RECOMPUTED"))
                .toList();
    }

    private static int turned(LocalDate day) throws InterruptedException {
        return version(FAR, day);
    }

    private static int version(LocalDate knownUntil, LocalDate turned) throws InterruptedException {
        int version = CalendarVersions.next(database, knownUntil, turned);
        assertThat(Eventually.comesTrue(Duration.ofSeconds(60), () -> CalendarVersions.isDone(database, version)))
                .isTrue();
        return version;
    }

    private static String dayOff(LocalDate day) {
        return """
            {"source": "Công văn 1", "status": "OFFICIAL", "note": "Nghỉ", "days": [{"day": "%s", "kind": "OFF", "reason": "Nghỉ"}]}
            """.formatted(day);
    }

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
        JsonNode notice = api.get(citizen(), "/api/v1/notices?limit=100")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("dossier").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(notice.path("kind").asString()).isEqualTo("DUE_CHANGED");
        assertThat(notice.path("dueBefore").asString()).isEqualTo(promised);
        assertThat(notice.path("dueAt").asString()).isEqualTo("2026-03-12T17:00:00+07:00");
        assertThat(notice.path("reason").asString()).isEqualTo("CALENDAR");
    }

    @Test
    void whatHasEndedOrIsDueBeforeStaysAsItIs() throws Exception {
        clock.moveTo("2026-04-06T08:00");
        String ended = accepted();
        api.step(clerk(), ended, "hand-over", 2, "{}").is(200);
        api.step(api.token("officer&unit=" + UNIT), ended, "completion", 3, "{\"reason\": \"x\", \"signedBy\": \"A\"}")
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

    private static void command(Class<?> command, String... arguments) {
        var application = new SpringApplication(command);
        application.setWebApplicationType(WebApplicationType.NONE);
        application
                .run(Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--spring.r2dbc.url=r2dbc:postgresql://" + database.host() + ":"
                                                + database.port() + "/" + database.database(),
                                        "--spring.r2dbc.username=" + DatabaseAddress.SERVICE,
                                        "--spring.r2dbc.password=" + database.getPassword()))
                        .toArray(String[]::new))
                .close();
    }
}
