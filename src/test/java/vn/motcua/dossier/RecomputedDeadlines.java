package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarVersions;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;

/** A service of its own whose calendar changes, and dossiers whose clocks run there. */
abstract class RecomputedDeadlines {

    static final String UNIT = "18073";
    static final String ANOTHER_UNIT = "18277";
    static final LocalDate FAR = LocalDate.of(2026, 12, 31);

    static DatabaseAddress database;
    static RunningMotcua service;
    static MovableClock clock;
    static Api api;

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

    static String citizen() {
        return api.token("citizen");
    }

    static String clerk() {
        return api.token("clerk&unit=" + UNIT);
    }

    static String operator() {
        return api.token("operator");
    }

    static String accepted(ObjectNode filing) {
        String id = api.file(citizen(), filing).is(201).string("id");
        api.step(api.token("clerk&unit=" + filing.path("competentUnit").asString()), id, "acceptance", 1, "{}")
                .is(200);
        return id;
    }

    static String accepted() {
        return accepted(api.filing(UNIT));
    }

    /** On the version that it has by then: a warning may come between reading and acting, and whoever is told so reads again. */
    static Reply step(String who, String id, String step, String body) throws InterruptedException {
        Reply[] last = new Reply[1];
        assertThat(Eventually.comesTrue(Duration.ofSeconds(20), () -> {
                    last[0] = api.step(api.token(who), id, step, dossier(id).version(), body);
                    return last[0].status() != 412;
                }))
                .isTrue();
        return last[0];
    }

    static Reply dossier(String id) {
        return api.get(citizen(), "/api/v1/dossiers/" + id).is(200);
    }

    static List<JsonNode> moves(String id) {
        return api.get(citizen(), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("DEADLINE_RECOMPUTED"))
                .toList();
    }

    static int turned(LocalDate day) throws InterruptedException {
        return version(FAR, day);
    }

    static int version(LocalDate knownUntil, LocalDate turned) throws InterruptedException {
        int version = CalendarVersions.next(database, knownUntil, turned);
        assertThat(Eventually.comesTrue(Duration.ofSeconds(60), () -> CalendarVersions.isDone(database, version)))
                .isTrue();
        return version;
    }

    static String dayOff(LocalDate day) {
        return """
            {"source": "Công văn 1", "status": "OFFICIAL", "note": "Nghỉ", "days": [{"day": "%s", "kind": "OFF", "reason": "Nghỉ"}]}
            """.formatted(day);
    }

    static void command(Class<?> command, String... arguments) {
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

    static String of(String calendar) {
        return "/api/v1/calendars/" + calendar;
    }

    static String deadline(String id) {
        return "/api/v1/dossiers/" + id + "/deadline";
    }

    static int newest() {
        return api.get(operator(), of("VN")).is(200).version();
    }

    /** Enters a version, and returns when running dossiers were brought up to it. */
    static int enter(String calendar, String body) throws InterruptedException {
        int version = api.post(
                        operator(),
                        of(calendar) + "/versions",
                        body,
                        "If-Match",
                        "\"" + newest() + "\"",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .is(201)
                .version();
        assertThat(Eventually.comesTrue(Duration.ofSeconds(60), () -> CalendarVersions.isDone(database, version)))
                .isTrue();
        return version;
    }
}
