package vn.motcua.platform.db;

import static vn.motcua.platform.db.Rows.required;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A database whose clock was ever simulated says so for ever, and production refuses it. */
@Component
class SimulatedDatabase implements StartCheck {

    private final Database db;

    SimulatedDatabase(Database db) {
        this.db = db;
    }

    @Override
    public Mono<Optional<String>> refusal() {
        return db.read(Sql.of("""
            SELECT moment FROM simulated_clock
            """), row -> required(row, "moment", Instant.class))
                .map(moments -> moments.stream()
                        .map(moment -> "The database holds what was simulated, up to " + moment
                                + ": production serves no such database, name another")
                        .findFirst());
    }
}
