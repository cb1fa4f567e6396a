SET lock_timeout = '3s';

-- Reference data by import: what was asked, by whom, and what came of it. The serving role may add versions and end open
-- ones; it can rewrite none.

CREATE TABLE reference_import (
    id              uuid        PRIMARY KEY,
    requested_by    text        NOT NULL CHECK (requested_by <> ''),
    requested_at    timestamptz NOT NULL,
    idempotency_key text,
    digest          text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    dry_run         boolean     NOT NULL,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED')),
    progress        text        NOT NULL,
    heartbeat_at    timestamptz NOT NULL,
    finished_at     timestamptz,
    report          text,
    CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
    CHECK (finished_at >= requested_at)
);

-- One runs at a time. Who was given up finds its row ended, and changes nothing.
CREATE UNIQUE INDEX reference_import_one_running ON reference_import ((true)) WHERE state = 'RUNNING';
CREATE UNIQUE INDEX reference_import_key ON reference_import (requested_by, idempotency_key);
CREATE INDEX reference_import_newest ON reference_import (requested_at DESC, id DESC);

COMMENT ON TABLE reference_import IS 'Imports of reference data. Its row and what an import changes are written in one transaction.';
COMMENT ON COLUMN reference_import.requested_by IS 'The operator''s subject, or the command of the jar.';
COMMENT ON COLUMN reference_import.idempotency_key IS 'Null when none was sent, and after 30 days.';
COMMENT ON COLUMN reference_import.digest IS 'SHA-256 over what was to be imported.';
COMMENT ON COLUMN reference_import.progress IS 'JSON: how far it was when last heard of.';
COMMENT ON COLUMN reference_import.heartbeat_at IS 'When it was last heard of; after half a minute of silence it is given up.';
COMMENT ON COLUMN reference_import.report IS 'JSON: what it changed, what is flagged, which lines are bad. Null where it came to none.';

GRANT SELECT, INSERT, UPDATE ON reference_import TO ${servingRole};
GRANT INSERT ON administrative_unit, unit_succession, agency, agency_version, agency_identifier TO ${servingRole};
GRANT UPDATE (valid_to) ON administrative_unit, agency_version, agency_identifier TO ${servingRole};
GRANT INSERT ON calendar_version, calendar_day TO ${servingRole};
GRANT INSERT ON procedure_version, procedure_variant, procedure_decider TO ${servingRole};
GRANT UPDATE (effective_to) ON procedure_version TO ${servingRole};
