-- What people are told of their dossiers, in the order of the log's positions, and how far they have read (src/adr/0030).

SET lock_timeout = '3s';

CREATE TABLE notice_reader (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind    text   NOT NULL CHECK (kind IN ('CITIZEN', 'FOREIGNER', 'ORGANISATION')),
    number  text   NOT NULL,
    read_to bigint NOT NULL,
    UNIQUE (kind, number)
) WITH (fillfactor = 70);

COMMENT ON TABLE notice_reader IS 'Whoever was told something; personal data, erased with the last dossier that names the person.';
COMMENT ON COLUMN notice_reader.read_to IS 'Every notice up to this position of the log counts as read.';

-- NoticeQuery: a reader's notices, from any position on.
CREATE TABLE notice (
    reader   bigint NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (reader, position)
);

COMMENT ON TABLE notice IS 'Follows from the log and the parties; says nothing itself, and nothing without both.';

-- Which events people are told of. Receipt by the competent agency is one where it gives the due moment.
CREATE FUNCTION is_notice(type text, payload text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN type IN ('ACCEPTED', 'REFUSED', 'DEADLINE_RECOMPUTED', 'COMPLETED')
           OR type = 'RECEIVED_BY_COMPETENT' AND CAST(payload AS json) ->> 'dueAt' IS NOT NULL;

-- Tells whoever is a party by now of what stands between two positions, both inclusive; who was told nothing before has read
-- up to a position. Planned for the positions at hand: few at the end of a long log, or all of it. What was told
-- already stays as it is, so that the log's numbering never fails for a notice.
CREATE FUNCTION tell_notices(first bigint, last bigint, read_to bigint) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    -- With notices_of_erased_parties: whoever is erased meanwhile is seen whole, or not at all.
    PERFORM pg_advisory_xact_lock_shared(hashtext('notices'));
    EXECUTE '
        WITH told AS MATERIALIZED (
            SELECT a.kind, a.number, p.position
              FROM log_position p
              JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
              JOIN dossier_party a ON a.dossier_id = p.dossier_id
             WHERE p.position BETWEEN $1 AND $2 AND is_notice(e.type, e.payload)
        ), known AS MATERIALIZED (
            SELECT DISTINCT t.kind, t.number, r.id
              FROM told t
              LEFT JOIN notice_reader r ON r.kind = t.kind AND r.number = t.number
        ), added AS (
            INSERT INTO notice_reader (kind, number, read_to)
            SELECT k.kind, k.number, $3 FROM known k WHERE k.id IS NULL
                ON CONFLICT (kind, number) DO UPDATE SET read_to = notice_reader.read_to
            RETURNING kind, number, id
        )
        INSERT INTO notice (reader, position)
        SELECT r.id, t.position
          FROM told t
          JOIN (SELECT kind, number, id FROM known WHERE id IS NOT NULL
                 UNION ALL
                SELECT kind, number, id FROM added) r ON r.kind = t.kind AND r.number = t.number
         ORDER BY r.id, t.position
            ON CONFLICT DO NOTHING'
      USING first, last, read_to;
END
$$;

REVOKE EXECUTE ON FUNCTION tell_notices FROM PUBLIC;

-- Hangs on the positions, so that no path gives one without its notices, no act pays for them, and none comes below another
-- that was read. Runs with the owner's rights, so that the serving role can make up no notice.
CREATE FUNCTION notices_of_positions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM tell_notices(min(position), max(position), 0) FROM positioned HAVING count(*) > 0;
    RETURN NULL;
END
$$;

-- Before what is there is read: from here on no position is given until this migration ends.
CREATE TRIGGER notices
    AFTER INSERT ON log_position
    REFERENCING NEW TABLE AS positioned
    FOR EACH STATEMENT EXECUTE FUNCTION notices_of_positions();

-- What was told before there was a mark counts as read.
SELECT tell_notices(1, max(position), max(position)) FROM log_position HAVING count(*) > 0;

-- Notices go with their party, and the mark with the last of them. One erasing after the other, and none while notices are
-- told: what follows the lock sees what whoever held it did, so that the last party is known as such, and nothing is told of
-- a party that is gone. Erasing is rare, and acts do not wait for it.
CREATE FUNCTION notices_of_erased_parties() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('notices'));
    DELETE FROM notice n
     USING erased a, notice_reader r, log_position p
     WHERE r.kind = a.kind AND r.number = a.number AND p.dossier_id = a.dossier_id
       AND n.reader = r.id AND n.position = p.position;
    DELETE FROM notice_reader r
     USING erased a
     WHERE r.kind = a.kind AND r.number = a.number
       AND NOT EXISTS (SELECT FROM dossier_party o WHERE o.kind = a.kind AND o.number = a.number);
    RETURN NULL;
END
$$;

CREATE TRIGGER notices
    AFTER DELETE ON dossier_party
    REFERENCING OLD TABLE AS erased
    FOR EACH STATEMENT EXECUTE FUNCTION notices_of_erased_parties();

GRANT SELECT ON notice, notice_reader TO ${servingRole};
GRANT UPDATE (read_to) ON notice_reader TO ${servingRole};
