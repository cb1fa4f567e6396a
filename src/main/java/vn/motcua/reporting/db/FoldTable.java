package vn.motcua.reporting.db;

import static vn.motcua.platform.db.Rows.required;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.reporting.application.Fold;

/** Moves deltas into figures and keeps checkpoints, by the owner's functions. */
@Component
class FoldTable implements Fold {

    private final Database db;

    FoldTable(Database db) {
        this.db = db;
    }

    /** Taken out and added up in one statement: a reader's snapshot holds each delta here or there, never both. */
    @Override
    public Mono<Integer> next(Lease lease) {
        return db.background(
                        Sql.of("SELECT fold_figures(:holder, :token, 10000) AS folded")
                                .bind("holder", lease.holder())
                                .bind("token", lease.token()),
                        row -> required(row, "folded", Integer.class))
                .map(List::getFirst);
    }

    @Override
    public Mono<Integer> keep(Lease lease, LocalDate through) {
        return db.background(
                        Sql.of("SELECT keep_checkpoint(:holder, :token, :through) AS kept")
                                .bind("holder", lease.holder())
                                .bind("token", lease.token())
                                .bind("through", through),
                        row -> required(row, "kept", Integer.class))
                .map(List::getFirst);
    }
}
