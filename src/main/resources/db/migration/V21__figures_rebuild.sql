-- Figures made anew from the log (src/adr/0018), beside those that are in use. The events are read once, in the order of
-- their positions, into figure_rebuilt; each grain is added up from it at once; what came meanwhile is added as the fold
-- would; then the new tables take the place of the old ones.

SET lock_timeout = '3s';

-- One row: how far the rebuild is that runs, or the last one.
CREATE TABLE figure_rebuild (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    holder        uuid,
    token         bigint  NOT NULL DEFAULT 0,
    stage         text    NOT NULL DEFAULT 'DONE'
                  CHECK (stage IN ('READ', 'detail', 'agency', 'province', 'province_topic', 'nation_topic', 'CATCH_UP', 'DONE')),
    through       date    NOT NULL DEFAULT '-infinity',
    position      bigint  NOT NULL DEFAULT 0,
    last_xid      xid8    NOT NULL DEFAULT '0',
    last_dossier  uuid    NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    last_sequence integer NOT NULL DEFAULT 0
);

COMMENT ON COLUMN figure_rebuild.token IS 'Raised with every holder: an earlier one can do nothing any more. A lease of its own, without a beat: whoever begins takes it over.';
COMMENT ON COLUMN figure_rebuild.stage IS 'What comes next; the grains are added up in this order.';
COMMENT ON COLUMN figure_rebuild.position IS 'Of the last event that was read; it is last_xid, last_dossier, last_sequence.';

INSERT INTO figure_rebuild DEFAULT VALUES;

-- The facts of events r for which a condition holds, as common table expressions of which the last is called facts. Much
-- faster for many than figures_of, and the same: few texts of counts stand in many events, and each is taken apart once.
CREATE FUNCTION facts_of_events(condition text) RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT format($facts$
        event AS MATERIALIZED (
            SELECT r.dossier_id, r.sequence, r.recorded_at, r.receiving_unit, r.home_agency_id, r.competent_unit,
                   r.competent_agency_id, r.payload ->> 'counts' AS counts,
                   CAST(r.payload ->> 'procedureVersion' AS integer) AS procedure_version_id,
                   array_position(ARRAY['COUNTER', 'ONLINE', 'POSTAL'], r.payload ->> 'channel') AS channel
              FROM (SELECT r.*,
                           CASE WHEN r.schema_version >= 3 OR r.type NOT IN ('FILED', 'ACCEPTED', 'REFUSED', 'COMPLETED')
                                     AND (r.schema_version >= 2 OR r.type NOT IN ('ROUTED', 'RECEIVED_BY_COMPETENT'))
                                THEN CAST(r.payload_text AS json)
                                ELSE figure_payload(r.dossier_id, r.sequence, r.type, r.schema_version, r.occurred_at,
                                                    r.payload_text)
                            END AS payload
                      FROM (SELECT r.dossier_id, r.sequence, r.type, r.schema_version, r.occurred_at, r.recorded_at,
                                   r.receiving_unit, r.home_agency_id, r.competent_unit, r.competent_agency_id,
                                   r.payload AS payload_text
                              FROM dossier_event r
                             WHERE (r.schema_version < 3 OR r.payload LIKE '%%"counts":%%') AND %1$s) AS r
                    OFFSET 0) AS r
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

-- The event that was read last, as events are compared.
CREATE FUNCTION later_than_read() RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT format('(r.recorded_xid, r.dossier_id, r.sequence) > (CAST(%L AS xid8), CAST(%L AS uuid), %s)',
                  last_xid, last_dossier, last_sequence)
      FROM figure_rebuild
$$;

-- Takes over the rebuild from whoever does it, and goes on where it is; begins anew after the last one. Answers the token.
CREATE FUNCTION begin_rebuild(instance uuid, through_day date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    g figure_grain;
    r figure_rebuild;
BEGIN
    UPDATE figure_rebuild SET holder = instance, token = token + 1 RETURNING * INTO r;
    IF r.stage <> 'DONE' THEN
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
           last_dossier = '00000000-0000-0000-0000-000000000000', last_sequence = 0;
    RETURN r.token;
END
$$;

-- Makes what belongs to a table for one that is to take its place.
CREATE FUNCTION finish_table(live text, next text) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    definition text;
BEGIN
    FOR definition IN
        SELECT CASE WHEN i.indisprimary
                    THEN format('ALTER TABLE %I ADD PRIMARY KEY %s', next,
                                substring(pg_get_indexdef(i.indexrelid) FROM '\(.*\)$'))
                    ELSE regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX (.*) ON [^ ]+', format('INDEX \1_next ON %I', next))
                END
          FROM pg_index i
         WHERE i.indrelid = to_regclass(live)
         UNION ALL
        SELECT format('ALTER TABLE %I SET (%s)', next, array_to_string(c.reloptions, ', '))
          FROM pg_class c
         WHERE c.oid = to_regclass(live) AND c.reloptions IS NOT NULL
         UNION ALL
        SELECT format('COMMENT ON TABLE %I IS %L', next, obj_description(to_regclass(live), 'pg_class'))
    LOOP
        EXECUTE definition;
    END LOOP;
    EXECUTE format('GRANT SELECT ON %I TO ${servingRole}', next);
END
$$;

-- Adds one grain up: what was read, or the detail where that is there, and the sums before each month.
CREATE FUNCTION rebuild_grain(g figure_grain) RETURNS void
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
END
$$;

-- Adds the facts of events to what has been added up, as the fold does to the live figures.
CREATE FUNCTION add_rebuilt(condition text) RETURNS void
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
              JOIN figure_checkpoint_next c ON c.start > f.day AND (c.half_yearly OR NOT %8$L)
             GROUP BY %2$s, c.start
                ON CONFLICT (%5$s, start, %6$s) DO UPDATE SET %7$s
            )$grain$, g.grain, g.first_key || ', ' || g.other_keys, figure_columns('%I'), sums, g.first_key, g.other_keys,
            added, g.half_yearly);
    END LOOP;
    EXECUTE statement || ' INSERT INTO figure_late_next SELECT f.* FROM facts f WHERE f.effective_on IS NOT NULL';
END
$$;

-- Does the next part; answers what it is at and how far it has read, and nothing when another rebuild took over.
CREATE FUNCTION rebuild_step(instance uuid, fence bigint, most integer)
    RETURNS TABLE (stage text, "position" bigint, of bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    r         figure_rebuild;
    g         figure_grain;
    upto      record;
    condition text;
BEGIN
    SELECT * INTO r FROM figure_rebuild f WHERE f.holder = instance AND f.token = fence FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF r.stage IN ('READ', 'CATCH_UP') THEN
        SELECT p.position, e.recorded_xid, e.dossier_id, e.sequence INTO upto
          FROM log_position p
          JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
         WHERE p.position = (SELECT least(max(q.position), r.position + most) FROM log_position q);
        IF upto.position > r.position THEN
            condition := later_than_read()
                || format(' AND (r.recorded_xid, r.dossier_id, r.sequence) <= (CAST(%L AS xid8), CAST(%L AS uuid), %s)',
                          upto.recorded_xid, upto.dossier_id, upto.sequence);
            IF r.stage = 'CATCH_UP' THEN
                PERFORM add_rebuilt(condition);
            ELSE
                EXECUTE 'WITH ' || facts_of_events(condition) || format($read$, late AS (
                    INSERT INTO figure_late_next SELECT f.* FROM facts f WHERE f.effective_on IS NOT NULL)
                    INSERT INTO figure_rebuilt
                    SELECT f.province, f.unit_version, f.agency_id, f.procedure_version_id, f.channel, f.axis, f.day, %s
                      FROM facts f$read$, figure_columns('f.%I'));
            END IF;
            UPDATE figure_rebuild
               SET position = upto.position, last_xid = upto.recorded_xid, last_dossier = upto.dossier_id,
                   last_sequence = upto.sequence;
        ELSIF r.stage = 'READ' THEN
            UPDATE figure_rebuild SET stage = 'detail';
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
    RETURN QUERY SELECT f.stage, f.position, (SELECT coalesce(max(q.position), 0) FROM log_position q) FROM figure_rebuild f;
END
$$;

-- Where what was rebuilt is not what is in use, in one grain or in what was recorded late ('late'), with what came since: the
-- first hundred. One statement a table, whose snapshot holds each fact once on either side.
CREATE FUNCTION rebuild_differences(wanted_grain text)
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
                SELECT start FROM figure_checkpoint JOIN figure_checkpoint_next n USING (start) WHERE n.half_yearly OR NOT %1$L
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
            g.half_yearly, names,
            figure_columns('coalesce(sum(f.%1$I) FILTER (WHERE f.is_live), 0)'),
            figure_columns('coalesce(sum(f.%1$I) FILTER (WHERE NOT f.is_live), 0)'),
            text, concat_ws('_', g.grain, kind),
            (SELECT string_agg(format('%L, d.%I', k, k), ', ') FROM unnest(string_to_array(names, ', ')) AS k),
            figure_columns('%L'));
    END LOOP;
END
$$;

-- Puts what was rebuilt in the place of what is in use; false when it could not have the tables at once: then again. Acts
-- and questions wait for it. Nothing is folded meanwhile, and no event that counts is under way, so that what the log holds
-- is what the figures hold afterwards, without a delta.
CREATE FUNCTION finish_rebuild(instance uuid, fence bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '300ms' AS $$
DECLARE
    live  text;
    index text;
BEGIN
    PERFORM r.token FROM figure_rebuild r
      WHERE r.holder = instance AND r.token = fence AND r.stage = 'CATCH_UP' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM l.name FROM lease l WHERE l.name = 'figures-fold' FOR UPDATE;
    LOCK TABLE figure_checkpoint IN ACCESS EXCLUSIVE MODE;
    FOR live IN SELECT unnest(ARRAY[format('figure_%s_before', g.grain), format('figure_%s_day', g.grain)]) FROM figure_grain g LOOP
        EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', live);
    END LOOP;
    LOCK TABLE figure_delta, figure_late IN ACCESS EXCLUSIVE MODE;
    PERFORM add_rebuilt(later_than_read());
    DELETE FROM figure_delta;
    DELETE FROM figure_checkpoint;
    INSERT INTO figure_checkpoint (start) SELECT start FROM figure_checkpoint_next;
    DROP TABLE figure_checkpoint_next;
    FOR live IN SELECT unnest(ARRAY[format('figure_%s_before', g.grain), format('figure_%s_day', g.grain)]) FROM figure_grain g
                 UNION ALL SELECT 'figure_late' LOOP
        EXECUTE format('DROP TABLE %I', live);
        EXECUTE format('ALTER TABLE %I RENAME TO %I', live || '_next', live);
        FOR index IN SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass(live) LOOP
            EXECUTE format('ALTER INDEX %I RENAME TO %I', index, replace(index, '_next', ''));
        END LOOP;
    END LOOP;
    UPDATE figure_rebuild SET stage = 'DONE', holder = NULL;
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END
$$;

-- Leaves the figures as they are, and throws away what was rebuilt.
CREATE FUNCTION drop_rebuild(instance uuid, fence bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    g figure_grain;
BEGIN
    UPDATE figure_rebuild SET stage = 'DONE', holder = NULL WHERE holder = instance AND token = fence;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DROP TABLE IF EXISTS figure_rebuilt, figure_late_next, figure_checkpoint_next;
    FOR g IN SELECT * FROM figure_grain LOOP
        EXECUTE format('DROP TABLE IF EXISTS figure_%1$s_day_next, figure_%1$s_before_next', g.grain);
    END LOOP;
    RETURN true;
END
$$;

-- All of it without comparing, for whoever owns the tables and loaded a log in bulk.
CREATE PROCEDURE rebuild_figures(through_day date, most integer)
    LANGUAGE plpgsql AS $$
DECLARE
    instance uuid := gen_random_uuid();
    fence    bigint := begin_rebuild(instance, through_day);
    step     record;
BEGIN
    COMMIT;
    LOOP
        SELECT * INTO step FROM rebuild_step(instance, fence, most);
        COMMIT;
        IF step.stage IS NULL THEN
            RAISE EXCEPTION 'Another rebuild took over';
        END IF;
        EXIT WHEN step.stage = 'CATCH_UP' AND step.position = step.of;
    END LOOP;
    WHILE NOT finish_rebuild(instance, fence) LOOP
        COMMIT;
    END LOOP;
END
$$;

REVOKE EXECUTE ON FUNCTION begin_rebuild, rebuild_grain, add_rebuilt, rebuild_step, rebuild_differences, finish_rebuild,
    drop_rebuild, finish_table FROM PUBLIC;
REVOKE EXECUTE ON PROCEDURE rebuild_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_rebuild, rebuild_step, rebuild_differences, finish_rebuild, drop_rebuild TO ${servingRole};
