package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.Api;
import vn.motcua.HandHeld;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarVersions;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;

/** Whoever decides by the calendar before, and commits whenever, is found: nobody waits for them, and the log knows them. */
class LateAcceptanceIT {

    private static final String UNIT = "18073";
    private static final LocalDate FAR = LocalDate.of(2026, 12, 31);
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static MovableClock clock;
    private static Api api;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        service = RunningMotcua.on(
                database,
                List.of(MovableClock.Config.class),
                "motcua.deadlines.settle=PT0S",
                "motcua.database.lock-timeout=40s",
                "motcua.database.statement-timeout=45s",
                "motcua.database.patience=50s");
        clock = service.bean(MovableClock.class);
        api = new Api(service.port());
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @Test
    void anAcceptanceThatWaitedThroughAWholeRecomputationIsMovedByItAfterwards() throws Exception {
        clock.moveTo("2026-03-02T08:00");
        String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        CompletableFuture<Void> acceptance;
        try (var owner = database.owner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("SELECT FROM dossier WHERE id = '" + id + "' FOR UPDATE");
            acceptance = CompletableFuture.runAsync(() -> accept(id));
            assertThat(Eventually.comesTrue(BOUND, LateAcceptanceIT::somebodyWaits))
                    .isTrue();

            int version = CalendarVersions.next(database, FAR, LocalDate.of(2026, 3, 5));
            assertThat(Eventually.comesTrue(BOUND, () -> CalendarVersions.isDone(database, version)))
                    .isTrue();
            owner.rollback();
        }
        acceptance.join();

        assertThat(Eventually.comesTrue(BOUND, () -> due(id).equals("2026-03-12T17:00:00+07:00")))
                .isTrue();
        assertThat(api.get(api.token("citizen"), "/api/v1/dossiers/" + id)
                        .is(200)
                        .string("firstPromisedAt"))
                .isEqualTo("2026-03-11T17:00:00+07:00");
    }

    @Test
    void aRunDoesNotEndWhileAnEventFromBeforeWaitsForItsPosition() throws Exception {
        clock.moveTo("2026-04-06T08:00");
        int version;
        try (var _ = HandHeld.take(database, "log-positions")) {
            String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
            accept(id);
            version = CalendarVersions.next(database, FAR, LocalDate.of(2026, 4, 9));
            assertThat(Eventually.comesTrue(BOUND, () -> due(id).equals("2026-04-16T17:00:00+07:00")))
                    .isTrue();
            assertThat(CalendarVersions.isDone(database, version)).isFalse();
        }
        assertThat(Eventually.comesTrue(BOUND, () -> CalendarVersions.isDone(database, version)))
                .isTrue();
    }

    private static void accept(String id) {
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}").is(200);
    }

    private static String due(String id) {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id).is(200).string("dueAt");
    }

    private static boolean somebodyWaits() {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery("SELECT FROM pg_locks WHERE NOT granted")) {
            return rows.next();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
