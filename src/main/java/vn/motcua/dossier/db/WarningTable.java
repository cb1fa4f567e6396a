package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.application.DossierWarnings;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** Warnings that are due, and the statement that gives them. */
@Component
class WarningTable implements DossierWarnings {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database db;

    WarningTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<Waiting>> due(Instant moment) {
        return db.background(
                        Sql.of("""
                            SELECT d.id, d.version, d.status, d.tracking_code, d.code, d.home_agency_id, d.receiving_unit,
                                   d.competent_agency_id, d.competent_unit, d.procedure_version_id, d.channel, d.case_code,
                                   d.result_delivery, d.filed_at, d.expires_at, d.intake_due_at, d.accepted_at, d.received_at,
                                   d.refused_at, d.finished_at, d.returned_at, d.first_promised_at, d.due_at, d.due_missing,
                                   d.depends_on_forecast, d.calendar_version, d.clock_rule, d.clock_waits_for,
                                   d.routing_settled, d.handed_over_to, d.last_event_at, d.next_warning_at, d.warns_since
                              FROM dossier d
                             WHERE d.next_warning_at <= :moment AND d.status IN (1, 2, 4, 5, 6, 7)
                             ORDER BY d.next_warning_at, d.id
                             LIMIT :batch
                            """).bind("moment", moment).bind("batch", BATCH),
                        row -> new Waiting(
                                DossierTable.dossier(row),
                                required(row, "next_warning_at", Instant.class),
                                optional(row, "warns_since", Instant.class),
                                List.of()))
                .flatMap(this::told);
    }

    private Mono<List<Waiting>> told(List<Waiting> waiting) {
        UUID[] dossiers = waiting.stream().map(one -> one.dossier().id()).toArray(UUID[]::new);
        return db.background(Sql.of("""
            SELECT e.dossier_id, e.occurred_at, e.payload
              FROM dossier_event e
             WHERE e.dossier_id = ANY(:dossiers) AND e.type = 'DEADLINE_WARNED'
            """).bind("dossiers", dossiers), WarningTable::told)
                .map(all -> {
                    Map<UUID, List<Told>> told = all.stream().collect(Collectors.groupingBy(Told::dossier));
                    return waiting.stream()
                            .map(one -> new Waiting(
                                    one.dossier(),
                                    one.planned(),
                                    one.since(),
                                    told.getOrDefault(one.dossier().id(), List.of())))
                            .toList();
                });
    }

    private static Told told(Readable row) {
        Map<String, Object> payload = DossierTable.words(required(row, "payload", String.class));
        return new Told(
                required(row, "dossier_id", UUID.class),
                String.valueOf(payload.get("clock")),
                String.valueOf(payload.get("point")),
                Instant.parse(String.valueOf(payload.get("dueAt"))),
                required(row, "occurred_at", Instant.class));
    }

    /** A row that somebody else is changing is left to the next turn. */
    @Override
    public Mono<Integer> give(List<Warned> warned, Lease lease) {
        return db.background(
                        Sql.of("""
                            WITH held AS MATERIALIZED (
                                SELECT name
                                  FROM lease
                                 WHERE name = :lease AND holder = :holder AND token = :token
                                   FOR KEY SHARE
                            ), given AS MATERIALIZED (
                                SELECT i.*
                                  FROM json_to_recordset(CAST(:dossiers AS json)) AS i (
                                       dossier_id uuid, version integer, planned_at timestamptz, new_version integer,
                                       last_event_at timestamptz, warns_since timestamptz, next_warning_at timestamptz)
                                 CROSS JOIN held
                                  JOIN dossier d ON d.id = i.dossier_id AND d.version = i.version
                                   AND d.next_warning_at = i.planned_at
                                   FOR UPDATE OF d SKIP LOCKED
                            ), moved AS (
                                UPDATE dossier d
                                   SET version = g.new_version, last_event_at = g.last_event_at,
                                       next_warning_at = g.next_warning_at,
                                       warns_since = coalesce(g.warns_since, d.warns_since)
                                  FROM given g
                                 WHERE d.id = g.dossier_id
                            ), logged AS (
                                INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                                           actor_kind, actor_ref, home_agency_id, receiving_unit,
                                                           competent_agency_id, competent_unit, payload, digest)
                                SELECT e.event_id, e.dossier_id, e.sequence, e.event_type, e.schema_version, e.occurred_at,
                                       e.recorded_at, e.actor_kind, e.actor_ref, e.home_agency_id, e.receiving_unit,
                                       e.competent_agency_id, e.competent_unit, e.payload, sha256(convert_to(e.line, 'UTF8'))
                                  FROM json_to_recordset(CAST(:events AS json)) AS e (
                                       event_id uuid, dossier_id uuid, sequence integer, event_type text,
                                       schema_version smallint, occurred_at timestamptz, recorded_at timestamptz,
                                       actor_kind text, actor_ref text, home_agency_id integer, receiving_unit integer,
                                       competent_agency_id integer, competent_unit integer, payload text, line text)
                                  JOIN given g ON g.dossier_id = e.dossier_id
                                 ORDER BY e.dossier_id, e.sequence
                            )
                            SELECT CAST(count(*) AS integer) AS given FROM given
                            """)
                                .bind("lease", lease.name())
                                .bind("holder", lease.holder())
                                .bind("token", lease.token())
                                .bind("dossiers", dossiers(warned))
                                .bind("events", events(warned)),
                        row -> required(row, "given", Integer.class))
                .map(List::getFirst);
    }

    private static String dossiers(List<Warned> warned) {
        return JSON.writeValueAsString(warned.stream()
                .map(one -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("dossier_id", one.after().id().toString());
                    row.put("version", one.before().dossier().version());
                    row.put("planned_at", one.before().planned().toString());
                    one.since().ifPresent(at -> row.put("warns_since", at.toString()));
                    row.put("new_version", one.after().version());
                    row.put("last_event_at", one.after().lastEventAt().toString());
                    one.next().ifPresent(at -> row.put("next_warning_at", at.toString()));
                    return row;
                })
                .toList());
    }

    private static String events(List<Warned> warned) {
        return JSON.writeValueAsString(warned.stream()
                .flatMap(one -> one.events().stream())
                .map(WarningTable::row)
                .toList());
    }

    private static Map<String, Object> row(LoggedEvent event) {
        Map<String, Object> row = new HashMap<>();
        ActInput.event(event, row);
        row.put("dossier_id", event.dossierId().toString());
        row.put("sequence", event.sequence());
        row.put("home_agency_id", event.routing().receivingAgency());
        row.put("receiving_unit", event.routing().receivingUnit());
        row.put("competent_agency_id", event.routing().competentAgency());
        row.put("competent_unit", event.routing().competentUnit());
        return row;
    }
}
