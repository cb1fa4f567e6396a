-- Figures as differences of cumulative sums: any period, any definition, as known on any day (src/adr/0016).
-- The counts of an event are decided outside and stand in it. The trigger makes deltas of them, the fold adds these up by
-- place and subject, and checkpoints hold the sums before the first day of a month.

SET lock_timeout = '3s';

-- What is counted, one column a measure. Every table of figures has these columns; null is none.
CREATE TABLE figure_measures (
    received                integer,
    received_without_due    integer,
    early                   integer,
    on_time                 integer,
    same_day_late           integer,
    overdue                 integer,
    resolved_without_due    integer,
    withdrawn               integer,
    withdrawn_same_day_late integer,
    withdrawn_overdue       integer,
    stopped                 integer,
    stopped_same_day_late   integer,
    stopped_overdue         integer,
    not_started_open        integer,
    paused_open             integer,
    due_open                integer,
    filed                   integer,
    accepted_in_time        integer,
    accepted_late           integer,
    refused_in_time         integer,
    refused_late            integer,
    asked_in_time           integer,
    asked_late              integer,
    withdrawn_before        integer,
    intake_left             integer,
    intake_due_open         integer
);

COMMENT ON TABLE figure_measures IS 'Holds no row: the measures of all figures, in one place.';
COMMENT ON COLUMN figure_measures.received_without_due IS
    'Less resolved_without_due: those open whose clock started, or ended, without a due moment.';
COMMENT ON COLUMN figure_measures.same_day_late IS 'Of on_time: ended on the due day after the due moment.';
COMMENT ON COLUMN figure_measures.withdrawn_overdue IS 'Of withdrawn: on a later day than the due day.';
COMMENT ON COLUMN figure_measures.not_started_open IS 'Accepted less started or ended: those whose clock has not started.';
COMMENT ON COLUMN figure_measures.paused_open IS 'Paused in time less resumed or ended.';
COMMENT ON COLUMN figure_measures.due_open IS
    'By due day: due then and not ended by then. Those that ended on a later day stay in it; overdue, withdrawn_overdue and stopped_overdue take them out on their last day.';
COMMENT ON COLUMN figure_measures.asked_in_time IS 'Intake answered by a request for a supplement.';
COMMENT ON COLUMN figure_measures.intake_left IS 'Intake answered on a later day than it was due: takes out of intake_due_open.';
COMMENT ON COLUMN figure_measures.intake_due_open IS 'By the day on which the intake answer is due, as due_open.';

DROP TRIGGER figures ON dossier_event;
DROP FUNCTION figure_delta_of_events();
DROP FUNCTION fold_figures(uuid, bigint, integer);
DROP TABLE figure_delta, figure_day;

-- A change of figures: where, on what, when, and how much of each measure.
CREATE TABLE figure_fact (
    province             integer  NOT NULL,
    unit_version         integer  NOT NULL,
    agency_id            integer  NOT NULL,
    procedure_version_id integer  NOT NULL,
    channel              smallint NOT NULL,
    axis                 smallint NOT NULL,
    day                  date     NOT NULL,
    LIKE figure_measures
);

COMMENT ON TABLE figure_fact IS 'Holds no row: the shape of figure_delta and figure_late.';
COMMENT ON COLUMN figure_fact.province IS 'The version of the province around the unit; the nation''s for a ministry.';
COMMENT ON COLUMN figure_fact.channel IS '1 counter, 2 online, 3 postal, as form II.06 numbers them.';
COMMENT ON COLUMN figure_fact.axis IS
    '0: by the competent agency against the due moment. +1: what to add for the receiving agency instead. +2: what to add for the first promise instead.';
COMMENT ON COLUMN figure_fact.day IS 'When it happened, in Viet Nam; for due_open and intake_due_open, the due day.';

CREATE TABLE figure_delta (
    LIKE figure_fact,
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);

-- What a question about an earlier state must take out again: recorded on another day than it happened, or put on an
-- earlier day than that of what did it (a correction, a move of a dossier). Kept for ever.
CREATE TABLE figure_late (
    LIKE figure_fact,
    dossier_id   uuid        NOT NULL,
    sequence     integer     NOT NULL,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL
);

CREATE INDEX figure_late_recorded ON figure_late (recorded_at);
CREATE INDEX figure_late_effective ON figure_late (effective_on) WHERE day < effective_on;

COMMENT ON COLUMN figure_late.effective_on IS 'The day of the event; before it, its dossier stood otherwise.';

CREATE TABLE figure_checkpoint (
    start       date    PRIMARY KEY CHECK (extract(day FROM start) = 1),
    half_yearly boolean NOT NULL GENERATED ALWAYS AS (extract(month FROM start) IN (1, 7)) STORED
);

COMMENT ON TABLE figure_checkpoint IS 'The months whose sums before the first day are kept; of the detail those of January and July.';

-- The grains: by what figures are added up. The first key and the day lead, so that a question reads neighbours.
CREATE TABLE figure_grain (
    grain       text    PRIMARY KEY,
    first_key   text    NOT NULL,
    other_keys  text    NOT NULL,
    half_yearly boolean NOT NULL
);

INSERT INTO figure_grain (grain, first_key, other_keys, half_yearly) VALUES
    ('province', 'province', 'axis', false),
    ('agency', 'province', 'agency_id, unit_version, axis', false),
    ('nation_topic', 'channel', 'procedure_version_id, axis', false),
    ('province_topic', 'province', 'procedure_version_id, channel, axis', false),
    ('detail', 'unit_version', 'agency_id, procedure_version_id, channel, axis', true);

-- The columns of all measures, each in the given words.
CREATE FUNCTION figure_columns(words text) RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT string_agg(format(words, a.attname), ', ' ORDER BY a.attnum)
      FROM pg_attribute a
     WHERE a.attrelid = CAST('figure_measures' AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
$$;

DO $$
DECLARE
    g figure_grain;
BEGIN
    FOR g IN SELECT * FROM figure_grain LOOP
        EXECUTE format('CREATE TABLE figure_%s_day AS SELECT %s, %s, day, %s FROM figure_fact WITH NO DATA',
                       g.grain, g.first_key, g.other_keys, figure_columns('%I'));
        EXECUTE format('CREATE TABLE figure_%s_before AS SELECT %s, %s, day AS start, %s FROM figure_fact WITH NO DATA',
                       g.grain, g.first_key, g.other_keys, figure_columns('%I'));
        EXECUTE format('ALTER TABLE figure_%s_day ADD PRIMARY KEY (%s, day, %s), SET (fillfactor = 80)',
                       g.grain, g.first_key, g.other_keys);
        EXECUTE format('ALTER TABLE figure_%s_before ADD PRIMARY KEY (%s, start, %s)', g.grain, g.first_key, g.other_keys);
        EXECUTE format('COMMENT ON TABLE figure_%s_before IS %L', g.grain, 'Sums of all days before start, a checkpoint.');
    END LOOP;
END
$$;

CREATE INDEX figure_agency_day_unit ON figure_agency_day (unit_version, day);
CREATE INDEX figure_agency_before_unit ON figure_agency_before (unit_version, start);

-- The province around every unit; around the nation itself, where ministries are, the nation.
CREATE VIEW figure_unit AS
SELECT u.version AS unit_version,
       CASE u.level
           WHEN 'COMMUNE' THEN CASE p.level WHEN 'DISTRICT' THEN p.parent ELSE p.version END
           WHEN 'DISTRICT' THEN u.parent
           ELSE u.version
       END AS province
  FROM administrative_unit u
  LEFT JOIN administrative_unit p ON p.version = u.parent;

-- The facts of an event, one by one and not in bulk: its own counts; and where another agency received the dossier, what to add and to take for the
-- view by receiving agency.
CREATE FUNCTION figures_of(receiving_unit integer, home_agency_id integer, competent_unit integer,
                           competent_agency_id integer, payload json)
    RETURNS TABLE (effective_on date, fact figure_fact)
    LANGUAGE sql STABLE AS $$
    SELECT c."effectiveOn",
           ROW((SELECT u.province FROM figure_unit u WHERE u.unit_version = h.unit), h.unit, h.agency, CAST(payload ->> 'procedureVersion' AS integer),
               array_position(ARRAY['COUNTER', 'ONLINE', 'POSTAL'], payload ->> 'channel'),
               h.axis + CASE c.basis WHEN 'FIRST' THEN 2 ELSE 0 END, c.day,
               h.sign * c.received, h.sign * c."receivedWithoutDue", h.sign * c.early, h.sign * c."onTime",
               h.sign * c."sameDayLate", h.sign * c.overdue, h.sign * c."resolvedWithoutDue", h.sign * c.withdrawn,
               h.sign * c."withdrawnSameDayLate", h.sign * c."withdrawnOverdue", h.sign * c.stopped,
               h.sign * c."stoppedSameDayLate", h.sign * c."stoppedOverdue", h.sign * c."notStartedOpen",
               h.sign * c."pausedOpen", h.sign * c."dueOpen", h.sign * c.filed, h.sign * c."acceptedInTime",
               h.sign * c."acceptedLate", h.sign * c."refusedInTime", h.sign * c."refusedLate",
               h.sign * c."askedInTime", h.sign * c."askedLate", h.sign * c."withdrawnBefore",
               h.sign * c."intakeLeft", h.sign * c."intakeDueOpen")::figure_fact
      FROM json_to_recordset(payload -> 'counts') AS c (
           day date, "effectiveOn" date, basis text, agency integer, unit integer, received integer, "receivedWithoutDue" integer, early integer, "onTime" integer, "sameDayLate" integer,
           overdue integer, "resolvedWithoutDue" integer, withdrawn integer, "withdrawnSameDayLate" integer,
           "withdrawnOverdue" integer, stopped integer, "stoppedSameDayLate" integer, "stoppedOverdue" integer,
           "notStartedOpen" integer, "pausedOpen" integer, "dueOpen" integer, filed integer, "acceptedInTime" integer,
           "acceptedLate" integer, "refusedInTime" integer, "refusedLate" integer, "askedInTime" integer,
           "askedLate" integer, "withdrawnBefore" integer, "intakeLeft" integer, "intakeDueOpen" integer)
     CROSS JOIN LATERAL (
           SELECT coalesce(c.unit, competent_unit), coalesce(c.agency, competent_agency_id), 0, 1
            UNION ALL
           SELECT receiving_unit, home_agency_id, 1, 1
            WHERE (home_agency_id, receiving_unit) <> (coalesce(c.agency, competent_agency_id), coalesce(c.unit, competent_unit))
            UNION ALL
           SELECT coalesce(c.unit, competent_unit), coalesce(c.agency, competent_agency_id), 1, -1
            WHERE (home_agency_id, receiving_unit) <> (coalesce(c.agency, competent_agency_id), coalesce(c.unit, competent_unit))
     ) AS h (unit, agency, axis, sign)
$$;

-- The payload of an event as events of this version have it. Earlier ones did not carry what they were about, nor the
-- counts of the intake.
CREATE FUNCTION figure_payload(given_dossier uuid, given_sequence integer, type text, schema_version smallint,
                               occurred_at timestamptz, payload text)
    RETURNS json
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    today  date := CAST(occurred_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date);
    filed  record;
    before record;
    due_at timestamptz;
    due    date;
    counts jsonb := coalesce(CAST(payload AS jsonb) -> 'counts', '[]');
BEGIN
    IF type IN ('ANNOUNCED', 'HANDED_OVER', 'RETURNED') OR schema_version >= 3
       OR type IN ('ROUTED', 'RECEIVED_BY_COMPETENT') AND schema_version >= 2 THEN
        RETURN payload;
    END IF;
    SELECT e.payload::jsonb AS payload, CAST(e.occurred_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) AS day INTO filed
      FROM dossier_event e WHERE e.dossier_id = given_dossier AND e.type = 'FILED';
    due_at := CAST(filed.payload ->> 'intakeDueAt' AS timestamptz);
    due := CAST(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date);
    IF type = 'FILED' THEN
        counts := counts || jsonb_build_object('day', today, 'filed', 1);
        IF due IS NOT NULL THEN
            counts := counts || jsonb_build_object('day', due, 'intakeDueOpen', 1);
        END IF;
    ELSIF type = 'ROUTED' THEN
        SELECT e.competent_agency_id, e.competent_unit INTO before
          FROM dossier_event e WHERE e.dossier_id = given_dossier AND e.sequence = given_sequence - 1;
        counts := counts
            || jsonb_build_object('day', filed.day, 'filed', 1, 'effectiveOn', nullif(today, filed.day))
            || jsonb_build_object('day', filed.day, 'filed', -1, 'effectiveOn', nullif(today, filed.day),
                                  'agency', before.competent_agency_id, 'unit', before.competent_unit);
        IF due IS NOT NULL THEN
            counts := counts
                || jsonb_build_object('day', due, 'intakeDueOpen', 1, 'effectiveOn', CASE WHEN due < today THEN today END)
                || jsonb_build_object('day', due, 'intakeDueOpen', -1, 'effectiveOn', CASE WHEN due < today THEN today END,
                                      'agency', before.competent_agency_id, 'unit', before.competent_unit);
        END IF;
    ELSIF type IN ('ACCEPTED', 'REFUSED') THEN
        counts := counts || jsonb_build_object('day', today,
            CASE type WHEN 'ACCEPTED' THEN 'accepted' ELSE 'refused' END
                || CASE WHEN occurred_at > due_at THEN 'Late' ELSE 'InTime' END, 1);
        IF today > due THEN
            counts := counts || jsonb_build_object('day', today, 'intakeLeft', 1);
        ELSIF due IS NOT NULL THEN
            counts := counts || jsonb_build_object('day', due, 'intakeDueOpen', -1);
        END IF;
    END IF;
    IF filed.payload -> 'procedureVersion' IS NULL THEN
        RETURN '{}';
    END IF;
    RETURN CAST(payload AS jsonb) || jsonb_build_object('counts', counts, 'channel', filed.payload -> 'channel',
                                                       'procedureVersion', filed.payload -> 'procedureVersion');
END
$$;

-- Runs with the owner's rights, so that the serving role cannot make up deltas.
CREATE FUNCTION figure_delta_of_events() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    WITH facts AS MATERIALIZED (
        SELECT r.dossier_id, r.sequence, r.recorded_at, f.effective_on, f.fact
          FROM recorded r
         CROSS JOIN LATERAL figures_of(r.receiving_unit, r.home_agency_id, r.competent_unit, r.competent_agency_id,
                    figure_payload(r.dossier_id, r.sequence, r.type, r.schema_version, r.occurred_at, r.payload)) AS f
    ), late AS (
        INSERT INTO figure_late
        SELECT (fact).*, dossier_id, sequence, effective_on, recorded_at FROM facts WHERE effective_on IS NOT NULL
    )
    INSERT INTO figure_delta SELECT (fact).* FROM facts;
    RETURN NULL;
END
$$;

CREATE TRIGGER figures
    AFTER INSERT ON dossier_event
    REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION figure_delta_of_events();

-- Adds rows of the shape figure_fact up into every grain, and into the checkpoints after their days; answers how many there
-- were. What is taken out of its table and what is added up is one statement: a reader's snapshot holds each fact once.
CREATE FUNCTION add_figures(source text, instance uuid, fence bigint, most integer) RETURNS integer
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    statement text := format('WITH facts AS MATERIALIZED (%s)', source);
    sums      text := figure_columns('nullif(sum(f.%1$I), 0)');
    added     text := figure_columns('%1$I = nullif(coalesce(g.%1$I, 0) + coalesce(excluded.%1$I, 0), 0)');
    count     integer;
    g         figure_grain;
BEGIN
    FOR g IN SELECT * FROM figure_grain LOOP
        statement := statement || format($grain$, %1$s_day AS (
            INSERT INTO figure_%1$s_day AS g (%2$s, day, %3$s)
            SELECT %2$s, f.day, %4$s FROM facts f GROUP BY %2$s, f.day ORDER BY %2$s, f.day
                ON CONFLICT (%5$s, day, %6$s) DO UPDATE SET %7$s
            ), %1$s_before AS (
            INSERT INTO figure_%1$s_before AS g (%2$s, start, %3$s)
            SELECT %2$s, c.start, %4$s
              FROM facts f
              JOIN figure_checkpoint c ON c.start > f.day AND (c.half_yearly OR NOT %8$L)
             GROUP BY %2$s, c.start
                ON CONFLICT (%5$s, start, %6$s) DO UPDATE SET %7$s
            )$grain$, g.grain, g.first_key || ', ' || g.other_keys, figure_columns('%I'), sums, g.first_key, g.other_keys,
            added, g.half_yearly);
    END LOOP;
    EXECUTE statement || ' SELECT CAST(count(*) AS integer) FROM facts' INTO count USING instance, fence, most;
    RETURN count;
END
$$;

-- Moves deltas into the figures, for the holder of the lease; answers how many. Runs with the owner's rights, so that the
-- serving role can fold and do nothing else to figures.
CREATE FUNCTION fold_figures(instance uuid, fence bigint, most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE
        WHEN EXISTS (SELECT FROM figure_delta) THEN add_figures($source$
            DELETE FROM figure_delta
             WHERE id IN (
                   SELECT d.id
                     FROM figure_delta d
                    CROSS JOIN (SELECT l.name
                                  FROM lease l
                                 WHERE l.name = 'figures-fold' AND l.holder = $1 AND l.token = $2
                                   FOR KEY SHARE) AS held
                    ORDER BY d.id
                    LIMIT $3)
            RETURNING *$source$, instance, fence, most)
        ELSE 0
    END
$$;

-- Keeps the sums before the next month that has none and is not after the given day; answers how many months. Deltas of
-- earlier days that are still to come are added to it as they come.
CREATE FUNCTION keep_checkpoint(instance uuid, fence bigint, through date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    earlier date := (SELECT max(start) FROM figure_checkpoint);
    next    date := CAST(coalesce(earlier, (SELECT date_trunc('month', CAST(min(day) AS timestamp)) FROM figure_province_day)) + interval '1 month' AS date);
    base    date;
    g       figure_grain;
BEGIN
    IF next IS NULL OR next > through THEN
        RETURN 0;
    END IF;
    PERFORM l.name FROM lease l WHERE l.name = 'figures-fold' AND l.holder = instance AND l.token = fence FOR KEY SHARE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    INSERT INTO figure_checkpoint (start) VALUES (next);
    FOR g IN SELECT * FROM figure_grain LOOP
        CONTINUE WHEN g.half_yearly AND extract(month FROM next) NOT IN (1, 7);
        base := coalesce((SELECT max(c.start) FROM figure_checkpoint c
                           WHERE c.start < next AND (c.half_yearly OR NOT g.half_yearly)), '-infinity');
        EXECUTE format($grain$
            INSERT INTO figure_%1$s_before (%2$s, start, %3$s)
            SELECT %2$s, $1, %4$s
              FROM (SELECT %2$s, %3$s FROM figure_%1$s_before WHERE start = $2
                     UNION ALL
                    SELECT %2$s, %3$s FROM figure_%1$s_day WHERE day >= $2 AND day < $1) AS f
             GROUP BY %2$s$grain$, g.grain, g.first_key || ', ' || g.other_keys, figure_columns('%I'),
            figure_columns('nullif(sum(f.%1$I), 0)'))
            USING next, base;
    END LOOP;
    RETURN 1;
END
$$;

-- The events so far.
WITH facts AS MATERIALIZED (
    SELECT e.dossier_id, e.sequence, e.recorded_at, f.effective_on, f.fact
      FROM dossier_event e
     CROSS JOIN LATERAL figures_of(e.receiving_unit, e.home_agency_id, e.competent_unit, e.competent_agency_id,
                figure_payload(e.dossier_id, e.sequence, e.type, e.schema_version, e.occurred_at, e.payload)) AS f
), late AS (
    INSERT INTO figure_late
    SELECT (fact).*, dossier_id, sequence, effective_on, recorded_at FROM facts WHERE effective_on IS NOT NULL
)
INSERT INTO figure_delta SELECT (fact).* FROM facts;

-- FigureTable: what is open and became late today, by the due moment, by the first promise where it differs, and at intake.
CREATE INDEX dossier_open_due_at ON dossier (due_at) WHERE finished_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX dossier_open_first ON dossier (first_promised_at) WHERE finished_at IS NULL AND first_promised_at <> due_at;
CREATE INDEX dossier_open_intake ON dossier (intake_due_at) WHERE status = 1;
DROP INDEX dossier_open_due;

-- FigureSql, as of a moment that has passed: what was recorded after it, and what was due then.
CREATE INDEX dossier_event_moments ON dossier_event USING brin (recorded_at) WITH (autosummarize = on, pages_per_range = 32);
CREATE INDEX dossier_due_moments ON dossier USING brin (due_at, first_promised_at, intake_due_at)
    WITH (autosummarize = on, pages_per_range = 32);

REVOKE EXECUTE ON FUNCTION fold_figures, keep_checkpoint, add_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_figures, keep_checkpoint TO ${servingRole};
GRANT SELECT ON figure_delta, figure_late, figure_checkpoint, figure_unit TO ${servingRole};

DO $$
DECLARE
    g figure_grain;
BEGIN
    FOR g IN SELECT * FROM figure_grain LOOP
        EXECUTE format('GRANT SELECT ON figure_%1$s_day, figure_%1$s_before TO ${servingRole}', g.grain);
    END LOOP;
END
$$;
