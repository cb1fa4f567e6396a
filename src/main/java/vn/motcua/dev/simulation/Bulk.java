package vn.motcua.dev.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.people.Chance;
import vn.motcua.dev.simulation.CopiedRows.Written;
import vn.motcua.dossier.Reference;
import vn.motcua.platform.StartRefused;

/**
 * Years of work in minutes: the plan of a seed is lived through in memory, by the code that decides for requests, and its rows
 * go in by COPY. The log must be empty. Whatever fails on the way leaves a database to be thrown away.
 */
public final class Bulk {

    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);

    /** As the trigger does that was off. */
    private static final String LOG_DAYS = """
        INSERT INTO log_day (day, first_position, last_position)
        SELECT CAST(e.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date), min(p.position), max(p.position)
          FROM log_position p
          JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
         GROUP BY 1\
        """;

    /** As the trigger does that was off; what everybody was told so far counts as read. */
    private static final String NOTICES = "SELECT tell_notices(1, max(position), max(position)) FROM log_position";

    private static final String IN_USE = """
        SELECT EXISTS (SELECT FROM dossier_event) AS used,
               NOT EXISTS (SELECT FROM pg_constraint
                            WHERE conrelid = 'dossier_event'::regclass AND contype = 'p') AS broken_off\
        """;

    private static final int EVENTS_A_STEP = 1_000_000;

    private final Callable<Connection> owner;
    private final Supplier<Reference> reference;
    private final int threads;

    /**
     * Loads as the owner of the tables.
     *
     * @param owner opens a connection as that role
     * @param reference reads the reference data anew
     */
    public Bulk(Callable<Connection> owner, Supplier<Reference> reference) {
        this(owner, reference, Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    Bulk(Callable<Connection> owner, Supplier<Reference> reference, int threads) {
        this.owner = owner;
        this.reference = reference;
        this.threads = threads;
    }

    /**
     * What was loaded.
     *
     * @param bytes of the whole database afterwards
     */
    public record Loaded(long dossiers, long events, Duration took, long bytes) {}

    /**
     * Loads a number of dossiers that are filed from one day to another, both inclusive, with codes, log positions
     * and figures.
     *
     * @throws StartRefused when the log is not empty, or the days are not all in the working calendar
     */
    public Loaded load(long seed, int dossiers, LocalDate from, LocalDate to) throws Exception {
        long begun = System.nanoTime();
        try (Connection first = owner.call()) {
            requireEmpty(first);
            Days.requireKnown(reference.get().calendar(), from, to);
            LocalDate next = to.plusDays(1);
            remember(next, first);
            Past.reachTo(from, first);
            Reference known = reference.get();
            Plan plan = new Plan(known, seed, dossiers, from, to);
            Stripped stripped = Stripped.of(first);
            say("Tables are ready", begun);
            Written written = copied(plan, known, seed, first);
            say("Rows are in", begun);
            stripped.restore(first);
            say("Indexes and keys are back", begun);
            execute(first, LOG_DAYS);
            execute(first, "ANALYZE");
            execute(first, NOTICES);
            say("Notices are told", begun);
            figures(next, first);
            say("Figures are rebuilt", begun);
            Loaded loaded = new Loaded(
                    written.dossiers(), written.events(), Duration.ofNanos(System.nanoTime() - begun), bytes(first));
            say("Loaded " + loaded, begun);
            return loaded;
        }
    }

    private static void say(String what, long begun) {
        LOG.info(
                "{} after {} s",
                what,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static void figures(LocalDate through, Connection owner) throws SQLException {
        try (var statement = owner.prepareCall("CALL rebuild_figures(?, ?)")) {
            statement.setObject(1, through);
            statement.setInt(2, EVENTS_A_STEP);
            statement.execute();
        }
        execute(owner, "ANALYZE");
    }

    private static void requireEmpty(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var found = statement.executeQuery(IN_USE)) {
            found.next();
            if (found.getBoolean("broken_off")) {
                throw new StartRefused("A load was broken off here: throw the database away");
            }
            if (found.getBoolean("used")) {
                throw new StartRefused("The log has events: bulk simulation begins with a new database");
            }
        }
    }

    /** Everything simulated is past. */
    private static void remember(LocalDate next, Connection owner) throws SQLException {
        try (var statement = owner.prepareStatement("""
            INSERT INTO simulated_clock AS c (moment) VALUES (?)
                ON CONFLICT (only_row) DO UPDATE SET moment = greatest(c.moment, excluded.moment)\
            """)) {
            statement.setObject(1, WorkingCalendar.instant(next.atStartOfDay()).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Positions are given while nobody else can: to a service on this database the log appears with all of them. */
    private Written copied(Plan plan, Reference known, long seed, Connection first) throws Exception {
        first.setAutoCommit(false);
        execute(first, "LOCK TABLE log_position IN EXCLUSIVE MODE");
        Written written = rows(plan, known, seed);
        execute(first, "SET LOCAL work_mem = '512MB'");
        execute(first, """
            INSERT INTO log_position (position, dossier_id, sequence)
            SELECT row_number() OVER (ORDER BY recorded_xid, dossier_id, sequence), dossier_id, sequence
              FROM dossier_event\
            """);
        first.commit();
        first.setAutoCommit(true);
        return written;
    }

    private Written rows(Plan plan, Reference known, long seed) throws Exception {
        List<Site> sites = plan.sites();
        int[] firstNumbers = new int[sites.size()];
        for (int at = 1; at < firstNumbers.length; at++) {
            firstNumbers[at] = firstNumbers[at - 1] + sites.get(at - 1).dossiers();
        }
        AtomicInteger next = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Written>> running = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                running.add(workers.submit(() -> {
                    try (CopiedRows rows = new CopiedRows(owner)) {
                        for (int at = next.getAndIncrement(); at < firstNumbers.length; at = next.getAndIncrement()) {
                            new Life(plan, known, random(seed, sites.get(at)), rows)
                                    .live(sites.get(at), firstNumbers[at]);
                        }
                        return rows.commit();
                    }
                }));
            }
            Written all = new Written(0, 0);
            for (Future<Written> one : running) {
                all = all.plus(one.get());
            }
            return all;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The load failed; throw the database away", failed);
        }
    }

    private static Random random(long seed, Site site) {
        return Random.from(new SplittableRandom(Chance.mixed(seed ^ Chance.mixed(site.agency()))));
    }

    private static long bytes(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var size = statement.executeQuery("SELECT pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        }
    }

    private static void execute(Connection owner, String text) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(text);
        }
    }
}
