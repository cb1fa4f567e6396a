package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.ClockStart;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Matter;
import vn.motcua.dossier.Milestones;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.ResultDelivery;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.Source;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.application.DossierView;
import vn.motcua.identity.Person;
import vn.motcua.identity.Scope;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.Channel;

/** Dossiers as they stand. */
@Component
class DossierTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What {@link #dossier} reads, of the dossier {@code d}. */
    static final String SELECT = """
        SELECT d.id, d.version, d.status, d.tracking_code, d.code, d.home_agency_id, d.receiving_unit,
               d.competent_agency_id, d.competent_unit, d.procedure_version_id, d.channel, d.case_code,
               d.result_delivery, d.filed_at, d.expires_at, d.intake_due_at, d.accepted_at, d.received_at,
               d.refused_at, d.finished_at, d.returned_at, d.first_promised_at, d.due_at, d.due_missing,
               d.depends_on_forecast, d.calendar_version, d.clock_rule, d.clock_waits_for,
               d.routing_settled, d.handed_over_to, d.last_event_at
        """;

    private final Database db;

    DossierTable(Database db) {
        this.db = db;
    }

    /** The scope stands in the statement: what the caller may not see is not read. */
    Mono<DossierView> find(DossierRef ref, Scope scope, LocalDate day) {
        return db.read(statement(ref, scope, day), DossierTable::view)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Whatever the scope: the tracking code tells the machine that told of the dossier nothing else. */
    Mono<TrackingCode> importedAs(Source source) {
        return db.read(
                        Sql.of("""
                            SELECT d.tracking_code
                              FROM code_registry r
                              JOIN dossier d ON d.id = r.dossier_id
                             WHERE r.code = :code
                            """).bind("code", source.code()),
                        row -> new TrackingCode(required(row, "tracking_code", String.class)))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    static Sql statement(DossierRef ref, Scope scope, LocalDate day) {
        return Sql.of(SELECT + """
                   , w.content
              FROM dossier d
             CROSS JOIN LATERAL (
                   SELECT d.home_agency_id = ANY(:agencies) OR d.competent_agency_id = ANY(:agencies)
                       OR EXISTS (SELECT FROM dossier_party p
                                   WHERE p.dossier_id = d.id AND p.kind = :kind AND p.number = :number
                                     AND (p.readable_to IS NULL OR p.readable_to >= :day))
                   ) AS s (concerned)
              LEFT JOIN dossier_private w ON w.dossier_id = d.id AND w.sequence = 1 AND s.concerned
             WHERE d.id = coalesce(CAST(:id AS uuid), (SELECT r.dossier_id FROM code_registry r WHERE r.code = :code))
               AND (s.concerned OR :exceptions AND NOT d.routing_settled AND d.status = 1)
            """)
                .bind("id", orNull(R2dbcType.VARCHAR, idOf(ref)))
                .bind("code", orNull(R2dbcType.VARCHAR, codeOf(ref)))
                .bind("agencies", scope.agencies().toArray(Integer[]::new))
                .bind("exceptions", scope.exceptions())
                .bind("day", day)
                .bind(
                        "kind",
                        orNull(
                                R2dbcType.VARCHAR,
                                scope.person().map(Person::kind).map(Enum::name)))
                .bind("number", orNull(R2dbcType.VARCHAR, scope.person().map(Person::number)));
    }

    private static Optional<String> idOf(DossierRef ref) {
        return ref instanceof DossierRef.ById(UUID id) ? Optional.of(id.toString()) : Optional.empty();
    }

    private static Optional<String> codeOf(DossierRef ref) {
        return ref instanceof DossierRef.ByCode(String code) ? Optional.of(code) : Optional.empty();
    }

    static DossierView view(Readable row) {
        return new DossierView(
                dossier(row),
                optional(row, "content", String.class).map(DossierTable::words).orElse(Map.of()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> words(String json) {
        return JSON.readValue(json, Map.class);
    }

    static Dossier dossier(Readable row) {
        return new Dossier(
                required(row, "id", UUID.class),
                required(row, "version", Integer.class),
                optional(row, "status", Integer.class).map(DossierStatus::of),
                new TrackingCode(required(row, "tracking_code", String.class)),
                optional(row, "code", String.class),
                new Routing(
                        required(row, "home_agency_id", Integer.class),
                        required(row, "receiving_unit", Integer.class),
                        required(row, "competent_agency_id", Integer.class),
                        required(row, "competent_unit", Integer.class),
                        required(row, "routing_settled", Boolean.class)),
                new Matter(
                        required(row, "procedure_version_id", Integer.class),
                        Channel.valueOf(required(row, "channel", String.class)),
                        required(row, "case_code", String.class),
                        ResultDelivery.valueOf(required(row, "result_delivery", String.class))),
                milestones(row),
                clock(row),
                optional(row, "handed_over_to", Integer.class),
                required(row, "last_event_at", Instant.class));
    }

    private static Milestones milestones(Readable row) {
        return new Milestones(
                optional(row, "filed_at", Instant.class),
                optional(row, "expires_at", Instant.class),
                optional(row, "intake_due_at", Instant.class),
                optional(row, "accepted_at", Instant.class),
                optional(row, "received_at", Instant.class),
                optional(row, "refused_at", Instant.class),
                optional(row, "finished_at", Instant.class),
                optional(row, "returned_at", Instant.class));
    }

    private static Optional<ClockStart> clock(Readable row) {
        Optional<ClockWait.For> waitsFor =
                optional(row, "clock_waits_for", String.class).map(ClockWait.For::valueOf);
        return optional(row, "clock_rule", String.class)
                .map(rule -> waitsFor.<ClockStart>map(what -> new ClockWait(what, rule))
                        .orElseGet(() -> promise(row, rule)));
    }

    static Promise promise(Readable row, String rule) {
        return new Promise(
                optional(row, "first_promised_at", Instant.class),
                optional(row, "due_at", Instant.class),
                optional(row, "due_missing", String.class).map(Promise.Missing::valueOf),
                required(row, "depends_on_forecast", Boolean.class),
                required(row, "calendar_version", Integer.class),
                rule);
    }
}
