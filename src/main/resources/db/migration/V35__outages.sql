-- Outages of the system are declared in the calendar, of one agency or of all, and changes of hours may be expected ones
-- (src/adr/0028).

SET lock_timeout = '3s';

-- The default stays: an older release that serves beside this one tells no kind.
ALTER TABLE calendar_closure
    ADD COLUMN kind text NOT NULL DEFAULT 'closure' CHECK (kind IN ('closure', 'outage')),
    DROP CONSTRAINT calendar_closure_pkey;

ALTER TABLE calendar_closure
    ALTER COLUMN agency_id DROP NOT NULL,
    ADD CONSTRAINT calendar_closure_agency CHECK (agency_id IS NOT NULL OR kind = 'outage'),
    ADD CONSTRAINT calendar_closure_brought UNIQUE NULLS NOT DISTINCT (agency_id, kind, starts_at, brought_by);

DROP INDEX calendar_closure_once;
CREATE UNIQUE INDEX calendar_closure_once ON calendar_closure (agency_id, kind, starts_at) NULLS NOT DISTINCT
    WHERE taken_back_by IS NULL;

COMMENT ON TABLE calendar_closure IS 'Times when one agency alone is closed, or the system is out of order: of one agency, or of all.';
COMMENT ON COLUMN calendar_closure.agency_id IS 'Null for an outage of all agencies.';
COMMENT ON COLUMN calendar_closure.kind IS 'closure takes working time away; outage does not, and clocks stand still.';

ALTER TABLE calendar_hours
    ADD COLUMN status text NOT NULL DEFAULT 'official' CHECK (status IN ('official', 'forecast'));

UPDATE calendar_hours h
   SET status = 'forecast'
  FROM calendar_version v
 WHERE v.version = h.brought_by
   AND v.status = 'forecast';

COMMENT ON COLUMN calendar_hours.status IS 'forecast while they are expected: counted, and what depends on them says so.';
