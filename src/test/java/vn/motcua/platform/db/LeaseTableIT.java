package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.AtOnce;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;
import vn.motcua.platform.db.LeaseTable.Seen;

/** Who holds a lease is decided by the database alone. */
class LeaseTableIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String FOLD = "figures-fold";

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static LeaseTable table;

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    /** The instance itself takes no part. */
    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        table = service.bean(LeaseTable.class);
        var quiet = new CompletableFuture<Void>();
        service.bean(HeldLeases.class).stop(() -> quiet.complete(null));
        quiet.join();
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @BeforeEach
    void nobodyHoldsAnything() throws SQLException {
        try (var owner = database.owner()) {
            owner.createStatement().execute("UPDATE lease SET holder = NULL");
        }
    }

    @Test
    void ofManyWhoSawItFreeOneGetsIt() throws Exception {
        Seen free = fold(one);
        Callable<List<Long>> taking =
                () -> table.takeOver(free, UUID.randomUUID()).block();
        assertThat(AtOnce.all(Collections.nCopies(20, taking)).stream().flatMap(List::stream))
                .containsExactly(free.token() + 1);
    }

    @Test
    void whoMovedItsBeatIsNotFollowed() {
        table.takeOver(fold(one), one).block();
        Seen seen = fold(two);
        assertThat(seen.mine()).isFalse();
        assertThat(seen.holder()).contains(one);
        assertThat(fold(one).mine()).isTrue();
        assertThat(table.takeOver(seen, two).block()).isEmpty();
        assertThat(table.takeOver(fold(two), two).block()).containsExactly(seen.token() + 1);
        assertThat(fold(one).mine()).isFalse();
    }

    @Test
    void whatIsGivenBackIsFreeAndKeepsItsToken() {
        long token = table.takeOver(fold(one), one).block().getFirst();
        assertThat(table.giveBack(two).block()).isEmpty();
        assertThat(table.giveBack(one).block()).containsExactly(FOLD);
        assertThat(fold(one).holder()).isEmpty();
        assertThat(fold(one).token()).isEqualTo(token);
    }

    @Test
    void aTakeOverWaitsUntilWhatTheHolderWritesIsCommittedAndTheBeatDoesNot() throws Exception {
        long token = table.takeOver(fold(one), one).block().getFirst();
        CompletableFuture<List<Long>> takingOver;
        try (Connection writing = database.owner()) {
            writing.setAutoCommit(false);
            writing.createStatement()
                    .execute("INSERT INTO figure_delta (province, unit_version, agency_id, procedure_version_id,"
                            + " channel, axis, day, received) VALUES (1, 1, 1, 1, 1, 0, '2026-03-02', 1)");
            try (var folding = writing.prepareStatement("SELECT fold_figures(?, ?, 10)")) {
                folding.setObject(1, one);
                folding.setLong(2, token);
                folding.execute();
            }
            assertThat(fold(one).mine()).isTrue();
            takingOver = table.takeOver(fold(two), two).toFuture();
            assertThat(Eventually.comesTrue(BOUND, LeaseTableIT::somebodyWaits)).isTrue();
            assertThat(takingOver).isNotDone();
            writing.commit();
        }
        assertThat(takingOver.join()).containsExactly(token + 1);
    }

    private static boolean somebodyWaits() throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            return rows.next() && rows.getInt(1) > 0;
        }
    }

    private static Seen fold(UUID instance) {
        return table.beat(instance).block().stream()
                .filter(seen -> seen.name().equals(FOLD))
                .findFirst()
                .orElseThrow();
    }
}
