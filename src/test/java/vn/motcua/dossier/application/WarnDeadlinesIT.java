package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.AtOnce;
import vn.motcua.HandHeld;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.platform.Lease;

/** Two instances that sweep only when a test says so, on a database of their own. Seven working days from 2026-03-02. */
class WarnDeadlinesIT {

    private static final String NEVER = "motcua.warnings.sweep-every=P1D";
    private static final String UNIT = "18073";
    private static final List<String> WHOLE_WAY = List.of(
            "INTAKE_ALERT DUE",
            "INTAKE_ANSWER PERCENT_50",
            "INTAKE_ANSWER PERCENT_80",
            "PROCESSING PERCENT_50",
            "PROCESSING PERCENT_80",
            "PROCESSING WORKING_DAYS_BEFORE_1");

    private static DatabaseAddress database;
    private static RunningMotcua first;
    private static RunningMotcua second;
    private static MovableClock clock;
    private static Api api;

    private HandHeld held;
    private String id;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        first = RunningMotcua.on(database, List.of(MovableClock.Config.class), NEVER);
        second = RunningMotcua.on(database, List.of(MovableClock.Config.class), NEVER);
        clock = first.bean(MovableClock.class);
        api = new Api(first.port());
    }

    @AfterAll
    static void ends() {
        first.close();
        second.close();
    }

    @BeforeEach
    void filesOnAMonday() throws SQLException {
        held = HandHeld.take(database, "deadline-warnings");
        clock.moveTo("2026-03-02T09:00");
        id = file();
    }

    @AfterEach
    void givesTheLeaseBack() throws SQLException {
        held.close();
    }

    @Test
    void everyPointOfItsWayIsWarnedOfOnceAndNothingElseChanges() throws Exception {
        JsonNode before = intakeRates();
        List<String> ways = new ArrayList<>();
        for (String moment : List.of(
                "2026-03-02T10:59:59",
                "2026-03-02T11:00",
                "2026-03-02T15:00",
                "2026-03-03T07:23",
                "2026-03-03T07:24")) {
            clock.moveTo(moment);
            sweep(first);
            ways.add(moment.substring(8) + " " + warnings().size());
        }
        assertThat(ways).containsExactly("02T10:59:59 0", "02T11:00 1", "02T15:00 2", "03T07:23 2", "03T07:24 3");
        clock.moveTo("2026-03-02T09:00");
        assertThat(intakeRates()).isEqualTo(before);
        clock.moveTo("2026-03-03T08:00");
        api.step(clerk(), id, "acceptance", 4, "{}").is(200);
        for (String moment : List.of("2026-03-06T17:00", "2026-03-11T16:59", "2026-03-12T17:00", "2026-03-20T09:00")) {
            clock.moveTo(moment);
            sweep(first);
            sweep(first);
        }
        assertThat(warnings()).isEqualTo(WHOLE_WAY);
        assertThat(events())
                .extracting(event -> event.path("sequence").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void whatTwoInstancesSweepAtOnceIsWarnedOfOnce() throws Exception {
        List<String> all = new ArrayList<>(List.of(id));
        for (int more = 0; more < 30; more++) {
            all.add(file());
        }
        clock.moveTo("2026-03-03T08:00");
        List<Callable<Boolean>> sweeps = new ArrayList<>(Collections.nCopies(4, () -> sweep(first)));
        sweeps.addAll(Collections.nCopies(4, () -> sweep(second)));
        AtOnce.all(sweeps);
        sweep(first);
        for (String one : all) {
            id = one;
            assertThat(warnings()).isEqualTo(WHOLE_WAY.subList(0, 3));
        }
    }

    @Test
    void anInstanceThatStandsStillBetweenReadingAndWritingWritesNothing() throws Exception {
        clock.moveTo("2026-03-02T11:00");
        String takenOver = "UPDATE lease SET token = token + 1 WHERE name = 'deadline-warnings' RETURNING token";
        sweeping(
                        first,
                        held.lease(),
                        dossiers -> overtaken(dossiers, () -> !query(takenOver).isEmpty()))
                .warn()
                .block();
        assertThat(warnings()).isEmpty();
        held.close();
        held = HandHeld.take(database, "deadline-warnings");
        sweep(first);
        assertThat(warnings()).containsExactly("INTAKE_ALERT DUE");
    }

    @Test
    void anActAtTheSameMomentIsNeitherLostNorDoubled() throws Exception {
        clock.moveTo("2026-03-02T11:00");
        sweeping(
                        first,
                        held.lease(),
                        dossiers -> overtaken(dossiers, () -> {
                            api.step(clerk(), id, "acceptance", 1, "{}").is(200);
                            return true;
                        }))
                .warn()
                .block();
        sweep(first);
        assertThat(warnings()).isEmpty();
        clock.moveTo("2026-03-06T17:00");
        sweep(first);
        assertThat(warnings()).containsExactly("PROCESSING PERCENT_50");
        api.step(clerk(), id, "hand-over", 2, "{}").is(412);
        api.step(clerk(), id, "hand-over", 3, "{}").is(200);
        sweep(first);
        assertThat(warnings()).containsExactly("PROCESSING PERCENT_50");
    }

    @Test
    void anActBetweenAPointAndItsWarningDoesNotLoseIt() throws Exception {
        api.step(clerk(), id, "acceptance", 1, "{}").is(200);
        clock.moveTo("2026-03-06T17:00");
        api.step(clerk(), id, "hand-over", 2, "{}").is(200);
        sweep(first);
        assertThat(warnings()).containsExactly("PROCESSING PERCENT_50");
    }

    @Test
    void whatEndedWarnsNoMore() throws Exception {
        api.step(clerk(), id, "refusal", 1, "{\"reason\": \"thiếu giấy tờ\"}").is(200);
        clock.moveTo("2026-03-20T09:00");
        sweep(first);
        assertThat(warnings()).isEmpty();
        assertThat(query("SELECT next_warning_at FROM dossier WHERE id = '" + id + "'"))
                .containsOnlyNulls();
    }

    @Test
    void whatIsOlderThanTheWarningsIsWarnedOfWhatIsToCome() throws Exception {
        api.step(clerk(), id, "acceptance", 1, "{}").is(200);
        query("UPDATE dossier SET next_warning_at = '1970-01-01 00:00:00+00' WHERE id = '" + id + "' RETURNING 1");
        clock.moveTo("2026-03-09T09:00");
        sweep(first);
        assertThat(warnings()).isEmpty();
        clock.moveTo("2026-03-10T15:00");
        sweep(first);
        assertThat(warnings()).containsExactly("PROCESSING PERCENT_80");
    }

    @Test
    void aWarningSaysWhichClockAndNobodysName() {
        clock.moveTo("2026-03-02T11:30");
        sweep(first);
        JsonNode event = events().getLast();
        assertThat(event.path("actorKind").asString()).isEqualTo("SYSTEM");
        assertThat(event.path("payload").propertyStream())
                .extracting(Map.Entry::getKey, member -> member.getValue().asString())
                .containsExactlyInAnyOrder(
                        tuple("clock", "INTAKE_ALERT"),
                        tuple("dueAt", "2026-03-02T04:00:00Z"),
                        tuple("point", "DUE"),
                        tuple("pointAt", "2026-03-02T04:00:00Z"));
        assertThat(event.path("occurredAt").asString()).startsWith("2026-03-02T11:30");
    }

    private String file() {
        return api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
    }

    private static String clerk() {
        return api.token("clerk&unit=" + UNIT);
    }

    private boolean sweep(RunningMotcua instance) {
        sweeping(instance, held.lease(), dossiers -> dossiers).warn().block();
        return true;
    }

    private static WarnDeadlines sweeping(
            RunningMotcua instance, Lease lease, UnaryOperator<DossierWarnings> dossiers) {
        return new WarnDeadlines(
                (name, work) -> work.apply(lease).then(),
                dossiers.apply(instance.bean(DossierWarnings.class)),
                instance.bean(Recomputations.class),
                instance.bean(KnownStates.class),
                instance.bean(WarningPlan.class),
                instance.bean(EventLog.class),
                instance.bean(FailedDossiers.class),
                clock);
    }

    /** Something happens between the first reading and its writing. */
    private static DossierWarnings overtaken(DossierWarnings dossiers, Callable<Boolean> what) {
        AtomicBoolean done = new AtomicBoolean();
        return new DossierWarnings() {
            @Override
            public Mono<List<Waiting>> due(Instant moment) {
                return dossiers.due(moment);
            }

            @Override
            public Mono<Integer> give(List<Warned> warned, Lease lease) {
                return Mono.fromCallable(() -> done.getAndSet(true) || what.call())
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(dossiers.give(warned, lease));
            }
        };
    }

    private List<String> warnings() {
        return events().stream()
                .filter(event -> event.path("type").asString().equals("DEADLINE_WARNED"))
                .map(event -> event.path("payload"))
                .map(told ->
                        told.path("clock").asString() + " " + told.path("point").asString())
                .toList();
    }

    private List<JsonNode> events() {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode intakeRates() {
        return api.get(
                        api.token("auditor"),
                        "/api/v1/intake-rates?level=COMMUNE&unit=18073&from=2026-03-02&to=2026-03-02")
                .is(200)
                .body()
                .path("total");
    }

    private static List<Object> query(String text) throws SQLException {
        try (Connection owner = database.owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            List<Object> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
            return values;
        }
    }
}
