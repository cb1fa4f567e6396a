package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Matter;
import vn.motcua.dossier.ResultDelivery;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.RunningClocks;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.platform.db.Overloaded;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.Channel;

/** Clocks that run, without anything else of their dossiers. */
@Component
class RunningClockTable implements RunningClocks {

    private static final int PAGE = 1000;

    private final Database db;
    private final AtomicBoolean walking = new AtomicBoolean();

    RunningClockTable(Database db) {
        this.db = db;
    }

    /** One walk at a time: it has one of the few connections that the work behind the scenes shares. */
    @Override
    public Mono<Boolean> walk(Wanted wanted, Predicate<List<Row>> visitor) {
        return db.job(statements -> walking.compareAndSet(false, true)
                ? pages(statements, wanted, visitor).doFinally(_ -> walking.set(false))
                : Mono.error(new Overloaded()));
    }

    private static Mono<Boolean> pages(Statements statements, Wanted wanted, Predicate<List<Row>> visitor) {
        return statements
                .run(Sql.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"), _ -> true)
                .then(page(statements, wanted, wanted.after()))
                .expand(page -> visitor.test(page) && page.size() == PAGE
                        ? page(statements, wanted, page.getLast().dossier())
                        : Mono.empty())
                .then(Mono.just(true));
    }

    private static Mono<List<Row>> page(Statements statements, Wanted wanted, UUID after) {
        return statements.run(
                Sql.of("""
                    SELECT d.id, d.version, d.home_agency_id, d.receiving_unit, d.competent_agency_id, d.competent_unit,
                           d.procedure_version_id, d.channel, d.case_code, d.result_delivery, d.accepted_at, d.received_at,
                           d.first_promised_at, d.due_at, d.due_missing, d.depends_on_forecast, d.calendar_version, d.clock_rule
                      FROM dossier d
                     WHERE d.accepted_at IS NOT NULL AND d.finished_at IS NULL AND d.clock_waits_for IS NULL
                       AND (d.due_at IS NULL OR d.due_at >= :dueFrom)
                       AND (CAST(:agency AS integer) = 0 OR d.competent_agency_id = :agency)
                       AND d.id > :after
                     ORDER BY d.id
                     LIMIT :page
                    """)
                        .bind("dueFrom", wanted.dueFrom())
                        .bind("agency", wanted.agency().orElse(0))
                        .bind("after", after)
                        .bind("page", PAGE),
                RunningClockTable::row);
    }

    private static Row row(Readable row) {
        return new Row(
                required(row, "id", UUID.class),
                required(row, "version", Integer.class),
                new Routing(
                        required(row, "home_agency_id", Integer.class),
                        required(row, "receiving_unit", Integer.class),
                        required(row, "competent_agency_id", Integer.class),
                        required(row, "competent_unit", Integer.class)),
                new Matter(
                        required(row, "procedure_version_id", Integer.class),
                        Channel.valueOf(required(row, "channel", String.class)),
                        required(row, "case_code", String.class),
                        ResultDelivery.valueOf(required(row, "result_delivery", String.class))),
                required(row, "accepted_at", Instant.class),
                optional(row, "received_at", Instant.class),
                DossierTable.promise(row, required(row, "clock_rule", String.class)));
    }
}
