SET lock_timeout = '3s';

-- Units of territory and the agencies that act there. Levels: Law on the Organisation of Local Government 2025
-- (two levels below the nation since 2025-07-01). Identifiers: Decision 20/2020/QD-TTg.

CREATE TABLE administrative_unit (
    version    integer PRIMARY KEY,
    code       text    NOT NULL CHECK (code ~ '^(VN|[0-9]{2}|[0-9]{3}|[0-9]{5})$'),
    name       text    NOT NULL CHECK (name <> ''),
    level      text    NOT NULL CHECK (level IN ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    kind       text    NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date,
    parent     integer REFERENCES administrative_unit (version),
    UNIQUE (code, valid_from),
    CHECK (valid_to >= valid_from),
    CHECK ((level = 'NATION') = (parent IS NULL)),
    CHECK (parent <> version),
    CHECK (kind IN ('QUOC_GIA', 'TINH', 'THANH_PHO', 'XA', 'PHUONG', 'DAC_KHU')),
    CHECK (level <> 'COMMUNE' OR kind IN ('XA', 'PHUONG', 'DAC_KHU')),
    CHECK (level <> 'PROVINCE' OR kind IN ('TINH', 'THANH_PHO'))
);

CREATE UNIQUE INDEX administrative_unit_one_in_force ON administrative_unit (code) WHERE valid_to IS NULL;

COMMENT ON TABLE administrative_unit IS
    'Versions of units, never rewritten: codes were reused on 2025-07-01, so a unit is its code and valid_from (R-10).';
COMMENT ON COLUMN administrative_unit.code IS
    'The statistics office''s code: two digits for a province, three for a district, five for a commune.';
COMMENT ON COLUMN administrative_unit.kind IS
    'The Vietnamese kind without diacritics; a commune may become a ward while its level stays.';
COMMENT ON COLUMN administrative_unit.valid_to IS 'The last day, inclusive; null while in force.';

CREATE TABLE agency (
    id           integer PRIMARY KEY,
    kind         text    NOT NULL CHECK (kind IN ('PEOPLES_COMMITTEE', 'POLICE')),
    level        text    NOT NULL CHECK (level IN ('NATION', 'MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    name         text    NOT NULL CHECK (name <> ''),
    unit         integer NOT NULL REFERENCES administrative_unit (version),
    parent       integer REFERENCES agency (id),
    office_hours text    NOT NULL DEFAULT 'S8M' CHECK (office_hours IN ('S8M', 'S8', 'S75')),
    CHECK (parent <> id)
);

CREATE INDEX agency_unit ON agency (unit);

COMMENT ON COLUMN agency.id IS 'Stable, never reused: dossiers, counters and figures hang on it.';
COMMENT ON COLUMN agency.parent IS 'The agency above it in its own line; null where that one is not loaded.';
COMMENT ON COLUMN agency.office_hours IS 'S8M 07:00-11:30, 13:30-17:00; S8 08:00-12:00, 13:00-17:00; S75 07:30-11:30, 13:30-17:00.';

CREATE TABLE agency_identifier (
    agency_id  integer NOT NULL REFERENCES agency (id),
    identifier text    NOT NULL CHECK (length(identifier) <= 35 AND identifier ~ '^[A-Z][0-9]{2}(\.[0-9A-Z]+)*$'),
    status     text    NOT NULL CHECK (status IN ('OFFICIAL', 'PROVISIONAL')),
    valid_from date    NOT NULL,
    valid_to   date,
    PRIMARY KEY (agency_id, valid_from),
    CHECK (valid_to >= valid_from),
    -- Z is the letter that Decision 20/2020 keeps for schemes outside the official list.
    CHECK ((status = 'PROVISIONAL') = (identifier LIKE 'Z%'))
);

CREATE UNIQUE INDEX agency_identifier_one_an_agency ON agency_identifier (agency_id) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX agency_identifier_unique ON agency_identifier (identifier) WHERE valid_to IS NULL;

COMMENT ON COLUMN agency_identifier.valid_to IS 'The last day, inclusive; null while in force.';
COMMENT ON COLUMN agency_identifier.status IS 'PROVISIONAL until the official identifier is confirmed.';

GRANT SELECT ON administrative_unit, agency, agency_identifier TO ${servingRole};
