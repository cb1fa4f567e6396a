-- Dossiers: the current state, the log that says how it got there, and what may be erased.
-- Every table of the family carries dossier_id (its distribution key) and home_agency_id (who received it, immutable).
-- Personal data stand only in dossier_party, dossier_private and idempotency; erasing them leaves log and figures whole.

SET lock_timeout = '3s';

CREATE TABLE dossier (
    id                   uuid        PRIMARY KEY,
    home_agency_id       integer     NOT NULL REFERENCES agency (id),
    receiving_unit       integer     NOT NULL REFERENCES administrative_unit (version),
    competent_agency_id  integer     NOT NULL REFERENCES agency (id),
    competent_unit       integer     NOT NULL REFERENCES administrative_unit (version),
    procedure_version_id integer     NOT NULL REFERENCES procedure_version (id),
    channel              text        NOT NULL CHECK (channel IN ('ONLINE', 'COUNTER', 'POSTAL')),
    case_code            text        NOT NULL,
    result_delivery      text        NOT NULL CHECK (result_delivery IN ('COUNTER', 'POST', 'ELECTRONIC')),
    tracking_code        text        NOT NULL,
    code                 text,
    status               smallint    CHECK (status BETWEEN 1 AND 10),
    version              integer     NOT NULL CHECK (version >= 1),
    filed_at             timestamptz,
    expires_at           timestamptz,
    intake_due_at        timestamptz,
    accepted_at          timestamptz,
    refused_at           timestamptz,
    first_promised_at    timestamptz,
    due_at               timestamptz,
    due_day              date,
    due_missing          text        CHECK (due_missing IN ('TERM_UNCONFIRMED', 'CALENDAR_ENDS')),
    depends_on_forecast  boolean,
    calendar_version     integer,
    clock_rule           text,
    handed_over_to       integer     REFERENCES agency (id),
    finished_at          timestamptz,
    returned_at          timestamptz,
    last_event_at        timestamptz NOT NULL,
    CHECK ((status IS NULL) = (filed_at IS NULL)),
    CHECK ((accepted_at IS NULL) = (code IS NULL)),
    CHECK (accepted_at IS NULL OR (due_at IS NULL) = (due_missing IS NOT NULL)),
    CHECK ((due_at IS NULL) = (due_day IS NULL)),
    CHECK (first_promised_at IS NOT NULL OR due_at IS NULL),
    CHECK (accepted_at IS NULL OR accepted_at >= filed_at),
    CHECK (finished_at IS NULL OR finished_at >= accepted_at),
    CHECK (returned_at IS NULL OR returned_at >= finished_at)
);

COMMENT ON COLUMN dossier.receiving_unit IS 'A dated version of the unit: codes were reused in 2025.';
COMMENT ON COLUMN dossier.due_day IS 'The day of due_at in Viet Nam, computed outside; SQL only compares it.';
COMMENT ON COLUMN dossier.status IS 'The official number; null while announced files are missing.';

-- Figures of today: what is open and due today.
CREATE INDEX dossier_open_due ON dossier (due_day, due_at) WHERE finished_at IS NULL AND due_day IS NOT NULL;

CREATE TABLE dossier_event (
    id                  uuid        NOT NULL,
    dossier_id          uuid        NOT NULL,
    sequence            integer     NOT NULL CHECK (sequence >= 1),
    type                text        NOT NULL,
    schema_version      smallint    NOT NULL,
    occurred_at         timestamptz NOT NULL,
    recorded_at         timestamptz NOT NULL,
    actor_kind          text        NOT NULL,
    actor_ref           text        NOT NULL,
    home_agency_id      integer     NOT NULL,
    receiving_unit      integer     NOT NULL,
    competent_agency_id integer     NOT NULL,
    competent_unit      integer     NOT NULL,
    payload             text        NOT NULL,
    digest              bytea       NOT NULL CHECK (octet_length(digest) = 32),
    recorded_xid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (dossier_id, sequence)
);

COMMENT ON TABLE dossier_event IS 'Append-only: the serving role may insert and read. No foreign key points here, so that it can be partitioned.';
COMMENT ON COLUMN dossier_event.digest IS 'SHA-256 over the event''s line in canonical form (RFC 8785), payload included.';
COMMENT ON COLUMN dossier_event.recorded_xid IS 'Consumers read in this order, below the oldest transaction still running.';

CREATE TABLE dossier_party (
    dossier_id     uuid    NOT NULL,
    home_agency_id integer NOT NULL,
    kind           text    NOT NULL CHECK (kind IN ('CITIZEN', 'FOREIGNER', 'ORGANISATION')),
    number         text    NOT NULL,
    PRIMARY KEY (dossier_id, kind, number)
);

CREATE INDEX dossier_party_number ON dossier_party (kind, number);

CREATE TABLE dossier_private (
    dossier_id     uuid    NOT NULL,
    home_agency_id integer NOT NULL,
    sequence       integer NOT NULL,
    salt           bytea   NOT NULL CHECK (octet_length(salt) = 16),
    content        text    NOT NULL,
    PRIMARY KEY (dossier_id, sequence)
);

COMMENT ON TABLE dossier_private IS 'Names, contacts, form values and reasons. The event holds SHA-256(salt || content) only.';

-- National by nature: any code leads to its dossier.
CREATE TABLE code_registry (
    code           text    PRIMARY KEY,
    dossier_id     uuid    NOT NULL,
    home_agency_id integer NOT NULL
);

-- National by nature: the last number given out by the competent agency on a day in Viet Nam.
CREATE TABLE agency_day (
    agency_id integer NOT NULL REFERENCES agency (id),
    day       date    NOT NULL,
    last      integer NOT NULL CHECK (last >= 1),
    PRIMARY KEY (agency_id, day)
) WITH (fillfactor = 50);

-- National by nature: the first answer to a caller's key. Kept 30 days.
CREATE TABLE idempotency (
    caller         text        NOT NULL,
    key            text        NOT NULL,
    request        text        NOT NULL,
    dossier_id     uuid        NOT NULL,
    home_agency_id integer     NOT NULL,
    status         smallint    NOT NULL,
    version        integer     NOT NULL,
    body           text        NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);

CREATE INDEX idempotency_created ON idempotency (created_at);

COMMENT ON COLUMN idempotency.request IS 'Path and SHA-256 of the body in canonical form (RFC 8785).';

GRANT SELECT, INSERT, UPDATE ON dossier, agency_day TO ${servingRole};
GRANT SELECT, INSERT ON dossier_event, code_registry TO ${servingRole};
GRANT SELECT, INSERT, DELETE ON dossier_party, dossier_private, idempotency TO ${servingRole};
