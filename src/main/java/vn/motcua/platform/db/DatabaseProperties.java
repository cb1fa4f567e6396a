package vn.motcua.platform.db;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits around the database.
 *
 * @param poolSize connections that serve requests
 * @param jobPoolSize connections for the work behind the scenes: leases, fold, positions, import, recomputation
 * @param inFlight units of work running or waiting for a connection, past which callers get 503
 * @param acquireTimeout how long a unit waits for a connection
 * @param patience how long a caller waits for a unit; the unit goes on
 * @param statementTimeout the server's own limit for a statement of a request
 * @param lockTimeout the server's own limit for waiting on a lock
 * @param jobTimeout the server's own limit for a job's transaction
 * @param unitLimit age at which a unit's connection is closed, since then neither side answers any more
 */
@ConfigurationProperties("motcua.database")
public record DatabaseProperties(
        @DefaultValue("16") int poolSize,
        @DefaultValue("4") int jobPoolSize,
        @DefaultValue("256") int inFlight,
        @DefaultValue("2s") Duration acquireTimeout,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("10s") Duration statementTimeout,
        @DefaultValue("4s") Duration lockTimeout,
        @DefaultValue("50s") Duration jobTimeout,
        @DefaultValue("60s") Duration unitLimit) {

    public DatabaseProperties {
        if (poolSize < 1 || jobPoolSize < 1 || inFlight < poolSize) {
            throw new IllegalArgumentException("motcua.database: at least one connection, and in-flight >= pool-size");
        }
        if (statementTimeout.compareTo(unitLimit) >= 0 || jobTimeout.compareTo(unitLimit) >= 0) {
            throw new IllegalArgumentException("motcua.database: the server's limits end before unit-limit");
        }
    }
}
