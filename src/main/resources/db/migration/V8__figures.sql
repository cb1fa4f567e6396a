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

GRANT SELECT, DELETE ON figure_delta TO ${servingRole};
GRANT SELECT, INSERT, UPDATE ON figure_day TO ${servingRole};
