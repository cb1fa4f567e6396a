package vn.motcua.reporting.db;

import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.reporting.application.Rebuild;

/** Rebuilds figures by the owner's functions. */
@Component
class RebuildTable implements Rebuild {

    private final Database db;

    RebuildTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<Turn> begin(UUID instance, LocalDate through) {
        return db.background(
                        Sql.of("SELECT begin_rebuild(:instance, :through) AS token")
                                .bind("instance", instance)
                                .bind("through", through),
                        row -> new Turn(instance, required(row, "token", Long.class)))
                .map(List::getFirst);
    }

    @Override
    public Mono<List<Progress>> step(Turn turn) {
        return db.background(
                of("SELECT stage, position, of FROM rebuild_step(:instance, :token, 500000)", turn),
                row -> new Progress(
                        required(row, "stage", String.class),
                        required(row, "position", Long.class),
                        required(row, "of", Long.class)));
    }

    @Override
    public Mono<List<Difference>> differences(String grain) {
        return db.background(
                Sql.of("SELECT figures, keys, day, measure, live, rebuilt FROM rebuild_differences(:grain)")
                        .bind("grain", grain),
                RebuildTable::difference);
    }

    @Override
    public Mono<Boolean> finish(Turn turn) {
        return done(of("SELECT finish_rebuild(:instance, :token) AS done", turn));
    }

    @Override
    public Mono<Boolean> drop(Turn turn) {
        return done(of("SELECT drop_rebuild(:instance, :token) AS done", turn));
    }

    private Mono<Boolean> done(Sql statement) {
        return db.background(statement, row -> required(row, "done", Boolean.class))
                .map(List::getFirst);
    }

    private static Sql of(String text, Turn turn) {
        return Sql.of(text).bind("instance", turn.instance()).bind("token", turn.token());
    }

    private static Difference difference(Readable row) {
        return new Difference(
                required(row, "figures", String.class),
                required(row, "keys", String.class),
                required(row, "day", LocalDate.class),
                required(row, "measure", String.class),
                required(row, "live", Long.class),
                required(row, "rebuilt", Long.class));
    }
}
