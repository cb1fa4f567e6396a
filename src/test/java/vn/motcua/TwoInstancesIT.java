package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.Api.Reply;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;
import vn.motcua.platform.db.ReferenceVersions;

/** Two instances on one database behave as one. */
class TwoInstancesIT {

    private static final List<String> LEASES =
            List.of("answers-sweep", "deadline-warnings", "deadlines-recompute", "figures-fold", "log-positions");
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static DatabaseAddress database;

    private static RunningMotcua first;
    private static RunningMotcua second;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        first = RunningMotcua.on(database);
        second = RunningMotcua.on(database);
    }

    @AfterAll
    static void stops() {
        first.close();
        second.close();
    }

    @Test
    void eachLeaseIsHeldByOneInstanceAndShownThere() throws Exception {
        assertThat(Eventually.comesTrue(
                        BOUND,
                        () -> LEASES.stream().allMatch(lease -> holds(first, lease) + holds(second, lease) == 1)))
                .isTrue();
        assertThat(rows("SELECT name FROM lease WHERE holder IS NOT NULL ORDER BY name"))
                .isEqualTo(LEASES);
    }

    @Test
    void aHolderThatFellSilentIsFollowedWithinFiveSeconds() throws Exception {
        double before = takeOvers("silent");
        run("UPDATE lease SET holder = '" + UUID.randomUUID() + "', token = token + 1");
        String tokens = tokens();
        assertThat(Eventually.comesTrue(BOUND, () -> takeOvers("silent") == before + LEASES.size()))
                .isTrue();
        assertThat(tokens()).isNotEqualTo(tokens);
        eachLeaseIsHeldByOneInstanceAndShownThere();
    }

    /** Instances of one process share the threads of their web servers, which end with the first of them. */
    @Test
    void anInstanceThatEndsLeavesItsLeasesToTheOtherWithoutAPause() throws Exception {
        eachLeaseIsHeldByOneInstanceAndShownThere();
        double silent = counted(second, "silent");
        double free = counted(second, "free");
        long held = LEASES.stream().filter(lease -> holds(first, lease) == 1).count();
        first.close();
        try {
            assertThat(Eventually.comesTrue(BOUND, () -> LEASES.stream().allMatch(lease -> holds(second, lease) == 1)))
                    .isTrue();
            assertThat(counted(second, "free")).isEqualTo(free + held);
            assertThat(counted(second, "silent")).isEqualTo(silent);
        } finally {
            second.close();
            first = RunningMotcua.on(database);
            second = RunningMotcua.on(database);
        }
    }

    @Test
    void everyEventOfBothIsNumberedAndFolded() throws Exception {
        var here = new Api(first.port());
        var there = new Api(second.port());
        List<String> filed = new ArrayList<>();
        for (Api instance : List.of(here, there, here, there)) {
            Api other = instance.equals(here) ? there : here;
            String id = instance.file(instance.token("citizen"), instance.filing("18073"))
                    .is(201)
                    .string("id");
            other.step(instance.token("clerk&unit=18073"), id, "acceptance", 1, "{}")
                    .is(200);
            filed.add(id);
        }
        assertThat(Eventually.comesTrue(
                        BOUND,
                        () -> rows("""
                            SELECT e.dossier_id FROM dossier_event e
                              LEFT JOIN log_position p ON p.dossier_id = e.dossier_id AND p.sequence = e.sequence
                             WHERE p.position IS NULL
                            """).isEmpty()
                                && rows("SELECT id FROM figure_delta").isEmpty()))
                .isTrue();
        assertThat(rows("SELECT position FROM log_position ORDER BY position"))
                .isEqualTo(Stream.iterate(1, position -> position + 1)
                        .limit(rows("SELECT id FROM dossier_event").size())
                        .map(String::valueOf)
                        .toList());
        assertThat(rows("SELECT DISTINCT dossier_id FROM log_position")).containsAll(filed);
    }

    @Test
    void referenceDataChangedThroughOneAreSeenThereAtOnceAndSoonByTheOther() throws Exception {
        assertThat(Stream.of(first, second).map(TwoInstancesIT::due)).containsOnly("2026-12-02T17:00:00+07:00");
        run("""
            WITH moved AS (
                UPDATE reference_version SET version = version + 1 WHERE capability = 'calendar' RETURNING version
            )
            INSERT INTO calendar_day (version, day, kind, reason, source, status)
            SELECT 1, '2026-12-02', 'off', 'Ngày thử', 'test', 'official' FROM moved
            """);
        first.bean(ReferenceVersions.class).look().block();
        assertThat(due(first)).isEqualTo("2026-12-03T17:00:00+07:00");
        assertThat(Eventually.comesTrue(BOUND, () -> due(second).equals("2026-12-03T17:00:00+07:00")))
                .isTrue();
    }

    private static String due(RunningMotcua instance) {
        var api = new Api(instance.port());
        Reply reply = api.post(api.token("citizen"), "/api/v1/deadline-calculations", """
            {"receivedAt": "2026-12-01T09:00:00+07:00", "term": {"value": 1, "unit": "WORKING_DAY"}}
            """);
        return reply.is(200).string("dueAt");
    }

    private static int holds(RunningMotcua instance, String lease) {
        return (int) instance.bean(MeterRegistry.class)
                .get("motcua.lease.held")
                .tag("lease", lease)
                .gauge()
                .value();
    }

    private static double takeOvers(String from) {
        return counted(first, from) + counted(second, from);
    }

    private static double counted(RunningMotcua instance, String from) {
        return instance.bean(MeterRegistry.class).find("motcua.lease.takeovers").tag("from", from).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static String tokens() throws SQLException {
        return String.join(" ", rows("SELECT token FROM lease ORDER BY name"));
    }

    private static void run(String statement) throws SQLException {
        try (var owner = database.owner()) {
            owner.createStatement().execute(statement);
        }
    }

    private static List<String> rows(String query) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
