-- Figures: insert-only deltas from the log, folded into counters a day, and read together in one snapshot.
-- The classes are decided outside and stand in the event; the trigger only counts, so that no path can write an event
-- without its figures.

SET lock_timeout = '3s';

CREATE TABLE figure_delta (
    id                   bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_version         integer  NOT NULL,
    agency_id            integer  NOT NULL,
    day                  date     NOT NULL,
    received             integer  NOT NULL,
    received_without_due integer  NOT NULL,
    early                integer  NOT NULL,
    on_time              integer  NOT NULL,
    same_day_late        integer  NOT NULL,
    overdue              integer  NOT NULL,
    resolved_without_due integer  NOT NULL,
    due_open             integer  NOT NULL
);

CREATE TABLE figure_day (
    unit_version         integer NOT NULL,
    agency_id            integer NOT NULL,
    day                  date    NOT NULL,
    received             integer NOT NULL,
    received_without_due integer NOT NULL,
    early                integer NOT NULL,
    on_time              integer NOT NULL,
    same_day_late        integer NOT NULL,
    overdue              integer NOT NULL,
    resolved_without_due integer NOT NULL,
    due_open             integer NOT NULL,
    PRIMARY KEY (unit_version, day, agency_id)
) WITH (fillfactor = 80);

COMMENT ON COLUMN figure_day.day IS 'When it happened, in Viet Nam; for due_open, the due day.';
COMMENT ON COLUMN figure_day.same_day_late IS 'Of on_time: finished on the due day after the due moment.';
COMMENT ON COLUMN figure_day.due_open IS
    'Due on that day and not resolved in time; those resolved overdue are taken out by overdue on their last day.';

-- Runs with the owner's rights, so that the serving role cannot make up deltas.
CREATE FUNCTION figure_delta_of_events() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO figure_delta (unit_version, agency_id, day, received, received_without_due, early, on_time,
                              same_day_late, overdue, resolved_without_due, due_open)
    SELECT e.competent_unit, e.competent_agency_id, c.day, coalesce(c.received, 0), coalesce(c."receivedWithoutDue", 0),
           coalesce(c.early, 0), coalesce(c."onTime", 0), coalesce(c."sameDayLate", 0), coalesce(c.overdue, 0),
           coalesce(c."resolvedWithoutDue", 0), coalesce(c."dueOpen", 0)
      FROM recorded e
     CROSS JOIN LATERAL json_to_recordset(CAST(e.payload AS json) -> 'counts') AS c (
           day date, received integer, "receivedWithoutDue" integer, early integer, "onTime" integer,
           "sameDayLate" integer, overdue integer, "resolvedWithoutDue" integer, "dueOpen" integer);
    RETURN NULL;
END
$$;

CREATE TRIGGER figures
    AFTER INSERT ON dossier_event
    REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION figure_delta_of_events();

-- Moves deltas into the counters, unless another session is at it; answers how many counters changed. Taken out and added
-- up in one statement: a reader's snapshot holds each delta here or there, never both. Runs with the owner's rights, so
-- that the serving role can fold and do nothing else to figures.
CREATE FUNCTION fold_figures(turn bigint, most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH mine AS MATERIALIZED (
        SELECT pg_try_advisory_xact_lock(turn) AS free
    ), taken AS (
        DELETE FROM figure_delta
         WHERE id IN (SELECT d.id FROM figure_delta d, mine WHERE mine.free ORDER BY d.id LIMIT most)
        RETURNING unit_version, agency_id, day, received, received_without_due, early, on_time, same_day_late, overdue,
                  resolved_without_due, due_open
    ), folded AS (
        INSERT INTO figure_day AS f (unit_version, agency_id, day, received, received_without_due, early, on_time,
                                     same_day_late, overdue, resolved_without_due, due_open)
        SELECT unit_version, agency_id, day, sum(received), sum(received_without_due), sum(early), sum(on_time),
               sum(same_day_late), sum(overdue), sum(resolved_without_due), sum(due_open)
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
               due_open             = f.due_open + excluded.due_open
        RETURNING f.agency_id
    )
    SELECT CAST(count(*) AS integer) FROM folded
$$;

REVOKE EXECUTE ON FUNCTION fold_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_figures TO ${servingRole};
GRANT SELECT ON figure_delta, figure_day TO ${servingRole};
