-- Working calendars. A version is complete in itself and never edited: a new notice is a new version, so that a due
-- moment can always be recomputed with the version it names.

SET lock_timeout = '3s';

CREATE TABLE calendar_version (
    version     integer PRIMARY KEY CHECK (version > 0),
    known_from  date    NOT NULL,
    known_until date    NOT NULL,
    note        text    NOT NULL,
    CHECK (known_from <= known_until)
);

COMMENT ON TABLE calendar_version IS 'The newest version counts; older ones explain older due moments.';
COMMENT ON COLUMN calendar_version.known_from IS 'The first day anything is known of.';
COMMENT ON COLUMN calendar_version.known_until IS 'The last day anything is known of; past it nothing is guessed.';

CREATE TABLE calendar_day (
    version integer NOT NULL REFERENCES calendar_version (version),
    day     date    NOT NULL,
    kind    text    NOT NULL CHECK (kind IN ('off', 'work')),
    reason  text    NOT NULL CHECK (reason <> ''),
    source  text    NOT NULL CHECK (source <> ''),
    status  text    NOT NULL CHECK (status IN ('official', 'forecast')),
    PRIMARY KEY (version, day),
    CONSTRAINT calendar_day_differs_from_its_weekday CHECK ((kind = 'work') = (extract(isodow FROM day) >= 6))
);

COMMENT ON TABLE calendar_day IS 'Only days that are not what their weekday says: weekdays off, weekend days worked.';
COMMENT ON COLUMN calendar_day.reason IS 'In Vietnamese, as people know the day.';
COMMENT ON COLUMN calendar_day.source IS 'The law, notice or letter that says so.';
COMMENT ON COLUMN calendar_day.status IS 'forecast while it is expected and not yet decreed.';

GRANT SELECT ON calendar_version, calendar_day TO ${servingRole};
