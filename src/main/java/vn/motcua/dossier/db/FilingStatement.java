package vn.motcua.dossier.db;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Representation;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.dossier.application.Dossiers.Outcome;
import vn.motcua.identity.Person;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** Files or announces a dossier: key, codes, state, parties, words and event in one statement. */
@Component
class FilingStatement {

    private final Database db;

    FilingStatement(Database db) {
        this.db = db;
    }

    /** The key is claimed first: a second filing with it waits for the first to end, and then writes nothing. */
    Mono<Outcome> run(Act act, Person owner, Optional<Representation> representation) {
        return db.act(statement(act, owner, representation), row -> Rows.required(row, "position", Integer.class))
                .map(FilingStatement::outcome);
    }

    static Sql statement(Act act, Person owner, Optional<Representation> representation) {
        return Sql.of("""
            WITH input AS (
                SELECT *
                  FROM json_to_recordset(CAST(:input AS json)) AS i (
                       position integer, dossier_id uuid, version integer, home_agency_id integer,
                       receiving_unit integer, competent_agency_id integer, competent_unit integer,
                       procedure_version_id integer, channel text, case_code text, result_delivery text,
                       tracking_code text, status smallint, filed_at timestamptz, expires_at timestamptz,
                       intake_due_at timestamptz, routing_settled boolean, last_event_at timestamptz, party_kind text, party_number text,
                       caller text, key text, request text, moment timestamptz, answer_status smallint,
                       answer_body text, salt text, words text, event_id uuid, event_type text,
                       schema_version smallint, occurred_at timestamptz, recorded_at timestamptz,
                       actor_kind text, actor_ref text, payload text, line text,
                       party_name text, party_keys text[], representative_kind text, representative_number text,
                       representative_name text, readable_to date, next_warning_at timestamptz)
            ), claimed AS (
                INSERT INTO idempotency (caller, key, request, dossier_id, home_agency_id, status, version, body,
                                         created_at)
                SELECT caller, key, request, dossier_id, home_agency_id, answer_status, version, answer_body, moment
                  FROM input
                    ON CONFLICT (caller, key) DO NOTHING
                RETURNING dossier_id
            ), passed AS (
                SELECT i.* FROM input i JOIN claimed c ON c.dossier_id = i.dossier_id
            ), registered AS (
                INSERT INTO code_registry (code, dossier_id, home_agency_id)
                SELECT tracking_code, dossier_id, home_agency_id FROM passed
            ), created AS (
                INSERT INTO dossier (id, version, home_agency_id, receiving_unit, competent_agency_id, competent_unit,
                                     procedure_version_id, channel, case_code, result_delivery, tracking_code, status,
                                     filed_at, expires_at, intake_due_at, routing_settled, last_event_at, next_warning_at)
                SELECT dossier_id, version, home_agency_id, receiving_unit, competent_agency_id, competent_unit,
                       procedure_version_id, channel, case_code, result_delivery, tracking_code, status,
                       filed_at, expires_at, intake_due_at, routing_settled, last_event_at, next_warning_at
                  FROM passed
            ), owned AS (
                INSERT INTO dossier_party (dossier_id, home_agency_id, role, kind, number, name, search, readable_to)
                SELECT dossier_id, home_agency_id, 'APPLICANT', party_kind, party_number, party_name,
                       array_to_tsvector(party_keys), NULL
                  FROM passed
                 UNION ALL
                SELECT dossier_id, home_agency_id, 'REPRESENTATIVE', representative_kind, representative_number,
                       representative_name, CAST('' AS tsvector), readable_to
                  FROM passed
                 WHERE representative_number IS NOT NULL
            ), worded AS (
                INSERT INTO dossier_private (dossier_id, home_agency_id, sequence, salt, content)
                SELECT dossier_id, home_agency_id, version, decode(salt, 'hex'), words FROM passed
            ), logged AS (
                INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                           actor_kind, actor_ref, home_agency_id, receiving_unit,
                                           competent_agency_id, competent_unit, payload, digest)
                SELECT event_id, dossier_id, version, event_type, schema_version, occurred_at, recorded_at,
                       actor_kind, actor_ref, home_agency_id, receiving_unit,
                       competent_agency_id, competent_unit, payload, sha256(convert_to(line, 'UTF8'))
                  FROM passed
            )
            SELECT position FROM passed ORDER BY position
            """).bind("input", ActInput.filings(act, owner, representation));
    }

    private static Outcome outcome(List<Integer> written) {
        return written.isEmpty() ? new Outcome.NotDone() : new Outcome.Done(Optional.empty());
    }
}
