-- A rebuild reads the log's table from its first block to its last, since events next to each other by position may lie
-- anywhere in it; which events count is settled by the last position at its beginning (src/adr/0018).

SET lock_timeout = '3s';

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
    CREATE TABLE figure_checkpoint_next (start date PRIMARY KEY, half_yearly boolean NOT NULL);
    UPDATE figure_rebuild
       SET stage = 'READ', through = through_day, position = 0, last_xid = '0',
           last_dossier = '00000000-0000-0000-0000-000000000000', last_sequence = 0,
           block = 0, blocks = pg_relation_size('dossier_event') / current_setting('block_size')::integer,
           file_node = pg_relation_filenode('dossier_event');
    UPDATE figure_rebuild
       SET position = p.position, last_xid = e.recorded_xid, last_dossier = e.dossier_id, last_sequence = e.sequence
      FROM log_position p
      JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
     WHERE p.position = (SELECT max(q.position) FROM log_position q);
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
        INSERT INTO figure_checkpoint_next (start, half_yearly)
        SELECT m, extract(month FROM m) IN (1, 7)
          FROM (SELECT CAST(generate_series(date_trunc('month', CAST(min(f.day) AS timestamp)) + interval '1 month',
                                            r.through, interval '1 month') AS date)
                  FROM figure_detail_day_next f, figure_rebuild r
                 GROUP BY r.through) AS months (m);
    END IF;
    EXECUTE format('CREATE TABLE figure_%1$s_before_next AS TABLE figure_%1$s_before WITH NO DATA', g.grain);
    FOR next IN SELECT start FROM figure_checkpoint_next WHERE half_yearly OR NOT g.half_yearly ORDER BY start LOOP
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
