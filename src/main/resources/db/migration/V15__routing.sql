SET lock_timeout = '3s';

-- Receiving is not competent: a dossier may wait for its competent agency before its clock starts, and may be taken in
-- although nobody knows who decides it (Decree 118/2025 articles 14 and 17.3 as Decree 309/2026 has them).

ALTER TABLE dossier
    ADD COLUMN routing_settled boolean     NOT NULL DEFAULT true,
    ADD COLUMN received_at     timestamptz,
    ADD COLUMN clock_waits_for text        CHECK (clock_waits_for IN ('COMPETENT_RECEPTION', 'FEE')),
    DROP CONSTRAINT dossier_check2,
    ADD CONSTRAINT dossier_due_or_why_not CHECK (
        CASE
            WHEN accepted_at IS NULL THEN clock_waits_for IS NULL AND due_at IS NULL
            WHEN clock_waits_for IS NULL THEN (due_at IS NULL) = (due_missing IS NOT NULL)
            ELSE due_at IS NULL AND due_missing IS NULL AND first_promised_at IS NULL
        END),
    ADD CONSTRAINT dossier_settled_before_acceptance CHECK (accepted_at IS NULL OR routing_settled),
    ADD CONSTRAINT dossier_unsettled_is_at_home CHECK (routing_settled OR competent_agency_id = home_agency_id),
    ADD CONSTRAINT dossier_received_after_acceptance CHECK (received_at IS NULL OR received_at >= accepted_at),
    ADD CONSTRAINT dossier_received_before_the_end CHECK (finished_at IS NULL OR clock_waits_for IS DISTINCT FROM 'COMPETENT_RECEPTION');

-- What waits for its competent agency or the fee comes after everything that is due, and before what cannot become late.
ALTER TABLE dossier
    ALTER COLUMN queue_at SET EXPRESSION AS (
        CASE
            WHEN status IN (3, 8, 9, 10) THEN 'infinity'::timestamptz
            WHEN accepted_at IS NULL THEN coalesce(intake_due_at, 'infinity'::timestamptz)
            WHEN clock_waits_for IS NOT NULL THEN '9999-12-31 00:00:00+00'::timestamptz
            ELSE coalesce(due_at, 'infinity'::timestamptz)
        END);

COMMENT ON COLUMN dossier.queue_at IS
    'Place in the queue of the desk, with the id; year 9999 while the clock has not started, infinity for what cannot become late.';
COMMENT ON COLUMN dossier.routing_settled IS
    'False while nobody knows who decides: then competent_agency_id is the receiving one and competent_unit the place that was named.';
COMMENT ON COLUMN dossier.received_at IS 'When the competent agency had it, where another agency took it in.';
COMMENT ON COLUMN dossier.clock_waits_for IS
    'Accepted, but the clock has not started: then clock_rule is the rule of the start, and nothing is due or missing.';

-- RoutingExceptionTable: the exceptions of a desk and those of all desks, oldest first.
CREATE INDEX dossier_unsettled ON dossier (filed_at, id) WHERE NOT routing_settled AND status = 1;
CREATE INDEX dossier_unsettled_home ON dossier (home_agency_id, filed_at, id) WHERE NOT routing_settled AND status = 1;

ALTER TABLE figure_delta ADD COLUMN not_started_open integer NOT NULL DEFAULT 0;
ALTER TABLE figure_day ADD COLUMN not_started_open integer NOT NULL DEFAULT 0;

COMMENT ON COLUMN figure_day.not_started_open IS 'Accepted less started or ended: summed up to a day, those whose clock had not started.';
COMMENT ON COLUMN figure_day.received_without_due IS 'Those whose clock started, or which ended before, without a due moment.';

-- As in V8, with what has not started.
CREATE OR REPLACE FUNCTION figure_delta_of_events() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO figure_delta (unit_version, agency_id, day, received, received_without_due, early, on_time,
                              same_day_late, overdue, resolved_without_due, due_open, not_started_open)
    SELECT e.competent_unit, e.competent_agency_id, c.day, coalesce(c.received, 0), coalesce(c."receivedWithoutDue", 0),
           coalesce(c.early, 0), coalesce(c."onTime", 0), coalesce(c."sameDayLate", 0), coalesce(c.overdue, 0),
           coalesce(c."resolvedWithoutDue", 0), coalesce(c."dueOpen", 0), coalesce(c."notStartedOpen", 0)
      FROM recorded e
     CROSS JOIN LATERAL json_to_recordset(CAST(e.payload AS json) -> 'counts') AS c (
           day date, received integer, "receivedWithoutDue" integer, early integer, "onTime" integer,
           "sameDayLate" integer, overdue integer, "resolvedWithoutDue" integer, "dueOpen" integer,
           "notStartedOpen" integer);
    RETURN NULL;
END
$$;

-- As in V8, with what has not started, and for the holder of the lease instead of whoever gets the advisory lock. Each
-- delta is deleted once, whoever folds; the lease keeps folds out of each other's way.
DROP FUNCTION fold_figures(bigint, integer);

CREATE FUNCTION fold_figures(instance uuid, fence bigint, most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH held AS MATERIALIZED (
        SELECT l.name
          FROM lease l
         WHERE l.name = 'figures-fold' AND l.holder = instance AND l.token = fence
           AND EXISTS (SELECT FROM figure_delta)
           FOR KEY SHARE
    ), taken AS (
        DELETE FROM figure_delta
         WHERE id IN (SELECT d.id FROM figure_delta d CROSS JOIN held ORDER BY d.id LIMIT most)
        RETURNING unit_version, agency_id, day, received, received_without_due, early, on_time, same_day_late, overdue,
                  resolved_without_due, due_open, not_started_open
    ), folded AS (
        INSERT INTO figure_day AS f (unit_version, agency_id, day, received, received_without_due, early, on_time,
                                     same_day_late, overdue, resolved_without_due, due_open, not_started_open)
        SELECT unit_version, agency_id, day, sum(received), sum(received_without_due), sum(early), sum(on_time),
               sum(same_day_late), sum(overdue), sum(resolved_without_due), sum(due_open), sum(not_started_open)
          FROM taken
         GROUP BY unit_version, agency_id, day
         ORDER BY unit_version, day, agency_id
            ON CONFLICT (unit_version, day, agency_id) DO UPDATE
           SET received             = f.received + excluded.received,
               received_without_due = f.received_without_due + excluded.received_without_due,
               early                = f.early + excluded.early,
               on_time              = f.on_time + excluded.on_time,
               same_day_late        = f.same_day_late + excluded.same_day_late,
               overdue              = f.overdue + excluded.overdue,
               resolved_without_due = f.resolved_without_due + excluded.resolved_without_due,
               due_open             = f.due_open + excluded.due_open,
               not_started_open     = f.not_started_open + excluded.not_started_open
        RETURNING f.agency_id
    )
    SELECT CAST(count(*) AS integer) FROM folded
$$;

REVOKE EXECUTE ON FUNCTION fold_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_figures TO ${servingRole};
