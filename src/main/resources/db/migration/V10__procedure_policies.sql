SET lock_timeout = '3s';

-- What the catalogue must say beside a term: who decides at which level, how the clock runs, what the portal shows, and
-- which terms people confirmed by hand.

ALTER TABLE procedure_version
    ADD COLUMN ministry          text,
    ADD COLUMN portal_url        text,
    ADD COLUMN retention_class   text,
    ADD COLUMN papers            text,
    ADD COLUMN start_event       text     NOT NULL DEFAULT 'ACCEPTED'
        CHECK (start_event IN ('ACCEPTED', 'COMPETENT_RECEPTION', 'FEE_CONFIRMED')),
    ADD COLUMN supplement_policy text     NOT NULL DEFAULT 'RESTART' CHECK (supplement_policy IN ('RESTART', 'PAUSE', 'RUN')),
    ADD COLUMN finance_policy    text     NOT NULL DEFAULT 'RUN' CHECK (finance_policy IN ('RESTART', 'PAUSE', 'RUN')),
    ADD COLUMN max_supplements   smallint NOT NULL DEFAULT 1 CHECK (max_supplements BETWEEN 0 AND 9),
    ADD COLUMN window_unit       text     DEFAULT 'CALENDAR_DAY' CHECK (window_unit IN ('WORKING_DAY', 'CALENDAR_DAY', 'MONTH')),
    ADD COLUMN window_value      integer  DEFAULT 15 CHECK (window_value BETWEEN 1 AND 3650),
    ADD COLUMN due_precision     text     NOT NULL DEFAULT 'DAY' CHECK (due_precision IN ('DAY', 'MOMENT')),
    ADD CONSTRAINT window_is_whole_or_absent CHECK ((window_unit IS NULL) = (window_value IS NULL));

COMMENT ON COLUMN procedure_version.papers IS 'A JSON array of the required papers; null while nobody loaded them, which is not the same as none.';
COMMENT ON COLUMN procedure_version.retention_class IS 'How long dossiers are kept, by the sector''s schedule; null while unknown (Law 33/2024).';
COMMENT ON COLUMN procedure_version.supplement_policy IS 'Decree 118/2025 article 19.5 where sector law is silent: restart from zero.';
COMMENT ON COLUMN procedure_version.window_value IS 'How long the applicant may take to supplement; null where no limit is stated.';

CREATE TABLE procedure_decider (
    procedure_version integer NOT NULL REFERENCES procedure_version (id),
    level             text    NOT NULL CHECK (level IN ('NATION', 'MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    kind              text    NOT NULL,
    agency_id         integer REFERENCES agency (id),
    UNIQUE NULLS NOT DISTINCT (procedure_version, level, kind, agency_id)
);

COMMENT ON TABLE procedure_decider IS 'Which agencies decide: all of a level and kind, or the one that the law names. No row: nobody knows yet.';

INSERT INTO procedure_decider (procedure_version, level, kind)
SELECT id, level, decided_by FROM procedure_version;

ALTER TABLE procedure_version DROP COLUMN level, DROP COLUMN decided_by;

ALTER TABLE procedure_variant
    ADD COLUMN shown_value    integer CHECK (shown_value >= 0),
    ADD COLUMN shown_unit     text    CHECK (shown_unit <> ''),
    ADD COLUMN fee_shown      text    CHECK (fee_shown <> ''),
    ADD COLUMN fee_suspect    boolean NOT NULL DEFAULT false,
    ADD COLUMN payment_moment text    CHECK (payment_moment IN ('RECEPTION', 'SUPPLEMENT', 'RETURN'));

COMMENT ON COLUMN procedure_variant.term_unit IS 'As published, unit included; null while the published text is not enough (R-5).';
COMMENT ON COLUMN procedure_variant.shown_value IS 'The number that the national portal shows, with or without a unit.';
COMMENT ON COLUMN procedure_variant.shown_unit IS 'The unit that the portal shows; null where it shows none.';
COMMENT ON COLUMN procedure_variant.fee_suspect IS 'The portal shows a fee that cannot be, as 20 dong for 20,000; a person must look.';

-- A person's word on a term, with its source. A row of its own: what the portal publishes and what somebody confirmed are
-- two facts. The newest counts.
CREATE TABLE term_confirmation (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    procedure_version integer     NOT NULL,
    channel           text        NOT NULL,
    case_code         text        NOT NULL,
    term_unit         text        NOT NULL,
    term_value        integer     CHECK (term_value BETWEEN 1 AND 3650),
    term_cut_off      time,
    verified          boolean     NOT NULL,
    source            text        NOT NULL CHECK (source <> ''),
    confirmed_by      text        NOT NULL CHECK (confirmed_by <> ''),
    confirmed_at      timestamptz NOT NULL,
    FOREIGN KEY (procedure_version, channel, case_code) REFERENCES procedure_variant (procedure_version, channel, case_code),
    CONSTRAINT confirmed_term_is_whole CHECK (
        CASE term_unit
            WHEN 'IMMEDIATE' THEN term_value IS NULL AND term_cut_off IS NULL
            WHEN 'SAME_DAY' THEN term_value IS NULL AND term_cut_off IS NOT NULL
            ELSE term_unit IN ('WORKING_DAY', 'WORKING_HOUR', 'CALENDAR_DAY', 'CLOCK_HOUR', 'MONTH')
                 AND term_value IS NOT NULL AND term_cut_off IS NULL
        END)
);

CREATE INDEX term_confirmation_variant ON term_confirmation (procedure_version, channel, case_code, id);

COMMENT ON COLUMN term_confirmation.verified IS 'False while the confirmed term rests on practice and not on a text that somebody read.';
COMMENT ON COLUMN term_confirmation.confirmed_by IS 'The operator''s subject, or the project''s own table.';

GRANT SELECT ON procedure_decider TO ${servingRole};
GRANT SELECT, INSERT ON term_confirmation TO ${servingRole};
