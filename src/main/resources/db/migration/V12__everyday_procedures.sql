SET lock_timeout = '3s';

ALTER TABLE procedure_version
    ADD COLUMN levels   text[] NOT NULL DEFAULT '{}' CHECK (levels <@ ARRAY['NATION', 'MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE']),
    ADD COLUMN agencies text   CHECK (agencies <> '');

COMMENT ON COLUMN procedure_version.levels IS 'The levels that the national portal''s page names; empty when it names offices outside them.';
COMMENT ON COLUMN procedure_version.agencies IS 'Who carries it out, in the page''s words; what is understood of them stands in procedure_decider.';

ALTER TABLE procedure_variant
    ALTER COLUMN shown_value TYPE text,
    DROP CONSTRAINT procedure_variant_shown_value_check,
    DROP CONSTRAINT procedure_variant_shown_unit_check,
    ADD CONSTRAINT procedure_variant_shown_value_check CHECK (shown_value <> ''),
    ADD CONSTRAINT procedure_variant_shown_unit_check CHECK (shown_unit IN ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'MONTH')),
    ADD COLUMN listing text NOT NULL DEFAULT 'SHOWN' CHECK (listing IN ('SHOWN', 'ONLY_WITH_TERM', 'NOT_SHOWN', 'BY_HAND'));

COMMENT ON COLUMN procedure_variant.shown_value IS 'The number as the national portal shows it, fractions too; null where it shows none.';
COMMENT ON COLUMN procedure_variant.listing IS 'How the page offers it: its channel is listed, has only a term, or no channel is listed; BY_HAND: not at all.';
