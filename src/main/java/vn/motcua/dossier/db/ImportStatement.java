package vn.motcua.dossier.db;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Dossiers.Outcome;
import vn.motcua.dossier.application.Dossiers.Past;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** Keeps a dossier's whole past: source, key, number, codes, state, party, words and all events in one statement. */
@Component
class ImportStatement {

    private final Database db;

    ImportStatement(Database db) {
        this.db = db;
    }

    /**
     * The source is claimed first: a second import of it waits for the first to end, and then writes nothing. Where the key
     * already stands for the import of another source, the whole statement is undone, the claim with it.
     */
    Mono<Outcome> run(Past past) {
        return db.act(
                        Sql.of("""
                            WITH input AS (
                                SELECT *
                                  FROM json_to_recordset(CAST(:input AS json)) AS i (
                                       dossier_id uuid, version integer, home_agency_id integer, receiving_unit integer,
                                       competent_agency_id integer, competent_unit integer, procedure_version_id integer,
                                       channel text, case_code text, result_delivery text, tracking_code text, status smallint,
                                       filed_at timestamptz, intake_due_at timestamptz, accepted_at timestamptz,
                                       received_at timestamptz, refused_at timestamptz, first_promised_at timestamptz,
                                       due_at timestamptz, due_day date, due_missing text, depends_on_forecast boolean,
                                       calendar_version integer, clock_rule text, clock_waits_for text, routing_settled boolean,
                                       handed_over_to integer, finished_at timestamptz, returned_at timestamptz,
                                       last_event_at timestamptz, numbering_agency integer, numbering_day date, code_prefix text,
                                       caller text, key text, request text, moment timestamptz, answer_status smallint,
                                       answer_body text, party_kind text, party_number text, party_name text,
                                       party_keys text[], source_code text, next_warning_at timestamptz)
                            ), events AS (
                                SELECT *
                                  FROM json_to_recordset(CAST(:events AS json)) AS e (
                                       dossier_id uuid, version integer, salt text, words text, event_id uuid,
                                       event_type text, schema_version smallint, occurred_at timestamptz,
                                       recorded_at timestamptz, actor_kind text, actor_ref text, payload text, line text)
                            ), sourced AS (
                                INSERT INTO code_registry (code, dossier_id, home_agency_id)
                                SELECT source_code, dossier_id, home_agency_id FROM input
                                    ON CONFLICT (code) DO NOTHING
                                RETURNING dossier_id
                            ), passed AS (
                                SELECT i.* FROM input i JOIN sourced s ON s.dossier_id = i.dossier_id
                            ), claimed AS (
                                INSERT INTO idempotency (caller, key, request, dossier_id, home_agency_id, status, version, body,
                                                         created_at)
                                SELECT caller, key, request, dossier_id, home_agency_id, answer_status, version, answer_body, moment
                                  FROM passed
                            ), counted AS (
                                INSERT INTO agency_day AS a (agency_id, day, last)
                                SELECT numbering_agency, numbering_day, 1 FROM passed WHERE numbering_agency IS NOT NULL
                                    ON CONFLICT (agency_id, day) DO UPDATE SET last = a.last + 1
                                RETURNING a.last
                            ), numbered AS (
                                SELECT p.*, p.code_prefix || lpad(CAST(c.last AS text),
                                                                  greatest(4, length(CAST(c.last AS text))), '0') AS code
                                  FROM passed p
                                  LEFT JOIN counted c ON p.numbering_agency IS NOT NULL
                            ), registered AS (
                                INSERT INTO code_registry (code, dossier_id, home_agency_id)
                                SELECT tracking_code, dossier_id, home_agency_id FROM numbered
                                UNION ALL
                                SELECT code, dossier_id, home_agency_id FROM numbered WHERE code IS NOT NULL
                            ), created AS (
                                INSERT INTO dossier (id, version, home_agency_id, receiving_unit, competent_agency_id, competent_unit,
                                                     procedure_version_id, channel, case_code, result_delivery, tracking_code, code,
                                                     status, filed_at, intake_due_at, accepted_at, received_at, refused_at,
                                                     first_promised_at, due_at, due_day, due_missing, depends_on_forecast,
                                                     calendar_version, clock_rule, clock_waits_for, routing_settled, handed_over_to,
                                                     finished_at, returned_at, last_event_at, next_warning_at, warns_since)
                                SELECT dossier_id, version, home_agency_id, receiving_unit, competent_agency_id, competent_unit,
                                       procedure_version_id, channel, case_code, result_delivery, tracking_code, code,
                                       status, filed_at, intake_due_at, accepted_at, received_at, refused_at,
                                       first_promised_at, due_at, due_day, due_missing, depends_on_forecast,
                                       calendar_version, clock_rule, clock_waits_for, routing_settled, handed_over_to,
                                       finished_at, returned_at, last_event_at, next_warning_at, moment
                                  FROM numbered
                            ), owned AS (
                                INSERT INTO dossier_party (dossier_id, home_agency_id, kind, number, name, search)
                                SELECT dossier_id, home_agency_id, party_kind, party_number, party_name,
                                       array_to_tsvector(party_keys)
                                  FROM numbered
                            ), worded AS (
                                INSERT INTO dossier_private (dossier_id, home_agency_id, sequence, salt, content)
                                SELECT e.dossier_id, n.home_agency_id, e.version, decode(e.salt, 'hex'), e.words
                                  FROM events e
                                  JOIN numbered n ON n.dossier_id = e.dossier_id
                                 WHERE e.words IS NOT NULL
                            ), logged AS (
                                INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                                           actor_kind, actor_ref, home_agency_id, receiving_unit,
                                                           competent_agency_id, competent_unit, payload, digest)
                                SELECT e.event_id, e.dossier_id, e.version, e.event_type, e.schema_version, e.occurred_at,
                                       e.recorded_at, e.actor_kind, e.actor_ref, n.home_agency_id, n.receiving_unit,
                                       n.competent_agency_id, n.competent_unit,
                                       replace(e.payload, '"code":"{code}"', '"code":"' || coalesce(n.code, '{code}') || '"'),
                                       sha256(convert_to(
                                           replace(e.line, '"code":"{code}"', '"code":"' || coalesce(n.code, '{code}') || '"'),
                                           'UTF8'))
                                  FROM events e
                                  JOIN numbered n ON n.dossier_id = e.dossier_id
                                 ORDER BY e.version
                            )
                            SELECT code FROM numbered
                            """).bind("input", ActInput.past(past)).bind("events", ActInput.events(past)),
                        row -> Rows.optional(row, "code", String.class))
                .<Outcome>map(done -> done.isEmpty() ? new Outcome.NotDone() : new Outcome.Done(done.getFirst()))
                .onErrorReturn(DuplicateKeyException.class, new Outcome.NotDone());
    }
}
