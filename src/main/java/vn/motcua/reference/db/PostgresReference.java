package vn.motcua.reference.db;

import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.application.ProcedureSnapshots;
import vn.motcua.reference.ImportPlan;
import vn.motcua.reference.Loaded;
import vn.motcua.reference.application.ImportLost;
import vn.motcua.reference.application.ImportRegister.End;
import vn.motcua.reference.application.ReferenceStore;
import vn.motcua.territory.application.TerritorySnapshots;

/** Reference data: read as kept, changed in one transaction that holds the number of each capability it touches. */
@Component
class PostgresReference implements ReferenceStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final ReferenceVersions versions;
    private final TerritorySnapshots territory;
    private final ProcedureSnapshots procedures;
    private final CalendarSnapshots calendar;

    PostgresReference(
            Database database,
            ReferenceVersions versions,
            TerritorySnapshots territory,
            ProcedureSnapshots procedures,
            CalendarSnapshots calendar) {
        this.database = database;
        this.versions = versions;
        this.territory = territory;
        this.procedures = procedures;
        this.calendar = calendar;
    }

    /** Somebody else moved the number. Never leaves this class. */
    private static final class Moved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Moved(String capability) {
            super(capability, null, false, false);
        }
    }

    @Override
    public Mono<Loaded> fresh() {
        return versions.look()
                .then(Mono.defer(territory::snapshot))
                .flatMap(units -> procedures
                        .snapshot()
                        .flatMap(catalogue -> calendar.snapshot()
                                .flatMap(newest -> entered().map(days -> new Loaded(units, catalogue, newest, days)))));
    }

    /** The last version that names a day, to say it or to take it back, is an operator's. */
    private Mono<Set<LocalDate>> entered() {
        return database.read(Sql.of("""
            SELECT day
              FROM (SELECT DISTINCT ON (n.day) n.day, v.entered_as
                      FROM calendar_version v
                     CROSS JOIN LATERAL (
                           SELECT CAST(d.said ->> 'day' AS date) AS day
                             FROM json_array_elements(v.change -> 'days') AS d (said)
                            UNION
                           SELECT CAST(b.day AS date)
                             FROM json_array_elements_text(v.change -> 'takenBack' -> 'days') AS b (day)) AS n
                     WHERE v.agency_id IS NULL
                     ORDER BY n.day, v.version DESC) AS last
             WHERE entered_as = 'OPERATOR'
            """), row -> Rows.required(row, "day", LocalDate.class))
                .map(Set::copyOf);
    }

    @Override
    public Mono<Boolean> apply(ImportPlan plan, End end) {
        return database.job(statements -> territory(statements, plan)
                        .then(Mono.defer(() -> catalogue(statements, plan)))
                        .then(Mono.defer(() -> calendar(statements, plan, end.moment())))
                        .then(Mono.defer(() -> done(statements, end))))
                .flatMap(done -> versions.look().thenReturn(true))
                .onErrorReturn(Moved.class, false);
    }

    private static Mono<Void> territory(Statements statements, ImportPlan plan) {
        return plan.territory().isEmpty()
                ? Mono.empty()
                : move(statements, "territory", plan.on().territory())
                        .then(Mono.defer(() -> new TerritoryWriter(statements, plan.territory()).write()));
    }

    private static Mono<Void> catalogue(Statements statements, ImportPlan plan) {
        return plan.catalogue().isEmpty()
                ? Mono.empty()
                : move(statements, "procedure", plan.on().procedures())
                        .then(Mono.defer(() -> new CatalogueWriter(statements, plan.catalogue()).write()));
    }

    private static Mono<Void> calendar(Statements statements, ImportPlan plan, Instant moment) {
        return plan.calendar()
                .map(change -> move(statements, "calendar", plan.on().calendar())
                        .then(Mono.defer(() -> new CalendarWriter(statements).write(change, moment))))
                .orElseGet(Mono::empty);
    }

    /** Whoever comes second waits here for the first, finds another number, and changes nothing. */
    private static Mono<Void> move(Statements statements, String capability, Snapshot<?> plannedOn) {
        return statements
                .run(
                        Sql.of("""
                            UPDATE reference_version
                               SET version = version + 1
                             WHERE capability = :capability
                               AND version = :seen
                            RETURNING version
                            """).bind("capability", capability).bind("seen", plannedOn.number()),
                        row -> Rows.required(row, "version", Long.class))
                .flatMap(moved -> moved.isEmpty() ? Mono.error(new Moved(capability)) : Mono.empty());
    }

    /** Last, so that the row of the import is held as shortly as can be; who was given up finds it ended. */
    private static Mono<Boolean> done(Statements statements, End end) {
        return statements
                .run(
                        Sql.of("""
                            UPDATE reference_import
                               SET state = :state,
                                   progress = :progress,
                                   finished_at = greatest(:moment, requested_at),
                                   heartbeat_at = greatest(:moment, heartbeat_at),
                                   report = :report
                             WHERE id = :id
                               AND state = 'RUNNING'
                            RETURNING id
                            """)
                                .bind("id", end.id())
                                .bind("state", end.state().name())
                                .bind("progress", JSON.writeValueAsString(end.progress()))
                                .bind("moment", end.moment())
                                .bind(
                                        "report",
                                        Rows.orNull(
                                                R2dbcType.VARCHAR, end.report().map(JSON::writeValueAsString))),
                        row -> Rows.required(row, "id", UUID.class))
                .map(List::size)
                .flatMap(rows -> rows == 1 ? Mono.just(true) : Mono.error(new ImportLost()));
    }
}
