package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.reporting.application.FigureQuery;
import vn.motcua.reporting.application.Figures;
import vn.motcua.reporting.application.LoggedFact;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/**
 * After any acts, by four at once, every figure is what a slow recount of the log says: in any period, by any grain, under
 * every definition, as known now and at any moment before. The seed is in the name of the test; {@code -Dseed=n} runs one.
 */
@MovableClockIT
class ExactFiguresIT {

    private static final int ROUNDS = 25;
    private static final int ACTS = 4;
    private static final int QUESTIONS = 12;
    private static final LocalDate BEGINNING = LocalDate.of(2026, 8, 10);

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    Figures figures;

    @Autowired
    Territories territories;

    static Stream<Long> seeds() {
        return Optional.ofNullable(Long.getLong("seed"))
                .map(Stream::of)
                .orElseGet(() -> new Random().longs(2).boxed());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureIsWhatARecountOfTheLogSays(long seed) throws Exception {
        Random random = new Random(seed);
        Territory territory = territories.current().block();
        RandomActs acts = new RandomActs(new Api(port), random);
        clock.moveTo(BEGINNING + "T08:00");
        for (int round = 0; round < ROUNDS; round++) {
            for (int act = 0; act < ACTS; act++) {
                acts.fourAtOnce();
                pass(random);
            }
            List<Fact> log = log();
            RandomQuestions questions = new RandomQuestions(random, territory, clock.instant(), log);
            for (int question = 0; question < QUESTIONS; question++) {
                FigureQuery query = questions.next();
                Map<Integer, List<Movement>> answered = figures.ask(query).block().rows();
                Map<Integer, List<Recounted>> recounted = questions.recount(query);
                assertThat(answered.keySet()).as("%s", query).containsAll(recounted.keySet());
                answered.forEach((row, movements) -> agree(query, row, movements, recounted.get(row)));
            }
        }
    }

    private static void agree(FigureQuery query, int row, List<Movement> movements, List<Recounted> recounted) {
        for (int span = 0; span < movements.size(); span++) {
            Movement movement = movements.get(span);
            for (Definition definition : Definition.values()) {
                assertThat(movement.classes(definition))
                        .as("row %d, span %d, %s of %s", row, span, definition, query)
                        .isEqualTo(recounted == null ? Counts.NONE : recounted.get(span).classes(definition));
            }
            assertThat(movement.intake())
                    .as("row %d, span %d, intake of %s", row, span, query)
                    .isEqualTo(recounted == null ? IntakeCounts.NONE : recounted.get(span).intake());
        }
    }

    /** Minutes, hours or days, and now and then to the edge of a day. */
    private void pass(Random random) {
        Instant now = clock.instant();
        String next =
                switch (random.nextInt(6)) {
                    case 0 -> local(now.plus(Duration.ofDays(1 + random.nextInt(5))));
                    case 1 -> Course.day(now) + "T23:59:59.999";
                    case 2 -> Course.day(now).plusDays(1) + "T00:00";
                    case 3 -> local(now.plus(Duration.ofMinutes(random.nextInt(600))));
                    default -> local(now.plusMillis(1 + random.nextInt(60_000)));
                };
        clock.moveTo(next);
    }

    private static String local(Instant moment) {
        return moment.atZone(vn.motcua.calendar.WorkingCalendar.ZONE).toLocalDateTime().toString();
    }

    @SuppressWarnings("unchecked")
    static List<Fact> log() {
        return Owner.rows("""
            SELECT e.* FROM dossier_event e ORDER BY e.recorded_xid, e.dossier_id, e.sequence
            """).stream()
                .map(row -> {
                    Map<String, Object> payload =
                            JsonMapper.shared().readValue((String) row.get("payload"), Map.class);
                    return LoggedFact.of(new LoggedEvent(
                            (UUID) row.get("id"),
                            (UUID) row.get("dossier_id"),
                            (Integer) row.get("sequence"),
                            (String) row.get("type"),
                            (Integer) row.get("schema_version"),
                            ((Timestamp) row.get("occurred_at")).toInstant(),
                            ((Timestamp) row.get("recorded_at")).toInstant(),
                            (String) row.get("actor_kind"),
                            (String) row.get("actor_ref"),
                            new Routing(
                                    (Integer) row.get("home_agency_id"),
                                    (Integer) row.get("receiving_unit"),
                                    (Integer) row.get("competent_agency_id"),
                                    (Integer) row.get("competent_unit"),
                                    LoggedEvent.isSettled(payload)),
                            payload));
                })
                .toList();
    }
}
