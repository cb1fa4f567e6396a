SET lock_timeout = '3s';

-- Territory and agencies over time: three levels until 2025-06-30, who succeeded whom, and agencies whose name, unit and
-- identifier change while the agency stays (Resolutions 202/2025/QH15 and the 34 resolutions on communes; Decision
-- 19/2025/QD-TTg; Decision 20/2020/QD-TTg for identifiers).

ALTER TABLE administrative_unit
    DROP CONSTRAINT administrative_unit_kind_check,
    DROP CONSTRAINT administrative_unit_check3,
    DROP CONSTRAINT administrative_unit_check4,
    ADD CONSTRAINT administrative_unit_kind_fits_level CHECK (
        CASE level
            WHEN 'NATION' THEN kind = 'QUOC_GIA'
            WHEN 'PROVINCE' THEN kind IN ('TINH', 'THANH_PHO')
            WHEN 'DISTRICT' THEN kind IN ('HUYEN', 'QUAN', 'THI_XA', 'THANH_PHO')
            WHEN 'COMMUNE' THEN kind IN ('XA', 'PHUONG', 'THI_TRAN', 'DAC_KHU')
        END);

CREATE TABLE unit_succession (
    id       integer PRIMARY KEY,
    old_unit integer REFERENCES administrative_unit (version),
    new_unit integer REFERENCES administrative_unit (version),
    kind     text    NOT NULL CHECK (kind IN ('UNCHANGED', 'RENAMED', 'KIND_CHANGED', 'RAISED', 'WHOLE', 'PART', 'PART_AREA',
                                              'PART_AREA_ALL_POPULATION', 'PART_POPULATION', 'WHOLE_AREA', 'MERGED',
                                              'ABOLISHED', 'COMMUNE_TO_SPECIAL_ZONE', 'DISTRICT_TO_SPECIAL_ZONE')),
    note     text    CHECK (note <> ''),
    source   text    NOT NULL CHECK (source <> ''),
    UNIQUE NULLS NOT DISTINCT (old_unit, new_unit),
    CHECK (old_unit <> new_unit),
    CHECK (old_unit IS NOT NULL OR new_unit IS NOT NULL),
    CONSTRAINT abolished_has_no_successor CHECK ((kind = 'ABOLISHED') = (new_unit IS NULL))
);

CREATE INDEX unit_succession_new ON unit_succession (new_unit);

COMMENT ON TABLE unit_succession IS 'From a version of a unit to those that took its territory or people; the day is the new one''s first.';
COMMENT ON COLUMN unit_succession.old_unit IS 'Null for ground that belonged to no commune before.';
COMMENT ON COLUMN unit_succession.kind IS 'How much went over, as the official conversion table says; it tells no shares.';

CREATE TABLE agency_version (
    agency_id  integer NOT NULL REFERENCES agency (id),
    valid_from date    NOT NULL,
    valid_to   date,
    name       text    NOT NULL CHECK (name <> ''),
    unit       integer REFERENCES administrative_unit (version),
    PRIMARY KEY (agency_id, valid_from),
    CHECK (valid_to >= valid_from)
);

CREATE UNIQUE INDEX agency_version_one_in_force ON agency_version (agency_id) WHERE valid_to IS NULL;
CREATE INDEX agency_version_unit ON agency_version (unit);

COMMENT ON TABLE agency_version IS 'Name and unit of an agency over time; the agency itself stays, and so do its dossiers and counters.';
COMMENT ON COLUMN agency_version.unit IS 'Null for a ministry.';

INSERT INTO agency_version (agency_id, valid_from, valid_to, name, unit)
SELECT agency.id, unit.valid_from, unit.valid_to, agency.name, agency.unit
  FROM agency
  JOIN administrative_unit AS unit ON unit.version = agency.unit;

ALTER TABLE agency
    DROP COLUMN name,
    DROP COLUMN unit,
    DROP CONSTRAINT agency_kind_check,
    ADD CONSTRAINT agency_kind_check CHECK (kind IN (
        'PEOPLES_COMMITTEE', 'POLICE', 'SERVICE_CENTRE', 'LAND_REGISTRATION_OFFICE', 'JUSTICE_DEPARTMENT',
        'CONSTRUCTION_DEPARTMENT', 'AGRICULTURE_ENVIRONMENT_DEPARTMENT', 'FINANCE_DEPARTMENT', 'MINISTRY'));

-- What every instance keeps in memory. Whoever changes reference data moves its number in the same transaction; instances
-- look every half second and read anew.
CREATE TABLE reference_version (
    capability text   PRIMARY KEY CHECK (capability IN ('territory', 'procedure', 'calendar')),
    version    bigint NOT NULL
);

INSERT INTO reference_version (capability, version) VALUES ('territory', 1), ('procedure', 1), ('calendar', 1);

GRANT SELECT ON unit_succession, agency_version TO ${servingRole};
GRANT SELECT, UPDATE ON reference_version TO ${servingRole};
