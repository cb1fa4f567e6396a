SET lock_timeout = '3s';

-- A term may be several named stages, each beginning when the one before is due. They stand in the row of their term, so
-- that no term is ever half there, and are read and written whole.
CREATE FUNCTION are_stages_of_a_term(stages jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN (
        SELECT count(*) BETWEEN 2 AND 12
               AND count(DISTINCT e.stage ->> 'name') = count(*)
               AND bool_and(coalesce(
                       length(e.stage ->> 'name') BETWEEN 1 AND 100
                       AND btrim(e.stage ->> 'name') = e.stage ->> 'name'
                       AND CASE
                               WHEN e.stage ->> 'unit' = 'IMMEDIATE' THEN e.stage - CAST('{name,unit}' AS text[]) = '{}'
                               WHEN e.stage ->> 'unit' = 'SAME_DAY'
                                   THEN e.stage - CAST('{name,unit,cutOff}' AS text[]) = '{}'
                                        AND e.stage ->> 'cutOff' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
                               WHEN e.stage ->> 'unit' IN ('WORKING_DAY', 'WORKING_HOUR', 'CALENDAR_DAY', 'CLOCK_HOUR', 'MONTH')
                                   THEN e.stage - CAST('{name,unit,value}' AS text[]) = '{}'
                                        AND CASE
                                                WHEN jsonb_typeof(e.stage -> 'value') = 'number'
                                                    THEN CAST(e.stage ->> 'value' AS numeric) BETWEEN 1 AND 3650
                                                         AND CAST(e.stage ->> 'value' AS numeric) % 1 = 0
                                            END
                           END,
                       false))
          FROM jsonb_array_elements(CASE jsonb_typeof(stages) WHEN 'array' THEN stages ELSE '[]' END) AS e (stage));

COMMENT ON FUNCTION are_stages_of_a_term IS 'Two to twelve stages, each with a name of its own and a term without stages.';

ALTER TABLE procedure_variant
    ADD COLUMN term_stages jsonb,
    DROP CONSTRAINT procedure_variant_term_unit_check,
    DROP CONSTRAINT term_is_whole_or_absent,
    ADD CONSTRAINT procedure_variant_term_unit_check CHECK (
        term_unit IN ('WORKING_DAY', 'WORKING_HOUR', 'CALENDAR_DAY', 'CLOCK_HOUR', 'MONTH', 'SAME_DAY', 'IMMEDIATE', 'STAGES')),
    ADD CONSTRAINT term_is_whole_or_absent CHECK (
        CASE
            WHEN term_unit = 'STAGES' THEN
                term_value IS NULL AND term_cut_off IS NULL AND term_stages IS NOT NULL AND are_stages_of_a_term(term_stages)
            WHEN term_stages IS NOT NULL THEN false
            WHEN term_unit IS NULL OR term_unit = 'IMMEDIATE' THEN term_value IS NULL AND term_cut_off IS NULL
            WHEN term_unit = 'SAME_DAY' THEN term_value IS NULL AND term_cut_off IS NOT NULL
            ELSE term_value IS NOT NULL AND term_cut_off IS NULL
        END);

ALTER TABLE term_confirmation
    ADD COLUMN term_stages jsonb,
    DROP CONSTRAINT confirmed_term_is_whole,
    ADD CONSTRAINT confirmed_term_is_whole CHECK (
        CASE
            WHEN term_unit = 'STAGES' THEN
                term_value IS NULL AND term_cut_off IS NULL AND term_stages IS NOT NULL AND are_stages_of_a_term(term_stages)
            WHEN term_stages IS NOT NULL THEN false
            WHEN term_unit = 'IMMEDIATE' THEN term_value IS NULL AND term_cut_off IS NULL
            WHEN term_unit = 'SAME_DAY' THEN term_value IS NULL AND term_cut_off IS NOT NULL
            ELSE term_unit IN ('WORKING_DAY', 'WORKING_HOUR', 'CALENDAR_DAY', 'CLOCK_HOUR', 'MONTH')
                 AND term_value IS NOT NULL AND term_cut_off IS NULL
        END);

COMMENT ON COLUMN procedure_variant.term_stages IS 'With STAGES: [{"name", "unit", "value" or "cutOff"}], in their order.';
COMMENT ON COLUMN term_confirmation.term_stages IS 'With STAGES: [{"name", "unit", "value" or "cutOff"}], in their order.';

-- What the law of a sector may say of its clocks besides; the defaults are the general rules.
ALTER TABLE procedure_version
    ADD COLUMN first_day     text    NOT NULL DEFAULT 'OF_OPENING' CHECK (first_day IN ('OF_OPENING', 'OF_RECEIPT')),
    ADD COLUMN closes_itself boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN procedure_version.first_day IS 'Which day does not count: that from which it counts, or the day of receipt even after closing.';
COMMENT ON COLUMN procedure_version.closes_itself IS 'Whether the dossier closes when the window ends without a supplement; else a clerk may close it.';
