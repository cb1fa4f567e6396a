SET lock_timeout = '3s';

-- How sure one must be of a citizen who files: the level of the account (Decree 69/2024 article 7) and of the session's
-- authentication (article 20), two scales. Where nobody said that a procedure asks for one, it asks for none.

ALTER TABLE procedure_version
    ADD COLUMN account_level        smallint CHECK (account_level BETWEEN 1 AND 2),
    ADD COLUMN authentication_level smallint CHECK (authentication_level BETWEEN 1 AND 4);

COMMENT ON COLUMN procedure_version.account_level IS 'The least account level of a Vietnamese citizen; organisations and foreigners have none. Null where none is asked.';
COMMENT ON COLUMN procedure_version.authentication_level IS 'The least authentication level of the session. Null where none is asked.';

-- The procedure's own page names an account of level 2 (1383/QĐ-BCA).
UPDATE procedure_version SET account_level = 2 WHERE code = '1.012575';
UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure';
