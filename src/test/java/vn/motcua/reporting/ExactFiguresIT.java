package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarVersions;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.faults.client.Eventually;
import vn.motcua.platform.json.CanonicalJson;
import vn.motcua.reporting.application.FigureQuery;
import vn.motcua.reporting.application.Figures;
import vn.motcua.reporting.application.LoggedFact;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/**
 * After any acts, by four at once, every figure is what a slow recount of the log says: in any period, by any grain, under
 * every definition, as known now and at any moment before. The seed is in the name of the test; {@code -Dseed=n} runs one.
 */
class ExactFiguresIT {

    private static final int ROUNDS = 25;
    private static final int ACTS = 4;
    private static final int QUESTIONS = 12;
    private static final LocalDate BEGINNING = LocalDate.of(2026, 8, 10);

    static Stream<Long> seeds() {
        return Optional.ofNullable(Long.getLong("seed"))
                .map(Stream::of)
                .orElseGet(() -> new Random().longs(2).boxed());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureIsWhatARecountOfTheLogSays(long seed) throws Exception {
        Random random = new Random(seed);
        DatabaseAddress database = TestDatabase.empty();
        try (RunningMotcua service =
                RunningMotcua.on(database, List.of(MovableClock.Config.class), "motcua.deadlines.settle=PT0S")) {
            MovableClock clock = service.bean(MovableClock.class);
            clock.moveTo(BEGINNING + "T08:00");
            RandomActs acts = new RandomActs(new Api(service.port()), random, clock::instant);
            Territory territory = service.bean(Territories.class).current().block();
            for (int round = 0; round < ROUNDS; round++) {
                for (int act = 0; act < ACTS; act++) {
                    acts.fourAtOnce();
                    pass(random, clock);
                }
                changeTheCalendar(database, random, clock);
                compare(
                        service.bean(Figures.class),
                        new RandomQuestions(random, territory, clock.instant(), log(database)));
            }
        }
    }

    /** Some day becomes a day off or is one no more, and the calendar ends two to six weeks from now. */
    private static void changeTheCalendar(DatabaseAddress database, Random random, MovableClock clock)
            throws InterruptedException {
        LocalDate today = Timeliness.dayOf(clock.instant());
        int version = CalendarVersions.next(
                database, today.plusDays(14 + random.nextInt(28)), today.plusDays(random.nextInt(30) - 10));
        assertThat(Eventually.comesTrue(Duration.ofSeconds(60), () -> CalendarVersions.isDone(database, version)))
                .isTrue();
    }

    private static void compare(Figures figures, RandomQuestions questions) {
        for (int question = 0; question < QUESTIONS; question++) {
            FigureQuery query = questions.next();
            Map<Integer, List<Movement>> answered = figures.ask(query).block().rows();
            Map<Integer, List<Recounted>> recounted = questions.recount(query);
            assertThat(answered.keySet()).as("%s", query).containsAll(recounted.keySet());
            answered.forEach((row, movements) -> agree(query, row, movements, recounted.get(row)));
        }
    }

    private static void agree(FigureQuery query, int row, List<Movement> movements, List<Recounted> recounted) {
        for (int span = 0; span < movements.size(); span++) {
            Movement movement = movements.get(span);
            for (Definition definition : Definition.values()) {
                assertThat(movement.classes(definition))
                        .as("row %d, span %d, %s of %s", row, span, definition, query)
                        .isEqualTo(
                                recounted == null
                                        ? Counts.NONE
                                        : recounted.get(span).classes(definition));
            }
            assertThat(movement.intake())
                    .as("row %d, span %d, intake of %s", row, span, query)
                    .isEqualTo(
                            recounted == null
                                    ? IntakeCounts.NONE
                                    : recounted.get(span).intake());
        }
    }

    /** Minutes, hours or days, and now and then to the edge of a day. */
    private static void pass(Random random, MovableClock clock) {
        Instant now = clock.instant();
        clock.moveTo(
                switch (random.nextInt(6)) {
                    case 0 -> local(now.plus(Duration.ofDays(1 + random.nextInt(5))));
                    case 1 -> Timeliness.dayOf(now) + "T23:59:59.999";
                    case 2 -> Timeliness.dayOf(now).plusDays(1) + "T00:00";
                    case 3 -> local(now.plus(Duration.ofMinutes(random.nextInt(600))));
                    default -> local(now.plusMillis(1 + random.nextInt(60_000)));
                });
    }

    private static String local(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toLocalDateTime().toString();
    }

    private static List<Fact> log(DatabaseAddress database) throws SQLException {
        try (var owner = database.owner();
                var events = owner.createStatement().executeQuery("""
                    SELECT * FROM dossier_event ORDER BY recorded_xid, dossier_id, sequence
                    """)) {
            List<Fact> log = new ArrayList<>();
            while (events.next()) {
                log.add(LoggedFact.of(event(events)));
            }
            return log;
        }
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        Map<String, Object> payload = CanonicalJson.read(row.getString("payload"));
        return new LoggedEvent(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getInt("sequence"),
                row.getString("type"),
                row.getInt("schema_version"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor_ref"),
                new Routing(
                        row.getInt("home_agency_id"),
                        row.getInt("receiving_unit"),
                        row.getInt("competent_agency_id"),
                        row.getInt("competent_unit"),
                        LoggedEvent.isSettled(payload)),
                payload);
    }
}
