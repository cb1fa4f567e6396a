package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.dossier.Matter;
import vn.motcua.dossier.OpenClock;
import vn.motcua.dossier.ResultDelivery;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.RunningClocks;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.platform.db.Overloaded;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.Channel;

/**
 * Clocks that run, without anything else of their dossiers. A page is one row of text: the driver takes longer over the columns of
 * two hundred thousand rows, most of all over moments, than the database and the question together.
 */
@Component
class RunningClockTable implements RunningClocks {

    private static final int PAGE = 5000;
    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1000;

    private final Database db;
    private final AtomicBoolean walking = new AtomicBoolean();

    RunningClockTable(Database db) {
        this.db = db;
    }

    /** One walk at a time: it has one of the few connections that the work behind the scenes shares. */
    @Override
    public Mono<Boolean> walk(Wanted wanted, Predicate<List<OpenClock>> visitor) {
        return db.job(statements -> walking.compareAndSet(false, true)
                ? pages(statements, wanted, visitor).doFinally(_ -> walking.set(false))
                : Mono.error(new Overloaded()));
    }

    private static Mono<Boolean> pages(Statements statements, Wanted wanted, Predicate<List<OpenClock>> visitor) {
        return statements
                .run(Sql.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"), _ -> true)
                .then(page(statements, wanted, wanted.after()))
                .expand(page -> Mono.fromCallable(() -> visited(page, visitor))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(last ->
                                last.map(id -> page(statements, wanted, id)).orElseGet(Mono::empty)))
                .then(Mono.just(true));
    }

    /** Away from the threads that answer requests; the id of the last one, empty when there shall be no further page. */
    private static Optional<UUID> visited(String page, Predicate<List<OpenClock>> visitor) {
        List<OpenClock> clocks = page.lines().map(RunningClockTable::clock).toList();
        return visitor.test(clocks) && clocks.size() == PAGE
                ? Optional.of(clocks.getLast().dossier())
                : Optional.empty();
    }

    /** Empty text when there is none. The order of the fields is that of {@link #clock}. */
    private static Mono<String> page(Statements statements, Wanted wanted, UUID after) {
        return statements
                .run(
                        Sql.of("""
                            SELECT string_agg(concat(
                                       c.id, '|', c.home_agency_id, '|', c.receiving_unit, '|', c.competent_agency_id, '|',
                                       c.competent_unit, '|', c.procedure_version_id, '|', c.channel, '|', c.result_delivery, '|',
                                       CAST(date_part('epoch', c.filed_at) * 1000000 AS bigint), '|',
                                       CAST(date_part('epoch', c.accepted_at) * 1000000 AS bigint), '|',
                                       CAST(date_part('epoch', c.received_at) * 1000000 AS bigint), '|',
                                       CAST(date_part('epoch', c.due) * 1000000 AS bigint), '|', c.case_code),
                                       E'\n' ORDER BY c.id) AS page
                              FROM (SELECT d.*, CASE WHEN d.accepted_at IS NULL THEN d.intake_due_at ELSE d.due_at END AS due
                                      FROM dossier d
                                     WHERE d.filed_at IS NOT NULL AND d.refused_at IS NULL AND d.finished_at IS NULL
                                       AND d.clock_waits_for IS NULL
                                       AND coalesce(CASE WHEN d.accepted_at IS NULL THEN d.intake_due_at ELSE d.due_at END, 'infinity')
                                           >= :dueFrom
                                       AND (CAST(:agency AS integer) = 0
                                            OR :agency = CASE WHEN d.accepted_at IS NULL THEN d.home_agency_id
                                                              ELSE d.competent_agency_id END)
                                       AND d.id > :after
                                     ORDER BY d.id
                                     LIMIT :page) AS c
                            """)
                                .bind("dueFrom", wanted.dueFrom())
                                .bind("agency", wanted.agency().orElse(0))
                                .bind("after", after)
                                .bind("page", PAGE),
                        row -> optional(row, "page", String.class).orElse(""))
                .map(List::getFirst);
    }

    private static OpenClock clock(String line) {
        String[] fields = line.split("\\|", 13);
        return new OpenClock(
                UUID.fromString(fields[0]),
                new Routing(
                        Integer.parseInt(fields[1]),
                        Integer.parseInt(fields[2]),
                        Integer.parseInt(fields[3]),
                        Integer.parseInt(fields[4])),
                new Matter(
                        Integer.parseInt(fields[5]),
                        Channel.valueOf(fields[6]),
                        fields[12],
                        ResultDelivery.valueOf(fields[7])),
                moment(fields[8]).orElseThrow(),
                moment(fields[9]),
                moment(fields[10]),
                moment(fields[11]));
    }

    private static Optional<Instant> moment(String micros) {
        if (micros.isEmpty()) {
            return Optional.empty();
        }
        long since = Long.parseLong(micros);
        return Optional.of(
                Instant.ofEpochSecond(Math.floorDiv(since, MICROS), Math.floorMod(since, MICROS) * (long) NANOS));
    }
}
