-- Which member of staff saw personal data of which dossiers, for what, and when; the dossier's owner reads it back.
-- One row a request and agency, with every dossier that was shown, so that a page of a hundred costs one row and not a hundred
-- (src/adr/0022). Kept for five years at least; only the owner's role can take older rows away.

SET lock_timeout = '3s';

CREATE TABLE dossier_access (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    accessed_at timestamptz NOT NULL,
    subject     text        NOT NULL,
    role        text        NOT NULL CHECK (role IN ('CLERK', 'OFFICER', 'LEADER', 'AUDITOR', 'OPERATOR', 'MACHINE')),
    agency_id   integer     REFERENCES agency (id),
    purpose     text        NOT NULL CHECK (purpose IN ('DOSSIER', 'HISTORY', 'QUEUE', 'SEARCH')),
    dossiers    uuid[]      NOT NULL CHECK (cardinality(dossiers) BETWEEN 1 AND 200)
);

COMMENT ON TABLE dossier_access IS 'Append-only: the serving role may insert and read. No foreign key leads to dossiers, so that their tables can be partitioned.';
COMMENT ON COLUMN dossier_access.agency_id IS 'For which the dossiers were seen; null for an operator, who sees them for none.';

-- Without a list of what is still to be sorted in: a reader never walks it, and no writer pays for the ones before.
CREATE INDEX dossier_access_dossiers ON dossier_access USING gin (dossiers) WITH (fastupdate = off);

GRANT SELECT, INSERT ON dossier_access TO ${servingRole};
