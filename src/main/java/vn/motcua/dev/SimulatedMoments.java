package vn.motcua.dev;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Foreground;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** The database remembers how far its clock was moved; a service that starts on it goes on from there. */
@Component
@Profile("dev")
public class SimulatedMoments implements SmartLifecycle {

    private static final int TRIES = 5;

    private final Database database;
    private final DevClock clock;
    private volatile boolean running;

    SimulatedMoments(Database database, DevClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Written before the clock moves, so that nothing is ever recorded at a moment that the database does not own up to. */
    public Mono<Void> moveTo(Instant moment) {
        return database.act(Sql.of("""
            INSERT INTO simulated_clock AS c (moment)
            VALUES (:moment)
                ON CONFLICT (only_row) DO UPDATE SET moment = greatest(c.moment, excluded.moment)
            RETURNING moment
            """).bind("moment", moment), row -> Rows.required(row, "moment", Instant.class))
                .doOnNext(_ -> clock.moveTo(moment))
                .then();
    }

    /** The furthest moment; empty when nothing was ever simulated. */
    private Mono<Optional<Instant>> furthest() {
        return database.read(Sql.of("""
            SELECT moment FROM simulated_clock
            """), row -> Rows.required(row, "moment", Instant.class))
                .map(moments -> moments.stream().findFirst());
    }

    /** A machine that has just started the database may be slow to connect to it. */
    @Override
    public void start() {
        Foreground.run(furthest().retry(TRIES)).ifPresent(clock::moveTo);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
