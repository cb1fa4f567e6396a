package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.required;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Recomputations.Change;
import vn.motcua.dossier.application.Recomputations.Examination;
import vn.motcua.dossier.application.Recomputations.Run;
import vn.motcua.dossier.application.Recomputations.Step;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** Moves due moments: states, events and the place of the run in one statement. */
@Component
class RecomputationStatement {

    private final Database db;

    RecomputationStatement(Database db) {
        this.db = db;
    }

    /**
     * Answers how many were moved. The place is locked before all else: whoever believes to be where another one was before
     * writes nothing. Each dossier is guarded by its version; unless all of them pass, the run stays where it is, and its
     * next step reads them again: those that passed are then as they should be. The sweeper looks at those that stay and would be
     * warned at another moment than planned; without an event, since nothing has happened to them.
     */
    Mono<Integer> run(Run run, Step step, Examination examination, Lease lease) {
        List<Change> changes = examination.changes();
        return db.background(
                        RecomputationTable.held(Sql.of("""
                            WITH input AS (
                                SELECT *
                                  FROM json_to_recordset(CAST(:input AS json)) AS i (
                                       dossier_id uuid, version integer, home_agency_id integer, receiving_unit integer,
                                       competent_agency_id integer, competent_unit integer, first_promised_at timestamptz,
                                       due_at timestamptz, due_day date, depends_on_forecast boolean,
                                       calendar_version integer, clock_rule text, last_event_at timestamptz,
                                       due_before timestamptz, of_answer boolean, intake_due_at timestamptz, event_id uuid, event_type text, schema_version smallint,
                                       occurred_at timestamptz, recorded_at timestamptz, actor_kind text, actor_ref text,
                                       payload text, line text, next_warning_at timestamptz)
                            ), held AS MATERIALIZED (
                                SELECT name FROM lease WHERE name = :lease AND holder = :holder AND token = :token FOR KEY SHARE
                            ), place AS MATERIALIZED (
                                SELECT r.id
                                  FROM deadline_recomputation r
                                 CROSS JOIN held
                                 WHERE r.id = :run AND r.last_dossier = :from AND r.log_position = :fromPosition
                                   AND r.id = (SELECT max(id) FROM deadline_recomputation)
                                   FOR UPDATE OF r
                            ), guarded AS MATERIALIZED (
                                SELECT i.*
                                  FROM input i
                                  JOIN dossier d ON d.id = i.dossier_id AND d.version = i.version - 1
                                 WHERE EXISTS (SELECT FROM place)
                                 ORDER BY i.dossier_id
                                   FOR UPDATE OF d
                            ), moved AS (
                                UPDATE dossier d
                                   SET version = g.version, first_promised_at = g.first_promised_at, due_at = g.due_at,
                                       due_day = g.due_day, due_missing = NULL, depends_on_forecast = g.depends_on_forecast,
                                       calendar_version = g.calendar_version, clock_rule = g.clock_rule,
                                       intake_due_at = g.intake_due_at, last_event_at = g.last_event_at,
                                       next_warning_at = g.next_warning_at
                                  FROM guarded g
                                 WHERE d.id = g.dossier_id
                            ), former AS (
                                INSERT INTO dossier_due_before (dossier_id, sequence, home_agency_id, due_at, occurred_at,
                                                                recorded_at)
                                SELECT dossier_id, version, home_agency_id, due_before, occurred_at, recorded_at
                                  FROM guarded
                                 WHERE due_before IS NOT NULL AND NOT of_answer
                            ), former_answer AS (
                                INSERT INTO dossier_answer_before (dossier_id, sequence, home_agency_id, due_at, occurred_at,
                                                                   recorded_at)
                                SELECT dossier_id, version, home_agency_id, due_before, occurred_at, recorded_at
                                  FROM guarded
                                 WHERE due_before IS NOT NULL AND of_answer
                            ), woken AS (
                                UPDATE dossier d
                                   SET next_warning_at = :moment
                                  FROM json_to_recordset(CAST(:unmoved AS json)) AS u (
                                       dossier_id uuid, version integer, next_warning_at timestamptz)
                                 WHERE d.id = u.dossier_id AND d.version = u.version AND d.next_warning_at > :moment
                                   AND d.next_warning_at IS DISTINCT FROM u.next_warning_at
                                   AND EXISTS (SELECT FROM place)
                            ), logged AS (
                                INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                                           actor_kind, actor_ref, home_agency_id, receiving_unit,
                                                           competent_agency_id, competent_unit, payload, digest)
                                SELECT event_id, dossier_id, version, event_type, schema_version, occurred_at, recorded_at,
                                       actor_kind, actor_ref, home_agency_id, receiving_unit, competent_agency_id,
                                       competent_unit, payload, sha256(convert_to(line, 'UTF8'))
                                  FROM guarded
                            ), counted AS (
                                SELECT CAST(count(*) AS integer) AS moved FROM guarded
                            )
                            UPDATE deadline_recomputation r
                               SET moved = r.moved + c.moved,
                                   examined = r.examined + CASE WHEN c.moved = :changes THEN :examined ELSE 0 END,
                                   last_dossier = CASE WHEN c.moved = :changes THEN :to ELSE r.last_dossier END,
                                   walked = c.moved = :changes AND :walked OR r.walked,
                                   log_position = CASE WHEN c.moved = :changes THEN :toPosition ELSE r.log_position END
                              FROM place p
                             CROSS JOIN counted c
                             WHERE r.id = p.id
                            RETURNING c.moved
                            """), lease)
                                .bind("input", ActInput.changes(changes))
                                .bind("unmoved", ActInput.unmoved(examination.unmoved()))
                                .bind("moment", examination.moment())
                                .bind("run", run.id())
                                .bind("from", run.lastDossier())
                                .bind("fromPosition", run.logPosition())
                                .bind("changes", changes.size())
                                .bind("examined", step.examined())
                                .bind("to", step.lastDossier())
                                .bind("walked", step.walked())
                                .bind("toPosition", step.logPosition()),
                        row -> required(row, "moved", Integer.class))
                .map(done -> done.isEmpty() ? -1 : done.getFirst());
    }
}
