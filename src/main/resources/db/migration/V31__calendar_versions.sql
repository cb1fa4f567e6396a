-- One sequence of versions for everything that working time depends on: days of the whole administration, hours and
-- closures of agencies (src/adr/0025). A version is added, never edited.

SET lock_timeout = '3s';

ALTER TABLE calendar_version
    ADD COLUMN agency_id       integer     REFERENCES agency (id),
    ADD COLUMN source          text        CHECK (source <> ''),
    ADD COLUMN status          text        NOT NULL DEFAULT 'official' CHECK (status IN ('official', 'forecast', 'proposed')),
    ADD COLUMN counts_from     date,
    ADD COLUMN reaches_back    boolean     NOT NULL DEFAULT false,
    ADD COLUMN entered_as      text        NOT NULL DEFAULT 'MIGRATION' CHECK (entered_as IN ('OPERATOR', 'IMPORT', 'MIGRATION')),
    ADD COLUMN entered_by      text,
    ADD COLUMN entered_at      timestamptz,
    ADD COLUMN change          json,
    ADD COLUMN idempotency_key text,
    ADD COLUMN request         text,
    ADD CONSTRAINT calendar_version_once UNIQUE (entered_by, idempotency_key),
    ADD CONSTRAINT calendar_version_entered CHECK (
        entered_as <> 'OPERATOR'
        OR (entered_by IS NOT NULL AND entered_at IS NOT NULL AND change IS NOT NULL AND request IS NOT NULL)),
    ADD CONSTRAINT calendar_version_key_of_request CHECK (idempotency_key IS NULL OR request IS NOT NULL);

-- Versions that are there came with the program, or by an import, whose note says so.
UPDATE calendar_version
   SET source      = note,
       counts_from = known_from,
       entered_as  = CASE WHEN note LIKE 'Imported on %' THEN 'IMPORT' ELSE 'MIGRATION' END;

ALTER TABLE calendar_version
    ALTER COLUMN source SET NOT NULL,
    ALTER COLUMN counts_from SET NOT NULL,
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN entered_as DROP DEFAULT;

COMMENT ON COLUMN calendar_version.agency_id IS 'Whose times it changes; null for the days of the whole administration.';
COMMENT ON COLUMN calendar_version.source IS 'The decree, notice or letter; of versions before V31 their note.';
COMMENT ON COLUMN calendar_version.status IS 'proposed moves nothing; forecast counts, since the law gives the days and only their dates are open.';
COMMENT ON COLUMN calendar_version.counts_from IS 'The first day that it is about.';
COMMENT ON COLUMN calendar_version.reaches_back IS 'It changed days before the one on which it was entered.';
COMMENT ON COLUMN calendar_version.entered_by IS 'The subject of the operator; shown to nobody but an inspection.';
COMMENT ON COLUMN calendar_version.change IS 'What it says otherwise than the one before; null of versions before V31.';
COMMENT ON COLUMN calendar_version.request IS 'Path and digest of the body that brought it.';

ALTER TABLE calendar_day
    ADD COLUMN part text NOT NULL DEFAULT 'whole' CHECK (part IN ('whole', 'morning', 'afternoon')),
    DROP CONSTRAINT calendar_day_status_check,
    ADD CONSTRAINT calendar_day_status_check CHECK (status IN ('official', 'forecast', 'proposed'));

COMMENT ON COLUMN calendar_day.status IS
    'forecast while the law gives it and its date is expected: counted; proposed while somebody wants it: not counted.';
COMMENT ON COLUMN calendar_day.part IS 'How much of the day is off or worked; slots that begin before noon are of the morning.';

CREATE TABLE calendar_hours (
    agency_id     integer NOT NULL REFERENCES agency (id),
    kind          text    NOT NULL CHECK (kind IN ('working', 'reception')),
    since         date    NOT NULL,
    slots         json    NOT NULL,
    weekdays      json    NOT NULL,
    brought_by    integer NOT NULL REFERENCES calendar_version (version),
    taken_back_by integer REFERENCES calendar_version (version),
    PRIMARY KEY (agency_id, kind, since, brought_by),
    CHECK (taken_back_by > brought_by)
);

COMMENT ON TABLE calendar_hours IS 'Hours of an agency since a day, until those with a later day; before the first, agency.office_hours.';
COMMENT ON COLUMN calendar_hours.kind IS 'working is counted by clocks; reception is when people are received, and never counted.';
COMMENT ON COLUMN calendar_hours.slots IS 'Of every day without slots of its own: [{"from": "07:00", "to": "11:30"}, ...].';
COMMENT ON COLUMN calendar_hours.weekdays IS 'Days of the week with slots of their own: [{"weekday": "FRIDAY", "slots": [...]}, ...].';
COMMENT ON COLUMN calendar_hours.taken_back_by IS 'The first version in which it counts no more.';

CREATE UNIQUE INDEX calendar_hours_once ON calendar_hours (agency_id, kind, since) WHERE taken_back_by IS NULL;

CREATE TABLE calendar_closure (
    agency_id     integer     NOT NULL REFERENCES agency (id),
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    reason        text        NOT NULL CHECK (reason <> ''),
    source        text        NOT NULL CHECK (source <> ''),
    status        text        NOT NULL CHECK (status IN ('official', 'forecast')),
    brought_by    integer     NOT NULL REFERENCES calendar_version (version),
    taken_back_by integer     REFERENCES calendar_version (version),
    PRIMARY KEY (agency_id, starts_at, brought_by),
    CHECK (starts_at < ends_at),
    CHECK (taken_back_by > brought_by)
);

COMMENT ON TABLE calendar_closure IS 'Times when one agency alone was or will be closed: a storm, an outage.';
COMMENT ON COLUMN calendar_closure.ends_at IS 'The first moment with work again.';

CREATE UNIQUE INDEX calendar_closure_once ON calendar_closure (agency_id, starts_at) WHERE taken_back_by IS NULL;

GRANT SELECT, INSERT ON calendar_hours, calendar_closure TO ${servingRole};
GRANT UPDATE (taken_back_by) ON calendar_hours, calendar_closure TO ${servingRole};
