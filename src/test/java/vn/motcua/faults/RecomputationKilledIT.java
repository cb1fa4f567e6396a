package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.Api;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarVersions;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;

/** The instance that moves due moments is killed in the middle of it; the next one finishes, and nothing moves twice. */
class RecomputationKilledIT {

    private static final int DOSSIERS = 60;
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String MOVES = "SELECT count(*) FROM dossier_event WHERE type = 'DEADLINE_RECOMPUTED'";

    @TempDir
    Path folder;

    @Test
    void isFinishedByAnotherWithoutASecondEvent() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        int version;
        long before;
        try (MotcuaProcess slow = MotcuaProcess.on(
                database,
                folder.resolve("first.log"),
                "motcua.deadlines.page=1",
                "motcua.deadlines.moves-a-turn=1",
                "motcua.deadlines.recompute-every=PT0.2S")) {
            accept(new Api(slow.port()));
            version = CalendarVersions.next(database, CalendarVersions.knownUntil(database), dayOff(database));
            assertThat(Eventually.comesTrue(BOUND, () -> number(database, MOVES) >= 5))
                    .isTrue();
            slow.kill();
            before = number(database, MOVES);
        }
        assertThat(before).isBetween(5L, DOSSIERS - 5L);
        try (MotcuaProcess _ =
                MotcuaProcess.on(database, folder.resolve("second.log"), "motcua.deadlines.settle=PT0S")) {
            assertThat(Eventually.comesTrue(BOUND, () -> CalendarVersions.isDone(database, version)))
                    .isTrue();
            assertThat(number(database, MOVES)).isEqualTo(DOSSIERS);
            assertThat(number(
                            database,
                            "SELECT count(DISTINCT dossier_id) FROM dossier_event WHERE type = 'DEADLINE_RECOMPUTED'"))
                    .isEqualTo(DOSSIERS);
            assertThat(number(
                            database, "SELECT count(*) FROM dossier WHERE version = 3 AND due_at > first_promised_at"))
                    .isEqualTo(DOSSIERS);
            assertThat(number(database, "SELECT max(moved) FROM deadline_recomputation"))
                    .isEqualTo(DOSSIERS);
        }
    }

    private static void accept(Api api) {
        String clerk = api.token("clerk&unit=18073");
        for (int filing = 0; filing < DOSSIERS; filing++) {
            String id =
                    api.file(api.token("citizen"), api.filing("18073")).is(201).string("id");
            api.step(clerk, id, "acceptance", 1, "{}").is(200);
        }
    }

    /** A working day inside every term that begins today or on the next working day. */
    private static LocalDate dayOff(DatabaseAddress database) {
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), WorkingCalendar.ZONE);
        return CalendarVersions.ordinaryDaysAfter(database, today).get(2);
    }

    private static long number(DatabaseAddress database, String query) {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
