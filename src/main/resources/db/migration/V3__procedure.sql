SET lock_timeout = '3s';

-- The catalogue. The version in force on the day of reception decides a dossier's term (Decree 118/2025/ND-CP);
-- terms and fees differ by channel and case, so they stand in the variants.

CREATE TABLE procedure_version (
    id             integer PRIMARY KEY,
    code           text    NOT NULL CHECK (code ~ '^[0-9]\.[0-9]{6}$'),
    name           text    NOT NULL CHECK (name <> ''),
    sector         text    NOT NULL CHECK (sector <> ''),
    effective_from date    NOT NULL,
    effective_to   date,
    level          text    NOT NULL CHECK (level IN ('NATION', 'MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    decided_by     text    NOT NULL CHECK (decided_by IN ('PEOPLES_COMMITTEE', 'POLICE')),
    decision       text    NOT NULL CHECK (decision <> ''),
    source         text    NOT NULL CHECK (source <> ''),
    UNIQUE (code, effective_from),
    CHECK (effective_to >= effective_from)
);

CREATE UNIQUE INDEX procedure_version_one_in_force ON procedure_version (code) WHERE effective_to IS NULL;

COMMENT ON TABLE procedure_version IS 'Versions, never rewritten: open dossiers keep the one of their day of reception.';
COMMENT ON COLUMN procedure_version.sector IS 'The field (linh vuc) under which the national portal lists it.';
COMMENT ON COLUMN procedure_version.effective_to IS 'The last day, inclusive; null while in force.';
COMMENT ON COLUMN procedure_version.decided_by IS 'The kind of agency that decides it, at the level of this row.';
COMMENT ON COLUMN procedure_version.decision IS 'The ministry''s decision that publishes the procedure.';

CREATE TABLE procedure_variant (
    procedure_version integer NOT NULL REFERENCES procedure_version (id),
    channel           text    NOT NULL CHECK (channel IN ('ONLINE', 'COUNTER', 'POSTAL')),
    case_code         text    NOT NULL CHECK (case_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(case_code) <= 60),
    case_name         text    NOT NULL CHECK (case_name <> ''),
    term_unit         text    CHECK (term_unit IN ('WORKING_DAY', 'WORKING_HOUR', 'CALENDAR_DAY', 'CLOCK_HOUR', 'MONTH',
                                                   'SAME_DAY', 'IMMEDIATE')),
    term_value        integer CHECK (term_value BETWEEN 1 AND 3650),
    term_cut_off      time,
    fee_vnd           bigint  CHECK (fee_vnd >= 0),
    term_source       text    CHECK (term_source <> ''),
    PRIMARY KEY (procedure_version, channel, case_code),
    CONSTRAINT term_is_whole_or_absent CHECK (
        CASE
            WHEN term_unit IS NULL OR term_unit = 'IMMEDIATE' THEN term_value IS NULL AND term_cut_off IS NULL
            WHEN term_unit = 'SAME_DAY' THEN term_value IS NULL AND term_cut_off IS NOT NULL
            ELSE term_value IS NOT NULL AND term_cut_off IS NULL
        END),
    CONSTRAINT term_names_its_source CHECK ((term_unit IS NULL) = (term_source IS NULL))
);

COMMENT ON COLUMN procedure_variant.term_unit IS 'Null while nobody confirmed a term; the dossier then has no due moment (R-5).';
COMMENT ON COLUMN procedure_variant.term_cut_off IS 'With SAME_DAY: what comes later is answered on the next working day.';
COMMENT ON COLUMN procedure_variant.fee_vnd IS 'Whole dong; null when unknown or set by a provincial council.';

GRANT SELECT ON procedure_version, procedure_variant TO ${servingRole};
