package vn.motcua;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.platform.Lease;

/** A lease that the test itself holds, as an instance would: taken from whoever had it, its beat moved until the end. */
public final class HandHeld implements AutoCloseable {

    private static final long PACE_MILLIS = 200;

    private final DatabaseAddress database;
    private final Lease lease;
    private final ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor();

    private HandHeld(DatabaseAddress database, Lease lease) {
        this.database = database;
        this.lease = lease;
    }

    public static HandHeld take(DatabaseAddress database, String name) throws SQLException {
        UUID holder = UUID.randomUUID();
        long token = update(
                database,
                "UPDATE lease SET holder = ?, token = token + 1, beat = beat + 1 WHERE name = ? RETURNING token",
                holder,
                name);
        var held = new HandHeld(database, new Lease(name, holder, token));
        held.beating.scheduleAtFixedRate(held::beat, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
        return held;
    }

    public Lease lease() {
        return lease;
    }

    private void beat() {
        try {
            update(
                    database,
                    "UPDATE lease SET beat = beat + 1 WHERE holder = ? AND name = ? RETURNING token",
                    lease.holder(),
                    lease.name());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long update(DatabaseAddress database, String statement, Object... values) throws SQLException {
        try (Connection owner = database.owner();
                PreparedStatement prepared = owner.prepareStatement(statement)) {
            for (int at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            try (ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Stops beating and gives it back. */
    @Override
    public void close() throws SQLException {
        beating.close();
        update(
                database,
                "UPDATE lease SET holder = NULL WHERE holder = ? AND name = ? RETURNING token",
                lease.holder(),
                lease.name());
    }
}
