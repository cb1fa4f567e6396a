SET lock_timeout = '3s';

-- Where a day of recording begins and ends in the log. Moments of recording are those of the instances, so they only nearly
-- follow the positions: a day's events lie between the two, and some of a neighbour's may too.
CREATE TABLE log_day (
    day            date   PRIMARY KEY,
    first_position bigint NOT NULL CHECK (first_position >= 1),
    last_position  bigint NOT NULL,
    CHECK (last_position >= first_position)
) WITH (fillfactor = 50);

COMMENT ON COLUMN log_day.day IS 'In Viet Nam, of recording; a day on which nothing was recorded has no row.';

-- Hangs on the positions, so that no path gives one without its day. Runs with the owner's rights, so that the serving role
-- can make up no day.
CREATE FUNCTION log_days_of_positions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO log_day AS d (day, first_position, last_position)
    SELECT CAST(e.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) AS recorded_on, min(p.position), max(p.position)
      FROM positioned p
      JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
     GROUP BY recorded_on
     ORDER BY recorded_on
        ON CONFLICT (day) DO UPDATE
       SET first_position = least(d.first_position, excluded.first_position),
           last_position  = greatest(d.last_position, excluded.last_position);
    RETURN NULL;
END
$$;

-- Before what is there is read: from here on no position is given until this migration ends.
CREATE TRIGGER days
    AFTER INSERT ON log_position
    REFERENCING NEW TABLE AS positioned
    FOR EACH STATEMENT EXECUTE FUNCTION log_days_of_positions();

INSERT INTO log_day (day, first_position, last_position)
SELECT CAST(e.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) AS recorded_on, min(p.position), max(p.position)
  FROM log_position p
  JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
 GROUP BY recorded_on;

GRANT SELECT ON log_day TO ${servingRole};
