package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.AtOnce;
import vn.motcua.HandHeld;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dossier.application.LogPositions;
import vn.motcua.dossier.application.LogPositions.Reached;
import vn.motcua.platform.Lease;

/** Positions 1, 2, 3, ...: every committed event has one, in the order of transactions, however they end. */
class LogPositionsIT {

    private static final long SEED = Long.getLong("motcua.seed", System.nanoTime());
    private static final int WRITERS = 6;
    private static final int NUMBERERS = 3;
    private static final int ACTS = 60;

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static HandHeld held;

    private LogPositions positions;

    @BeforeAll
    static void startsWithTheLeaseInTheHandsOfTheTest() throws Exception {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        held = HandHeld.take(database, "log-positions");
    }

    @AfterAll
    static void stops() throws SQLException {
        held.close();
        service.close();
    }

    @BeforeEach
    void emptiesTheLog() throws SQLException {
        try (var owner = database.owner()) {
            owner.createStatement().execute("TRUNCATE dossier_event, log_position");
        }
        positions = service.bean(LogPositions.class);
    }

    @Test
    void anEmptyLogHasNoPosition() {
        assertThat(number()).isZero();
        assertThat(positions.last().block()).isEqualTo(new Reached(0, 0));
    }

    @Test
    void eventsAreNumberedInTheOrderOfTheirTransactionsHoweverTheyCommit() throws SQLException {
        try (var first = transaction();
                var second = transaction();
                var third = transaction()) {
            UUID one = log(first, 1);
            UUID two = log(second, 1);
            UUID three = log(third, 1);
            third.commit();
            second.commit();
            assertThat(number()).as("while an older transaction is open").isZero();
            assertThat(positions.last().block()).isEqualTo(new Reached(0, 2));
            first.commit();
            assertThat(number()).isEqualTo(3);
            assertThat(numbered()).containsExactly(one, two, three);
            assertThat(positions.last().block()).isEqualTo(new Reached(3, 0));
        }
    }

    @Test
    void whatWasTakenBackLeavesNoGap() throws SQLException {
        try (var kept = transaction();
                var undone = transaction();
                var later = transaction()) {
            UUID one = log(kept, 1);
            log(undone, 1);
            UUID two = log(later, 1);
            kept.commit();
            undone.rollback();
            later.commit();
            number();
            assertThat(numbered()).containsExactly(one, two);
        }
        isWhole(2);
    }

    @Test
    void aTransactionWithMoreEventsThanABatchIsNumberedToItsEnd() throws SQLException {
        try (var much = transaction()) {
            log(much, 2500);
            log(much, 2000);
            much.commit();
        }
        assertThat(number()).isEqualTo(2000);
        assertThat(number()).isEqualTo(2000);
        assertThat(number()).isEqualTo(500);
        assertThat(number()).isZero();
        isWhole(4500);
    }

    @Test
    void aHolderThatWasFollowedNumbersNothing() throws SQLException {
        Lease lease = held.lease();
        try (var writer = transaction()) {
            log(writer, 1);
            writer.commit();
        }
        var followed = new Lease(lease.name(), lease.holder(), lease.token() - 1);
        var another = new Lease(lease.name(), UUID.randomUUID(), lease.token());
        assertThat(positions.giveNext(followed).block()).isZero();
        assertThat(positions.giveNext(another).block()).isZero();
        isWhole(0, 1);
        assertThat(number()).isEqualTo(1);
    }

    /** The seed is that of what writers do; how they meet is the machine's. */
    @Test
    void nothingIsSkippedOrNumberedTwiceWhileManyWriteAndSeveralNumber() throws Exception {
        var writing = new AtomicInteger(WRITERS);
        var kept = new AtomicInteger();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new Random(SEED + writer);
            all.add(() -> {
                try (var own = transaction()) {
                    for (int act = 0; act < ACTS; act++) {
                        kept.addAndGet(write(own, random));
                    }
                }
                return writing.decrementAndGet();
            });
        }
        for (int numberer = 0; numberer < NUMBERERS; numberer++) {
            all.add(() -> {
                int given = 0;
                while (writing.get() > 0) {
                    given += positions.giveNext(held.lease()).onErrorReturn(0).block();
                }
                return given;
            });
        }
        int meanwhile =
                AtOnce.all(all).stream().skip(WRITERS).mapToInt(given -> given).sum();
        System.out.printf("RAN log-positions: seed=%d events=%d meanwhile=%d%n", SEED, kept.get(), meanwhile);
        assertThat(meanwhile).isPositive();
        while (number() > 0) {
            assertThat(writing).hasValue(0);
        }
        isWhole(kept.get());
    }

    /** As after a restored dump: the log is ahead of the cluster's transactions, and what follows sorts below it. */
    @Test
    void whatCannotBeNumberedIsCountedAllTheSame() throws SQLException {
        try (var restored = transaction();
                var later = transaction()) {
            UUID first = log(restored, 1);
            restored.createStatement()
                    .execute("UPDATE dossier_event SET recorded_xid = CAST(CAST(CAST(recorded_xid AS text) AS bigint) +"
                            + " 1000000 AS text)::xid8");
            restored.createStatement()
                    .execute(
                            "INSERT INTO log_position (position, dossier_id, sequence) VALUES (1, '" + first + "', 1)");
            restored.commit();
            assertThat(positions.last().block()).isEqualTo(new Reached(1, 0));
            log(later, 2);
            later.commit();
            assertThat(number()).isZero();
            assertThat(positions.last().block()).isEqualTo(new Reached(1, 2));
        }
    }

    private static int write(Connection own, Random random) throws SQLException {
        int events = 1 + random.nextInt(4);
        log(own, events);
        if (random.nextInt(5) == 0) {
            own.rollback();
            return 0;
        }
        own.commit();
        return events;
    }

    private int number() {
        return positions.giveNext(held.lease()).block();
    }

    private static void isWhole(long events) throws SQLException {
        isWhole(events, events);
    }

    private static void isWhole(long positions, long events) throws SQLException {
        assertThat(rows("SELECT count(*) FROM dossier_event", Long.class)).containsExactly(events);
        assertThat(rows("SELECT coalesce(max(position), 0) FROM log_position", Long.class))
                .containsExactly(positions);
        assertThat(rows("""
            SELECT count(*) FROM (
                SELECT p.position, row_number() OVER (ORDER BY e.recorded_xid, e.dossier_id, e.sequence) AS expected
                  FROM dossier_event e
                  JOIN log_position p ON p.dossier_id = e.dossier_id AND p.sequence = e.sequence) AS numbered
             WHERE position = expected
            """, Long.class)).containsExactly(positions);
    }

    private static List<UUID> numbered() throws SQLException {
        return rows("SELECT dossier_id FROM log_position ORDER BY position", UUID.class);
    }

    private static <T> List<T> rows(String query, Class<T> type) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getObject(1, type));
            }
            return found;
        }
    }

    private static Connection transaction() throws SQLException {
        Connection owner = database.owner();
        owner.setAutoCommit(false);
        return owner;
    }

    /** So many events of a new dossier. */
    private static UUID log(Connection transaction, int events) throws SQLException {
        UUID dossier = UUID.randomUUID();
        try (var insert = transaction.prepareStatement("""
            INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                       actor_kind, actor_ref, home_agency_id, receiving_unit, competent_agency_id,
                                       competent_unit, payload, digest)
            SELECT gen_random_uuid(), ?, n, 'FILED', 1, '2026-03-02T02:00:00Z', '2026-03-02T02:00:00Z', 'CITIZEN', 'x',
                   1, 1, 1, 1, '{}', sha256('x')
              FROM generate_series(1, ?) AS n
            """)) {
            insert.setObject(1, dossier);
            insert.setInt(2, events);
            insert.executeUpdate();
        }
        return dossier;
    }
}
