SET lock_timeout = '3s';

-- What a simulated clock has touched is told apart for ever (R-6). Written by the act that moves the clock of a development
-- service, and by bulk simulation; production refuses a database that has the row. The serving role can move its moment on
-- and never delete it.
CREATE TABLE simulated_clock (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    moment   timestamptz NOT NULL
) WITH (fillfactor = 50);

COMMENT ON TABLE simulated_clock IS 'One row when the log was ever written at a moment that was not that of the day; else none.';
COMMENT ON COLUMN simulated_clock.moment IS 'The furthest moment that was reached; a development service goes on from there.';

GRANT SELECT, INSERT, UPDATE ON simulated_clock TO ${servingRole};
