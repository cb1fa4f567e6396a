package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarVersions;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;

/** Two instances that sweep and recompute by themselves, under their leases, while the calendar changes below their warnings. */
class WarningsMovedIT {

    private static final String UNIT = "18073";
    private static final LocalDate FAR = LocalDate.of(2026, 12, 31);
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static DatabaseAddress database;
    private static RunningMotcua first;
    private static RunningMotcua second;
    private static MovableClock clock;
    private static Api api;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        first = instance();
        second = instance();
        clock = first.bean(MovableClock.class);
        api = new Api(second.port());
    }

    private static RunningMotcua instance() {
        return RunningMotcua.on(
                database,
                List.of(MovableClock.Config.class),
                "motcua.warnings.sweep-every=PT0.2S",
                "motcua.deadlines.settle=PT0S");
    }

    @AfterAll
    static void ends() {
        first.close();
        second.close();
    }

    @Test
    void aPointThatANewCalendarPutsBehindUsIsGivenAtOnceThoughTheDueMomentStays() throws Exception {
        String id = accepted("2026-03-02T08:00");
        passes(id, "2026-03-06T09:00", "PERCENT_50 11");
        clock.moveTo("2026-03-09T12:00");

        version(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 10));

        assertThat(dueAt(id)).isEqualTo("2026-03-11T17:00:00+07:00");
        warned(id, "PERCENT_50 11", "PERCENT_80 11");
        passes(id, "2026-03-09T17:00", "PERCENT_50 11", "PERCENT_80 11", "WORKING_DAYS_BEFORE_1 11");
        passes(id, "2026-03-20T08:00", "PERCENT_50 11", "PERCENT_80 11", "WORKING_DAYS_BEFORE_1 11");
    }

    @Test
    void anEarlierDueMomentWarnsAtOnceOfWhatLiesBehindAndNotOfWhatWasSaid() throws Exception {
        String id = accepted("2026-06-01T08:00");
        passes(id, "2026-06-05T09:00", "PERCENT_50 10");
        clock.moveTo("2026-06-08T12:00");

        version(LocalDate.of(2026, 6, 6));

        assertThat(dueAt(id)).isEqualTo("2026-06-09T17:00:00+07:00");
        warned(id, "PERCENT_50 10", "PERCENT_80 09");
        passes(id, "2026-06-20T08:00", "PERCENT_50 10", "PERCENT_80 09", "WORKING_DAYS_BEFORE_1 09");
    }

    @Test
    void aLaterDueMomentWarnsAgainOfWhatIsToCome() throws Exception {
        String id = accepted("2026-07-06T08:00");
        passes(id, "2026-07-14T12:00", "PERCENT_50 15", "PERCENT_80 15");

        version(LocalDate.of(2026, 7, 10));

        assertThat(dueAt(id)).isEqualTo("2026-07-16T17:00:00+07:00");
        passes(id, "2026-07-15T17:00", "PERCENT_50 15", "PERCENT_80 15", "PERCENT_80 16", "WORKING_DAYS_BEFORE_1 16");
    }

    private static String accepted(String moment) {
        clock.moveTo(moment);
        String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}").is(200);
        return id;
    }

    private static void version(LocalDate... turned) throws InterruptedException {
        int version = CalendarVersions.next(database, FAR, turned);
        assertThat(Eventually.comesTrue(BOUND, () -> CalendarVersions.isDone(database, version)))
                .isTrue();
    }

    /** Time comes to a moment, and by then it was warned of these. */
    private static void passes(String id, String moment, String... expected) throws InterruptedException {
        clock.moveTo(moment);
        warned(id, expected);
    }

    private static void warned(String id, String... expected) throws InterruptedException {
        Eventually.comesTrue(BOUND, () -> warnings(id).size() >= expected.length && isQuiet(id));
        assertThat(warnings(id)).containsExactly(expected);
    }

    /** Nothing that is due by now waits for a sweep. */
    private static boolean isQuiet(String id) {
        try (var owner = database.owner();
                var asked = owner.prepareStatement(
                        "SELECT FROM dossier WHERE id = CAST(? AS uuid) AND next_warning_at <= CAST(? AS"
                                + " timestamptz)")) {
            asked.setString(1, id);
            asked.setString(2, clock.instant().toString());
            return !asked.executeQuery().next();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String dueAt(String id) {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id).is(200).string("dueAt");
    }

    /** Points with the day of the month that it was due on. */
    private static List<String> warnings(String id) {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("DEADLINE_WARNED"))
                .map(event -> event.path("payload"))
                .map(WarningsMovedIT::told)
                .toList();
    }

    private static String told(JsonNode payload) {
        return payload.path("point").asString() + " "
                + payload.path("dueAt").asString().substring(8, 10);
    }
}
