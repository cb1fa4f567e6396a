package vn.motcua.platform.db;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.micrometer.core.instrument.Counter;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The only door to the database. What has gone through it is finished even when its caller leaves, since a cancelled
 * transaction of one caller would otherwise take acknowledged writes of others with it.
 *
 * <p>Errors: {@link Overloaded} before anything began, {@link DatabaseUnavailable} when nothing was kept,
 * {@link OutcomeUnknown} when the caller must ask again with the same idempotency key.
 */
public class Database {

    private final DatabaseClient requests;
    private final DatabaseClient jobs;
    private final TransactionalOperator transaction;
    private final Bulkhead requestsInFlight;
    private final Bulkhead sharedInFlight;
    private final Bulkhead jobsInFlight;
    private final Duration patience;
    private final Duration unitLimit;
    private final Counter abandoned;
    private final Set<UnitOfWork> units = ConcurrentHashMap.newKeySet();

    Database(
            DatabaseClient requests,
            DatabaseClient jobs,
            TransactionalOperator transaction,
            Bulkhead requestsInFlight,
            Bulkhead sharedInFlight,
            Bulkhead jobsInFlight,
            DatabaseProperties limits,
            Counter abandoned) {
        this.requests = requests;
        this.jobs = jobs;
        this.transaction = transaction;
        this.requestsInFlight = requestsInFlight;
        this.sharedInFlight = sharedInFlight;
        this.jobsInFlight = jobsInFlight;
        this.patience = limits.patience();
        this.unitLimit = limits.unitLimit();
        this.abandoned = abandoned;
    }

    /** One statement that changes something, committed by itself; answers the rows that it returns. */
    public <T> Mono<List<T>> act(Sql statement, Function<Readable, T> row) {
        return shielded(rows(requests, statement, row), requestsInFlight, patience);
    }

    /**
     * As {@link #act(Sql, Function)}; what is to follow on it in this process follows even when the caller has left meanwhile.
     *
     * @param afterwards quick, with the rows that the statement returned
     */
    public <T> Mono<List<T>> act(Sql statement, Function<Readable, T> row, Consumer<List<T>> afterwards) {
        return shielded(rows(requests, statement, row).doOnNext(afterwards), requestsInFlight, patience);
    }

    /**
     * One statement that many requests wait for together, as {@link #act}. It takes no place among those of single requests, so
     * that their crowd is not refused as a whole; whoever calls it lets one through at a time ({@link Lane}).
     */
    public <T> Mono<List<T>> shared(Sql statement, Function<Readable, T> row) {
        return shielded(rows(requests, statement, row), sharedInFlight, patience);
    }

    /** At most 200 rows; longer results are read page by page. */
    public <T> Mono<List<T>> read(Sql statement, Function<Readable, T> row) {
        return shielded(rows(requests, statement, row), requestsInFlight, patience);
    }

    /**
     * Several statements in one transaction, on connections of their own; for work behind the scenes, not for requests, and
     * not kept out by them.
     */
    public <T> Mono<T> job(Function<Statements, Mono<T>> work) {
        Statements statements = new Statements() {
            @Override
            public <R> Mono<List<R>> run(Sql statement, Function<Readable, R> row) {
                return rows(jobs, statement, row);
            }
        };
        return shielded(transaction.transactional(Mono.defer(() -> work.apply(statements))), jobsInFlight, unitLimit);
    }

    /**
     * One statement of the work behind the scenes, committed by itself. It is sent in one piece with its end, so that an
     * instance that stands still leaves no lock behind, as it would in the middle of a {@link #job}.
     */
    public <T> Mono<List<T>> background(Sql statement, Function<Readable, T> row) {
        return shielded(rows(jobs, statement, row), jobsInFlight, unitLimit);
    }

    /** What a job may do inside its transaction. */
    public interface Statements {
        <R> Mono<List<R>> run(Sql statement, Function<Readable, R> row);
    }

    /** How many units run or wait just now. */
    int inFlight() {
        return units.size();
    }

    /** Closes the connections of units that neither end nor fail: a dead peer is never found by cancelling. */
    Mono<Void> closeOverdueUnits() {
        return Flux.fromIterable(units)
                .filter(unit -> unit.isOlderThan(unitLimit))
                .flatMap(unit -> unit.closeConnection().onErrorComplete())
                .then();
    }

    /** Without a fetch size, with which the driver sends the end of the statement only after its rows: one more round trip. */
    private static <T> Mono<List<T>> rows(DatabaseClient client, Sql statement, Function<Readable, T> row) {
        return client.sql(statement.text())
                .bindValues(statement.values())
                .map(row)
                .all()
                .collectList();
    }

    /** The permit goes back when the work ends, and the caller's patience ends outside: neither touches the work. */
    private <T> Mono<T> shielded(Mono<T> work, Bulkhead inFlight, Duration wait) {
        return Mono.deferContextual(caller -> {
            if (!inFlight.tryAcquirePermission()) {
                return Mono.error(new Overloaded());
            }
            UnitOfWork unit = new UnitOfWork();
            units.add(unit);
            CompletableFuture<@Nullable T> running = work.onErrorMap(error -> named(error, unit))
                    .contextWrite(caller)
                    .contextWrite(context -> context.put(UnitOfWork.class, unit))
                    .doFinally(end -> ended(unit, inFlight))
                    .toFuture();
            return Mono.<T>fromFuture(running, true)
                    .timeout(wait, Mono.error(OutcomeUnknown::new))
                    .doOnCancel(() -> countIfRunning(running));
        });
    }

    private void ended(UnitOfWork unit, Bulkhead inFlight) {
        units.remove(unit);
        inFlight.onComplete();
    }

    private void countIfRunning(CompletableFuture<?> running) {
        if (!running.isDone()) {
            abandoned.increment();
        }
    }

    private static Throwable named(Throwable error, UnitOfWork unit) {
        return switch (ServerVerdict.of(error)) {
            case STOPPED -> new DatabaseUnavailable(error);
            case WRONG -> error;
            case SILENT -> unanswered(error, unit);
        };
    }

    private static Throwable unanswered(Throwable error, UnitOfWork unit) {
        return switch (error) {
            case DataAccessResourceFailureException lost when unit.reachedTheServer() -> new OutcomeUnknown();
            case DataAccessResourceFailureException full
            when full.getCause() instanceof R2dbcTimeoutException -> new Overloaded();
            case DataAccessResourceFailureException down -> new DatabaseUnavailable(down);
            case CannotCreateTransactionException down -> new DatabaseUnavailable(down);
            case QueryTimeoutException stopped -> new DatabaseUnavailable(stopped);
            case TransientDataAccessException stopped -> new DatabaseUnavailable(stopped);
            default -> error;
        };
    }
}
