-- Who of the staff is what, where and since when, for issuers that say who somebody is and not what she may do
-- (src/adr/0022). Added to and ended, never rewritten: who moves office keeps the history.

SET lock_timeout = '3s';

CREATE TABLE staff_assignment (
    id          integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject     text        NOT NULL,
    role        text        NOT NULL CHECK (role IN ('CLERK', 'OFFICER', 'LEADER', 'AUDITOR', 'OPERATOR', 'MACHINE')),
    agency_id   integer     REFERENCES agency (id),
    unit        text,
    valid_from  date        NOT NULL,
    valid_to    date,
    assigned_by text        NOT NULL,
    assigned_at timestamptz NOT NULL,
    ended_by    text,
    ended_at    timestamptz,
    CHECK ((agency_id IS NOT NULL) = (role IN ('CLERK', 'OFFICER', 'LEADER')) OR role = 'MACHINE'),
    CHECK ((unit IS NOT NULL) = (role = 'AUDITOR')),
    CHECK (valid_to >= valid_from - 1),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    CHECK (ended_at IS NULL OR valid_to IS NOT NULL)
);

COMMENT ON COLUMN staff_assignment.subject IS 'Issuer and subject of the token, with a vertical bar between.';
COMMENT ON COLUMN staff_assignment.unit IS 'The code of the unit below which an auditor sees.';
COMMENT ON COLUMN staff_assignment.valid_to IS 'The last day, inclusive; null while nobody has said; the day before valid_from when it never began.';
COMMENT ON COLUMN staff_assignment.ended_at IS 'When valid_to was last said, if it was said later than the rest.';

CREATE UNIQUE INDEX staff_assignment_once
    ON staff_assignment (subject, role, coalesce(agency_id, 0), coalesce(unit, ''), valid_from) WHERE ended_at IS NULL;

ALTER TABLE reference_version DROP CONSTRAINT reference_version_capability_check;
ALTER TABLE reference_version ADD CONSTRAINT reference_version_capability_check
    CHECK (capability IN ('territory', 'procedure', 'calendar', 'staff'));
INSERT INTO reference_version (capability, version) VALUES ('staff', 1);

GRANT SELECT, INSERT ON staff_assignment TO ${servingRole};
GRANT UPDATE (valid_to, ended_by, ended_at) ON staff_assignment TO ${servingRole};
