-- Checkpoints four times a month where a question adds up many days of many places; and a rebuild that reads less.

SET lock_timeout = '3s';

CREATE FUNCTION checkpoint_rank(start date) RETURNS smallint
    LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST(CASE WHEN extract(day FROM start) > 1 THEN 1 WHEN extract(month FROM start) IN (1, 7) THEN 3 ELSE 2 END AS smallint)
$$;

COMMENT ON FUNCTION checkpoint_rank IS '3 of January and July, 2 of another month, 1 within a month.';

CREATE FUNCTION checkpoint_after(given date) RETURNS date
    LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST(CASE WHEN extract(day FROM given) < 22
                     THEN date_trunc('month', CAST(given AS timestamp))
                          + CAST(extract(day FROM given) - 1 AS integer) / 7 * interval '7 days' + interval '7 days'
                     ELSE date_trunc('month', CAST(given AS timestamp)) + interval '1 month'
                END AS date)
$$;

COMMENT ON FUNCTION checkpoint_after IS 'The next 1st, 8th, 15th or 22nd.';

ALTER TABLE figure_checkpoint
    DROP CONSTRAINT figure_checkpoint_start_check,
    DROP COLUMN half_yearly,
    ADD CHECK (extract(day FROM start) IN (1, 8, 15, 22)),
    ADD COLUMN rank smallint NOT NULL GENERATED ALWAYS AS (checkpoint_rank(start)) STORED;

COMMENT ON TABLE figure_checkpoint IS 'The days before which sums are kept, each grain those of its least rank and above.';

ALTER TABLE figure_grain ADD COLUMN least_rank smallint NOT NULL DEFAULT 1;
UPDATE figure_grain SET least_rank = CASE grain WHEN 'detail' THEN 3 WHEN 'province_topic' THEN 2 ELSE 1 END;
ALTER TABLE figure_grain DROP COLUMN half_yearly;

CREATE OR REPLACE FUNCTION add_figures(source text, instance uuid, fence bigint, most integer) RETURNS integer
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
              JOIN figure_checkpoint c ON c.start > f.day AND c.rank >= %8$s
             GROUP BY %2$s, c.start
                ON CONFLICT (%5$s, start, %6$s) DO UPDATE SET %7$s
            )$grain$, g.grain, g.first_key || ', ' || g.other_keys, figure_columns('%I'), sums, g.first_key, g.other_keys,
            added, g.least_rank);
    END LOOP;
    EXECUTE statement || ' SELECT CAST(count(*) AS integer) FROM facts' INTO count USING instance, fence, most;
    RETURN count;
END
$$;

-- Keeps the sums before the next day that has none and is not after the given one; answers how many. Deltas of earlier days
-- that are still to come are added to it as they come.
CREATE OR REPLACE FUNCTION keep_checkpoint(instance uuid, fence bigint, through date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    earlier date := (SELECT max(start) FROM figure_checkpoint);
    next    date := checkpoint_after(coalesce(earlier, (SELECT min(day) FROM figure_province_day)));
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
        CONTINUE WHEN checkpoint_rank(next) < g.least_rank;
        base := coalesce((SELECT max(c.start) FROM figure_checkpoint c
                           WHERE c.start < next AND c.rank >= g.least_rank), '-infinity');
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

-- A rebuild reads the log's table from its first block to its last, since events next to each other by position may lie
-- anywhere in it; which events count is settled by the last position at its beginning (src/adr/0018).

ALTER TABLE figure_rebuild
    ADD COLUMN block     bigint NOT NULL DEFAULT 0,
    ADD COLUMN blocks    bigint NOT NULL DEFAULT 0,
    ADD COLUMN file_node oid    NOT NULL DEFAULT 0;

COMMENT ON COLUMN figure_rebuild.position IS
    'Of the last event that is counted: once all blocks are read, and then as far as what came meanwhile is read. It is last_xid, last_dossier, last_sequence.';
COMMENT ON COLUMN figure_rebuild.block IS 'The next of the blocks that the log had at the beginning.';
COMMENT ON COLUMN figure_rebuild.file_node IS 'Of the log''s table at the beginning: one that was rewritten has other blocks.';

-- A rebuild under way begins anew.
UPDATE figure_rebuild SET stage = 'DONE', holder = NULL, token = token + 1;

-- As before; each payload is taken apart once, and those without counts not at all.
CREATE OR REPLACE FUNCTION facts_of_events(condition text) RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT format($facts$
        event AS MATERIALIZED (
            SELECT r.dossier_id, r.sequence, r.recorded_at, r.receiving_unit, r.home_agency_id, r.competent_unit,
                   r.competent_agency_id, p.counts, p."procedureVersion" AS procedure_version_id,
                   array_position(ARRAY['COUNTER', 'ONLINE', 'POSTAL'], p.channel) AS channel
              FROM (SELECT r.dossier_id, r.sequence, r.type, r.schema_version, r.occurred_at, r.recorded_at,
                           r.receiving_unit, r.home_agency_id, r.competent_unit, r.competent_agency_id, r.payload
                      FROM dossier_event r
                     WHERE r.type NOT IN ('ANNOUNCED', 'HANDED_OVER', 'RETURNED')
                       AND (r.schema_version < 3 OR r.payload LIKE '%%"counts":%%') AND %1$s
                    OFFSET 0) AS r
             CROSS JOIN LATERAL json_to_record(
                   CASE WHEN r.schema_version >= 3 OR r.type NOT IN ('FILED', 'ACCEPTED', 'REFUSED', 'COMPLETED')
                             AND (r.schema_version >= 2 OR r.type NOT IN ('ROUTED', 'RECEIVED_BY_COMPETENT'))
                        THEN CAST(r.payload AS json)
                        ELSE figure_payload(r.dossier_id, r.sequence, r.type, r.schema_version, r.occurred_at, r.payload)
                    END) AS p (counts text, "procedureVersion" integer, channel text)
        ), counts AS MATERIALIZED (
            SELECT t.counts, c.*
              FROM (SELECT DISTINCT counts FROM event WHERE counts IS NOT NULL) AS t
             CROSS JOIN LATERAL json_to_recordset(CAST(t.counts AS json)) AS c (
                   day date, "effectiveOn" date, basis text, agency integer, unit integer, %2$s)
        ), unit AS MATERIALIZED (
            SELECT unit_version, province FROM figure_unit
        ), holder AS (
            SELECT e.*, c.*, h.axis + CASE c.basis WHEN 'FIRST' THEN 2 ELSE 0 END AS axis, h.sign,
                   CASE WHEN h.receives THEN e.receiving_unit ELSE coalesce(c.unit, e.competent_unit) END AS of_unit,
                   CASE WHEN h.receives THEN e.home_agency_id ELSE coalesce(c.agency, e.competent_agency_id) END AS of_agency
              FROM event e
              JOIN counts c USING (counts)
              JOIN (VALUES (0, 1, false), (1, 1, true), (1, -1, false)) AS h (axis, sign, receives)
                ON h.axis = 0 OR (e.home_agency_id, e.receiving_unit)
                                 <> (coalesce(c.agency, e.competent_agency_id), coalesce(c.unit, e.competent_unit))
        ), facts AS MATERIALIZED (
            SELECT u.province, h.of_unit AS unit_version, h.of_agency AS agency_id, h.procedure_version_id,
                   CAST(h.channel AS smallint) AS channel, CAST(h.axis AS smallint) AS axis, h.day, %3$s,
                   h.dossier_id, h.sequence, h."effectiveOn" AS effective_on, h.recorded_at
              FROM holder h
              JOIN unit u ON u.unit_version = h.of_unit
        )$facts$,
        condition,
        string_agg(format('%I integer', logged), ', ' ORDER BY attnum),
        string_agg(format('h.sign * h.%I AS %I', logged, attname), ', ' ORDER BY attnum))
      FROM (SELECT a.attname, a.attnum,
                   lower(left(a.attname, 1)) || substr(replace(initcap(replace(a.attname, '_', ' ')), ' ', ''), 2) AS logged
              FROM pg_attribute a
             WHERE a.attrelid = CAST('figure_measures' AS regclass) AND a.attnum > 0 AND NOT a.attisdropped) AS m
$$;

-- Where and of which measures, as facts without their dossiers.
CREATE FUNCTION figure_fact_columns(words text) RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT string_agg(format(words, a.attname), ', ' ORDER BY a.attnum)
      FROM pg_attribute a
     WHERE a.attrelid = CAST('figure_fact' AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
$$;

CREATE OR REPLACE FUNCTION begin_rebuild(instance uuid, through_day date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    g figure_grain;
    r figure_rebuild;
BEGIN
    UPDATE figure_rebuild SET holder = instance, token = token + 1 RETURNING * INTO r;
    IF r.stage <> 'DONE' AND (r.stage <> 'READ' OR r.file_node = pg_relation_filenode('dossier_event')) THEN
        RETURN r.token;
    END IF;
    DROP TABLE IF EXISTS figure_rebuilt, figure_late_next, figure_checkpoint_next;
    FOR g IN SELECT * FROM figure_grain LOOP
        EXECUTE format('DROP TABLE IF EXISTS figure_%1$s_day_next, figure_%1$s_before_next', g.grain);
    END LOOP;
    CREATE TABLE figure_rebuilt (LIKE figure_fact);
    CREATE TABLE figure_late_next (LIKE figure_late);
    CREATE TABLE figure_checkpoint_next (start date PRIMARY KEY, rank smallint NOT NULL);
    UPDATE figure_rebuild
       SET stage = 'READ', through = through_day, position = 0, last_xid = '0',
           last_dossier = '00000000-0000-0000-0000-000000000000', last_sequence = 0;
    UPDATE figure_rebuild
       SET position = p.position, last_xid = e.recorded_xid, last_dossier = e.dossier_id, last_sequence = e.sequence
      FROM log_position p
      JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
     WHERE p.position = (SELECT max(q.position) FROM log_position q);
    -- After the position, so that all events up to it lie in these blocks.
    UPDATE figure_rebuild
       SET block = 0, blocks = pg_relation_size('dossier_event') / current_setting('block_size')::integer,
           file_node = pg_relation_filenode('dossier_event');
    RETURN r.token;
END
$$;

-- Does the next part, of about so many events; answers what it is at and how far it has read, and nothing when another
-- rebuild took over.
CREATE OR REPLACE FUNCTION rebuild_step(instance uuid, fence bigint, most integer)
    RETURNS TABLE (stage text, "position" bigint, of bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off SET work_mem = '256MB' AS $$
#variable_conflict use_column
DECLARE
    r    figure_rebuild;
    g    figure_grain;
    next bigint;
    upto record;
BEGIN
    SELECT * INTO r FROM figure_rebuild f WHERE f.holder = instance AND f.token = fence FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF r.stage = 'READ' AND r.file_node <> pg_relation_filenode('dossier_event') THEN
        RAISE EXCEPTION 'The log was rewritten meanwhile; begin again';
    ELSIF r.stage = 'READ' AND r.block < r.blocks THEN
        next := least(r.blocks, r.block + greatest(1, r.blocks * most / greatest(r.position, 1)));
        EXECUTE 'WITH ' || facts_of_events(format($read$r.ctid >= '(%s,0)' AND r.ctid < '(%s,0)'
                    AND (r.recorded_xid, r.dossier_id, r.sequence) <= (CAST(%L AS xid8), CAST(%L AS uuid), %s)$read$,
                    r.block, next, r.last_xid, r.last_dossier, r.last_sequence))
            || format($read$, late AS (
                   INSERT INTO figure_late_next SELECT %1$s, f.dossier_id, f.sequence, f.effective_on, f.recorded_at
                     FROM facts f WHERE f.effective_on IS NOT NULL)
               INSERT INTO figure_rebuilt SELECT %1$s FROM facts f$read$, figure_fact_columns('f.%I'));
        UPDATE figure_rebuild SET block = next;
    ELSIF r.stage = 'READ' THEN
        UPDATE figure_rebuild SET stage = 'detail';
    ELSIF r.stage = 'CATCH_UP' THEN
        SELECT p.position, e.recorded_xid, e.dossier_id, e.sequence INTO upto
          FROM log_position p
          JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
         WHERE p.position = (SELECT least(max(q.position), r.position + most) FROM log_position q);
        IF upto.position > r.position THEN
            PERFORM add_rebuilt(later_than_read()
                || format(' AND (r.recorded_xid, r.dossier_id, r.sequence) <= (CAST(%L AS xid8), CAST(%L AS uuid), %s)',
                          upto.recorded_xid, upto.dossier_id, upto.sequence));
            UPDATE figure_rebuild
               SET position = upto.position, last_xid = upto.recorded_xid, last_dossier = upto.dossier_id,
                   last_sequence = upto.sequence;
        END IF;
    ELSIF r.stage <> 'DONE' THEN
        SET LOCAL enable_seqscan = on;
        SELECT * INTO g FROM figure_grain f WHERE f.grain = r.stage;
        PERFORM rebuild_grain(g);
        IF r.stage = 'detail' THEN
            PERFORM finish_table('figure_late', 'figure_late_next');
            DROP TABLE figure_rebuilt;
        END IF;
        UPDATE figure_rebuild
           SET stage = CASE r.stage WHEN 'detail' THEN 'agency' WHEN 'agency' THEN 'province' WHEN 'province' THEN 'province_topic'
                                    WHEN 'province_topic' THEN 'nation_topic' ELSE 'CATCH_UP' END;
    END IF;
    RETURN QUERY
        SELECT f.stage,
               CASE WHEN f.stage = 'READ' THEN f.position * f.block / greatest(f.blocks, 1) ELSE f.position END,
               (SELECT coalesce(max(q.position), 0) FROM log_position q)
          FROM figure_rebuild f;
END
$$;

-- Each grain of the smallest one that has all it needs.
CREATE OR REPLACE FUNCTION rebuild_grain(g figure_grain) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp SET work_mem = '256MB' SET maintenance_work_mem = '256MB' AS $$
DECLARE
    keys   text := g.first_key || ', ' || g.other_keys;
    sums   text := figure_columns('CAST(nullif(sum(f.%1$I), 0) AS integer) AS %1$I');
    before date := '-infinity';
    next   date;
BEGIN
    EXECUTE format('CREATE TABLE figure_%1$s_day_next AS SELECT %2$s, f.day, %3$s FROM %4$s GROUP BY %2$s, f.day',
                   g.grain, keys, sums,
                   CASE g.grain WHEN 'detail' THEN 'figure_rebuilt AS f'
                                WHEN 'province' THEN 'figure_agency_day_next AS f'
                                WHEN 'nation_topic' THEN 'figure_province_topic_day_next AS f'
                                ELSE 'figure_detail_day_next AS f JOIN figure_unit AS u USING (unit_version)' END);
    PERFORM finish_table(format('figure_%s_day', g.grain), format('figure_%s_day_next', g.grain));
    EXECUTE format('ANALYZE figure_%s_day_next', g.grain);
    IF g.grain = 'detail' THEN
        INSERT INTO figure_checkpoint_next (start, rank)
        WITH RECURSIVE checkpoint (start) AS (
            SELECT checkpoint_after(min(day)) FROM figure_detail_day_next
             UNION ALL
            SELECT checkpoint_after(c.start) FROM checkpoint c JOIN figure_rebuild r ON c.start < r.through
        )
        SELECT c.start, checkpoint_rank(c.start) FROM checkpoint c JOIN figure_rebuild r ON c.start <= r.through;
    END IF;
    EXECUTE format('CREATE TABLE figure_%1$s_before_next AS TABLE figure_%1$s_before WITH NO DATA', g.grain);
    FOR next IN SELECT start FROM figure_checkpoint_next WHERE rank >= g.least_rank ORDER BY start LOOP
        EXECUTE format($grain$
            INSERT INTO figure_%1$s_before_next (%2$s, start, %3$s)
            SELECT %2$s, $1, %4$s
              FROM (SELECT %2$s, %3$s FROM figure_%1$s_before_next WHERE start = $2
                     UNION ALL
                    SELECT %2$s, %3$s FROM figure_%1$s_day_next WHERE day >= $2 AND day < $1) AS f
             GROUP BY %2$s$grain$, g.grain, keys, figure_columns('%I'), sums)
            USING next, before;
        before := next;
    END LOOP;
    PERFORM finish_table(format('figure_%s_before', g.grain), format('figure_%s_before_next', g.grain));
    EXECUTE format('ANALYZE figure_%s_before_next', g.grain);
END
$$;

CREATE OR REPLACE FUNCTION add_rebuilt(condition text) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    statement text := 'WITH ' || facts_of_events(condition);
    sums      text := figure_columns('nullif(sum(f.%1$I), 0)');
    added     text := figure_columns('%1$I = nullif(coalesce(g.%1$I, 0) + coalesce(excluded.%1$I, 0), 0)');
    g         figure_grain;
BEGIN
    FOR g IN SELECT * FROM figure_grain LOOP
        statement := statement || format($grain$, %1$s_day AS (
            INSERT INTO figure_%1$s_day_next AS g (%2$s, day, %3$s)
            SELECT %2$s, f.day, %4$s FROM facts f GROUP BY %2$s, f.day ORDER BY %2$s, f.day
                ON CONFLICT (%5$s, day, %6$s) DO UPDATE SET %7$s
            ), %1$s_before AS (
            INSERT INTO figure_%1$s_before_next AS g (%2$s, start, %3$s)
            SELECT %2$s, c.start, %4$s
              FROM facts f
              JOIN figure_checkpoint_next c ON c.start > f.day AND c.rank >= %8$s
             GROUP BY %2$s, c.start
                ON CONFLICT (%5$s, start, %6$s) DO UPDATE SET %7$s
            )$grain$, g.grain, g.first_key || ', ' || g.other_keys, figure_columns('%I'), sums, g.first_key, g.other_keys,
            added, g.least_rank);
    END LOOP;
    EXECUTE statement || ' INSERT INTO figure_late_next SELECT f.* FROM facts f WHERE f.effective_on IS NOT NULL';
END
$$;

CREATE OR REPLACE FUNCTION rebuild_differences(wanted_grain text)
    RETURNS TABLE (figures text, keys text, day date, measure text, live bigint, rebuilt bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB' AS $$
DECLARE
    g     figure_grain;
    names text;
    text  text;
    kind  text;
BEGIN
    SELECT * INTO g FROM figure_grain f WHERE f.grain = wanted_grain;
    names := coalesce(g.first_key || ', ' || g.other_keys,
        'province, unit_version, agency_id, procedure_version_id, channel, axis, dossier_id, sequence, effective_on, recorded_at');
    FOREACH kind IN ARRAY CASE wanted_grain WHEN 'late' THEN ARRAY['late'] ELSE ARRAY['day', 'before'] END LOOP
        text := format(CASE kind WHEN 'late' THEN $sides$
                SELECT true AS is_live, %1$s, day, %2$s FROM figure_late
                 UNION ALL SELECT false, %1$s, day, %2$s FROM figure_late_next
                 UNION ALL SELECT false, %1$s, day, %2$s FROM facts WHERE effective_on IS NOT NULL$sides$
            WHEN 'day' THEN $sides$
                SELECT true AS is_live, %1$s, day, %2$s FROM figure_%3$s_day
                 UNION ALL SELECT true, %1$s, day, %2$s FROM figure_delta
                 UNION ALL SELECT false, %1$s, day, %2$s FROM figure_%3$s_day_next
                 UNION ALL SELECT false, %1$s, day, %2$s FROM facts$sides$
            ELSE $sides$
                SELECT true AS is_live, %1$s, start AS day, %2$s FROM figure_%3$s_before JOIN both_have USING (start)
                 UNION ALL SELECT true, %1$s, start, %2$s FROM figure_delta JOIN both_have ON start > day
                 UNION ALL SELECT false, %1$s, start, %2$s FROM figure_%3$s_before_next JOIN both_have USING (start)
                 UNION ALL SELECT false, %1$s, start, %2$s FROM facts JOIN both_have ON start > day$sides$
            END, names, figure_columns('%I'), g.grain);
        RETURN QUERY EXECUTE 'WITH ' || facts_of_events(later_than_read()) || format($differences$, both_have AS (
                SELECT start FROM figure_checkpoint JOIN figure_checkpoint_next n USING (start) WHERE n.rank >= coalesce(%1$L, 1)
            ), difference AS (
                SELECT %2$s, day, ARRAY[%3$s] AS live, ARRAY[%4$s] AS rebuilt
                  FROM (%5$s) AS f
                 GROUP BY %2$s, day
                HAVING ARRAY[%3$s] <> ARRAY[%4$s]
                 LIMIT 100
            )
            SELECT %6$L, concat_ws(' ', %7$s), d.day, m.measure, m.live, m.rebuilt
              FROM difference d
             CROSS JOIN LATERAL unnest(d.live, d.rebuilt, ARRAY[%8$s]) AS m (live, rebuilt, measure)
             WHERE m.live <> m.rebuilt
             LIMIT 100$differences$,
            g.least_rank, names,
            figure_columns('coalesce(sum(f.%1$I) FILTER (WHERE f.is_live), 0)'),
            figure_columns('coalesce(sum(f.%1$I) FILTER (WHERE NOT f.is_live), 0)'),
            text, concat_ws('_', g.grain, kind),
            (SELECT string_agg(format('%L, d.%I', k, k), ', ') FROM unnest(string_to_array(names, ', ')) AS k),
            figure_columns('%L'));
    END LOOP;
END
$$;
