package vn.motcua.platform.db;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether requests find a database behind the door, asked as a request would ask. Being busy is not being ill. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements ReactiveHealthIndicator {

    private static final Sql QUESTION = Sql.of("SELECT 1 AS answer");

    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Health> health() {
        return database.read(QUESTION, row -> Rows.required(row, "answer", Integer.class))
                .map(answered -> Health.up().build())
                .onErrorReturn(Overloaded.class, Health.up().build())
                .onErrorResume(failed -> Mono.just(Health.down().build()));
    }
}
