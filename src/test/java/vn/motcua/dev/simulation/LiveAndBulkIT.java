package vn.motcua.dev.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.References;
import vn.motcua.platform.db.Foreground;

/** What is loaded in bulk is what the commands would have written: the same plan, once over HTTP and once in memory. */
class LiveAndBulkIT {

    private static final int SEED = 7;
    private static final int DOSSIERS = 120;
    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    private static final LocalDate TO = LocalDate.of(2026, 3, 20);

    private static DatabaseAddress live;
    private static DatabaseAddress bulk;

    @BeforeAll
    static void livesBothThrough() throws Exception {
        live = TestDatabase.empty();
        try (var service = RunningMotcua.on(live, List.of(MovableClock.Config.class), TestDatabase.NO_WARNINGS)) {
            MovableClock clock = service.bean(MovableClock.class);
            Reference known = Foreground.run(service.bean(References.class).current());
            var http = new ServiceOverHttp("http://localhost:" + service.port());
            Live.Outcome outcome = new Live(
                            new Plan(known, SEED, DOSSIERS, FROM, TO), http, moment -> move(clock, moment))
                    .run("test", Duration.ofMinutes(5));
            assertThat(outcome.refused()).isZero();
            assertThat(outcome.left()).isZero();
            assertThat(outcome.filed()).isEqualTo(DOSSIERS);
        }
        bulk = TestDatabase.empty();
        try (var service = RunningMotcua.on(bulk)) {
            service.bean(BulkCommand.class).bulk().load(SEED, DOSSIERS, FROM, TO);
        }
    }

    private static void move(MovableClock clock, Instant moment) {
        clock.moveTo(WorkingCalendar.local(moment).toString());
    }

    @Test
    void theLogsAreEqual() throws SQLException {
        assertThat(Logs.events(bulk)).containsExactlyElementsOf(Logs.events(live));
    }

    @Test
    void theDossiersStandEqual() throws SQLException {
        assertThat(Logs.dossiers(bulk)).containsExactlyElementsOf(Logs.dossiers(live));
    }

    @Test
    void theNumbersOfEachDayAreEqual() throws SQLException {
        assertThat(Logs.numbers(bulk)).isNotEmpty().containsExactlyElementsOf(Logs.numbers(live));
    }

    @Test
    void everyKindOfStepOccurs() throws SQLException {
        assertThat(Logs.texts(bulk, "SELECT DISTINCT type FROM dossier_event"))
                .contains("FILED", "ACCEPTED", "REFUSED", "HANDED_OVER", "COMPLETED", "RETURNED");
    }
}
