-- Warnings before a clock runs out: when the next one of a dossier is due. Acts that start, move or end a clock set it, and the
-- sweeper that gives the warnings moves it on (src/adr/0026).

SET lock_timeout = '3s';

-- The default is for the dossiers that stand here already, and costs no rewrite: the sweeper's first pass finds their next
-- warnings, a batch at a time, and gives them none that should have come before.
ALTER TABLE dossier ADD COLUMN next_warning_at timestamptz DEFAULT '1970-01-01 00:00:00+00';
ALTER TABLE dossier ALTER COLUMN next_warning_at DROP DEFAULT;

COMMENT ON COLUMN dossier.next_warning_at IS 'Null when no clock of it will warn again; 1970 while nobody looked at a dossier that is older than the column.';

CREATE INDEX dossier_next_warning ON dossier (next_warning_at, id)
    WHERE next_warning_at IS NOT NULL AND status IN (1, 2, 4, 5, 6, 7);

INSERT INTO lease (name) VALUES ('deadline-warnings');

-- What staff see of a dossier's clocks is recorded like the rest.
ALTER TABLE dossier_access
    DROP CONSTRAINT dossier_access_purpose_check,
    ADD CONSTRAINT dossier_access_purpose_check
        CHECK (purpose IN ('DOSSIER', 'HISTORY', 'DEADLINE', 'QUEUE', 'SEARCH')) NOT VALID;
