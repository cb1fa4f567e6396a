package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.RoutingExceptions;
import vn.motcua.identity.Scope;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.Channel;

/** Dossiers of which nobody knows who decides them. */
@Component
class RoutingExceptionTable implements RoutingExceptions {

    private static final UUID FIRST = new UUID(0, 0);

    private final Database db;

    RoutingExceptionTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<Open>> open(Scope scope, Optional<Place> after, int limit) {
        return db.read(statement(scope, after, limit), RoutingExceptionTable::open);
    }

    static Sql statement(Scope scope, Optional<Place> after, int limit) {
        return (scope.exceptions() ? ofAll() : ofDesks(scope.agencies()))
                .bind(
                        "filedAt",
                        orNull(R2dbcType.VARCHAR, after.map(Place::filedAt).map(Instant::toString)))
                .bind("id", after.map(Place::id).orElse(FIRST).toString())
                .bind("limit", limit);
    }

    private static Sql ofAll() {
        return Sql.of("""
            SELECT d.id, d.version, d.tracking_code, d.procedure_version_id, d.channel, d.filed_at, d.intake_due_at,
                   d.home_agency_id, d.competent_unit
              FROM dossier d
             WHERE NOT d.routing_settled AND d.status = 1
               AND (d.filed_at, d.id) > (coalesce(CAST(:filedAt AS timestamptz), '-infinity'), CAST(:id AS uuid))
             ORDER BY d.filed_at, d.id
             LIMIT :limit
            """);
    }

    /** The first few of each desk are merged, so that no desk walks through what others have. */
    private static Sql ofDesks(Set<Integer> agencies) {
        return Sql.of("""
            SELECT f.id, f.version, f.tracking_code, f.procedure_version_id, f.channel, f.filed_at, f.intake_due_at,
                   f.home_agency_id, f.competent_unit
              FROM unnest(CAST(:agencies AS integer[])) AS a (agency)
             CROSS JOIN LATERAL (
                   SELECT d.id, d.version, d.tracking_code, d.procedure_version_id, d.channel, d.filed_at,
                          d.intake_due_at, d.home_agency_id, d.competent_unit
                     FROM dossier d
                    WHERE NOT d.routing_settled AND d.status = 1
                      AND d.home_agency_id = a.agency
                      AND (d.filed_at, d.id) > (coalesce(CAST(:filedAt AS timestamptz), '-infinity'), CAST(:id AS uuid))
                    ORDER BY d.filed_at, d.id
                    LIMIT :limit) AS f
             ORDER BY f.filed_at, f.id
             LIMIT :limit
            """).bind("agencies", agencies.toArray(Integer[]::new));
    }

    private static Open open(Readable row) {
        return new Open(
                required(row, "id", UUID.class),
                required(row, "version", Integer.class),
                required(row, "tracking_code", String.class),
                required(row, "procedure_version_id", Integer.class),
                Channel.valueOf(required(row, "channel", String.class)),
                required(row, "filed_at", Instant.class),
                optional(row, "intake_due_at", Instant.class),
                required(row, "home_agency_id", Integer.class),
                required(row, "competent_unit", Integer.class));
    }

    @Override
    public Mono<Integer> count() {
        return db.read(Sql.of("""
            SELECT CAST(count(*) AS integer) AS open
              FROM (SELECT FROM dossier WHERE NOT routing_settled AND status = 1 LIMIT 1000) AS counted
            """), row -> required(row, "open", Integer.class)).map(List::getFirst);
    }
}
