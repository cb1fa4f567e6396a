SET lock_timeout = '3s';

-- Work that one instance does at a time. The holder moves the beat twice a second; whoever finds it unmoved at several
-- looks in a row takes the lease over and raises the token. No clock is compared, neither of instances nor of the server.
CREATE TABLE lease (
    name   text   PRIMARY KEY,
    holder uuid,
    token  bigint NOT NULL DEFAULT 0,
    beat   bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

COMMENT ON COLUMN lease.holder IS 'The running instance; null when it was given back.';
COMMENT ON COLUMN lease.token IS 'Raised with every holder. What is written under a lease names it, in the statement that writes.';

INSERT INTO lease (name) VALUES ('answers-sweep'), ('figures-fold'), ('log-positions');

GRANT SELECT, UPDATE ON lease TO ${servingRole};

-- Dense positions of committed events. National by nature.
CREATE TABLE log_position (
    position   bigint  PRIMARY KEY CHECK (position >= 1),
    dossier_id uuid    NOT NULL,
    sequence   integer NOT NULL,
    UNIQUE (dossier_id, sequence)
);

COMMENT ON TABLE log_position IS 'Insert-only, without a gap; written by position_events alone. A consumer''s place in the log.';

-- The log in the order of its consumers: what follows an event, and what has no position yet.
CREATE INDEX dossier_event_recorded ON dossier_event (recorded_xid, dossier_id, sequence);

-- Gives the next events their positions; answers how many. Below the oldest transaction still running nothing can appear
-- any more, so the event with the last position divides those that have one from those that have none. The lease is locked
-- to the end of the statement: a later holder begins after it, an earlier one finds another token and writes nothing.
-- Without new events nothing is locked. Runs with the owner's rights, so that the serving role can make up no position.
CREATE FUNCTION position_events(instance uuid, fence bigint, most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH newest AS MATERIALIZED (
        SELECT p.position, e.recorded_xid, e.dossier_id, e.sequence
          FROM log_position p
          JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
         WHERE p.position = (SELECT max(position) FROM log_position)
    ), following AS MATERIALIZED (
        SELECT e.recorded_xid, e.dossier_id, e.sequence
          FROM dossier_event e
         WHERE e.recorded_xid < pg_snapshot_xmin(pg_current_snapshot())
           AND (e.recorded_xid, e.dossier_id, e.sequence)
               > (coalesce((SELECT recorded_xid FROM newest), CAST('0' AS xid8)),
                  coalesce((SELECT dossier_id FROM newest), CAST('00000000-0000-0000-0000-000000000000' AS uuid)),
                  coalesce((SELECT sequence FROM newest), 0))
         ORDER BY e.recorded_xid, e.dossier_id, e.sequence
         LIMIT most
    ), held AS MATERIALIZED (
        SELECT l.name
          FROM lease l
         WHERE l.name = 'log-positions' AND l.holder = instance AND l.token = fence
           AND EXISTS (SELECT FROM following)
           FOR KEY SHARE
    ), positioned AS (
        INSERT INTO log_position (position, dossier_id, sequence)
        SELECT coalesce((SELECT position FROM newest), 0)
               + row_number() OVER (ORDER BY f.recorded_xid, f.dossier_id, f.sequence),
               f.dossier_id, f.sequence
          FROM following f
         CROSS JOIN held
        RETURNING position
    )
    SELECT CAST(count(*) AS integer) FROM positioned
$$;

REVOKE EXECUTE ON FUNCTION position_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION position_events TO ${servingRole};
GRANT SELECT ON log_position TO ${servingRole};
