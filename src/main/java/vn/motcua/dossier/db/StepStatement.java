package vn.motcua.dossier.db;

import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.dossier.application.Dossiers.Outcome;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** Moves a dossier one step: guard, key, number, state, words and event in one statement. */
@Component
class StepStatement {

    private final Database db;

    StepStatement(Database db) {
        this.db = db;
    }

    /**
     * The guard locks the row at the version that was decided on; only what it locked claims its key and takes a number,
     * so that a stale or repeated step leaves no gap in the series.
     */
    Mono<Outcome> run(Act act, Optional<Numbering> numbering) {
        return db.act(
                        Sql.of("""
                            WITH input AS (
                                SELECT *
                                  FROM json_to_recordset(CAST(:input AS json)) AS i (
                                       position integer, dossier_id uuid, version integer, home_agency_id integer,
                                       receiving_unit integer, competent_agency_id integer, competent_unit integer, status smallint,
                                       intake_due_at timestamptz, accepted_at timestamptz, received_at timestamptz, refused_at timestamptz,
                                       first_promised_at timestamptz, due_at timestamptz, due_day date, due_missing text,
                                       depends_on_forecast boolean, calendar_version integer, clock_rule text,
                                       clock_waits_for text, routing_settled boolean,
                                       handed_over_to integer, finished_at timestamptz, returned_at timestamptz,
                                       last_event_at timestamptz, numbering_agency integer, numbering_day date, code_prefix text,
                                       caller text, key text, request text, moment timestamptz, answer_status smallint,
                                       answer_body text, salt text, words text, event_id uuid, event_type text,
                                       schema_version smallint, occurred_at timestamptz, recorded_at timestamptz,
                                       actor_kind text, actor_ref text, payload text, line text,
                                       warning_set boolean, next_warning_at timestamptz)
                            ), guarded AS (
                                SELECT i.*
                                  FROM input i
                                  JOIN dossier d ON d.id = i.dossier_id AND d.version = i.version - 1
                                 ORDER BY i.dossier_id
                                   FOR UPDATE OF d
                            ), claimed AS (
                                INSERT INTO idempotency (caller, key, request, dossier_id, home_agency_id, status, version, body,
                                                         created_at)
                                SELECT caller, key, request, dossier_id, home_agency_id, answer_status, version, answer_body, moment
                                  FROM guarded
                                 WHERE key IS NOT NULL
                                    ON CONFLICT (caller, key) DO NOTHING
                                RETURNING dossier_id
                            ), passed AS (
                                SELECT g.*
                                  FROM guarded g
                                  LEFT JOIN claimed c ON c.dossier_id = g.dossier_id
                                 WHERE g.key IS NULL OR c.dossier_id IS NOT NULL
                            ), counted AS (
                                INSERT INTO agency_day AS a (agency_id, day, last)
                                SELECT numbering_agency, numbering_day, count(*)
                                  FROM passed
                                 WHERE numbering_agency IS NOT NULL
                                 GROUP BY numbering_agency, numbering_day
                                 ORDER BY numbering_agency, numbering_day
                                    ON CONFLICT (agency_id, day) DO UPDATE SET last = a.last + excluded.last
                                RETURNING a.agency_id, a.day, a.last
                            ), ranked AS (
                                SELECT p.*, c.last + 1 - row_number() OVER (
                                                PARTITION BY p.numbering_agency, p.numbering_day ORDER BY p.position DESC) AS number
                                  FROM passed p
                                  LEFT JOIN counted c ON c.agency_id = p.numbering_agency AND c.day = p.numbering_day
                            ), numbered AS (
                                SELECT r.*, r.code_prefix || lpad(CAST(r.number AS text),
                                                                  greatest(4, length(CAST(r.number AS text))), '0') AS new_code
                                  FROM ranked r
                            ), registered AS (
                                INSERT INTO code_registry (code, dossier_id, home_agency_id)
                                SELECT new_code, dossier_id, home_agency_id FROM numbered WHERE new_code IS NOT NULL
                            ), moved AS (
                                UPDATE dossier d
                                   SET version = n.version, status = n.status, code = coalesce(d.code, n.new_code),
                                       competent_agency_id = n.competent_agency_id, competent_unit = n.competent_unit,
                                       routing_settled = n.routing_settled, intake_due_at = n.intake_due_at,
                                       accepted_at = n.accepted_at, received_at = n.received_at, refused_at = n.refused_at,
                                       first_promised_at = n.first_promised_at, due_at = n.due_at, due_day = n.due_day,
                                       due_missing = n.due_missing, depends_on_forecast = n.depends_on_forecast,
                                       calendar_version = n.calendar_version, clock_rule = n.clock_rule, clock_waits_for = n.clock_waits_for,
                                       handed_over_to = n.handed_over_to, finished_at = n.finished_at,
                                       returned_at = n.returned_at, last_event_at = n.last_event_at,
                                       next_warning_at = CASE WHEN n.warning_set THEN n.next_warning_at ELSE d.next_warning_at END
                                  FROM numbered n
                                 WHERE d.id = n.dossier_id
                            ), ended AS (
                                UPDATE dossier_party p
                                   SET readable_to = CAST(CAST(n.payload AS json) ->> 'lastDay' AS date)
                                  FROM numbered n
                                 WHERE n.event_type = 'REPRESENTATION_ENDED'
                                   AND p.dossier_id = n.dossier_id AND p.role = 'REPRESENTATIVE'
                            ), worded AS (
                                INSERT INTO dossier_private (dossier_id, home_agency_id, sequence, salt, content)
                                SELECT dossier_id, home_agency_id, version, decode(salt, 'hex'), words
                                  FROM numbered
                                 WHERE words IS NOT NULL
                            ), logged AS (
                                INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                                           actor_kind, actor_ref, home_agency_id, receiving_unit,
                                                           competent_agency_id, competent_unit, payload, digest)
                                SELECT event_id, dossier_id, version, event_type, schema_version, occurred_at, recorded_at,
                                       actor_kind, actor_ref, home_agency_id, receiving_unit, competent_agency_id, competent_unit,
                                       replace(payload, '"code":"{code}"', '"code":"' || coalesce(new_code, '{code}') || '"'),
                                       sha256(convert_to(
                                           replace(line, '"code":"{code}"', '"code":"' || coalesce(new_code, '{code}') || '"'),
                                           'UTF8'))
                                  FROM numbered
                            )
                            SELECT position, new_code FROM numbered ORDER BY position
                            """).bind("input", ActInput.steps(act, numbering)),
                        row -> Rows.optional(row, "new_code", String.class))
                .map(done -> done.isEmpty() ? new Outcome.NotDone() : new Outcome.Done(done.getFirst()));
    }
}
