SET lock_timeout = '3s';

-- Dossiers of the past, told by machine clients: the People's Committees of the three levels until 2025-06-30, which decided
-- them or took them in, and the names that the sources give to dossiers.

-- As Establishment founds them: the id is 10000000 + the unit's number x 10 + 1, so that no agency of today's units has it,
-- although many of those took over a code. No official identifiers are known. Other agencies of the three levels are not
-- loaded. Kept for the whole country by import, which finds these rows as it would write them.
INSERT INTO agency (id, kind, level, parent)
SELECT 10000000 + u.version * 10 + 1, 'PEOPLES_COMMITTEE', u.level,
       CASE WHEN u.level <> 'PROVINCE' THEN 10000000 + u.parent * 10 + 1 END
  FROM administrative_unit u
 WHERE u.version < 1000000 AND u.level IN ('PROVINCE', 'DISTRICT', 'COMMUNE')
 ORDER BY u.level = 'COMMUNE', u.level = 'DISTRICT', u.version;

INSERT INTO agency_version (agency_id, valid_from, valid_to, name, unit)
SELECT 10000000 + u.version * 10 + 1, u.valid_from, u.valid_to,
       'Ủy ban nhân dân ' || lower(left(u.name, 1)) || substr(u.name, 2), u.version
  FROM administrative_unit u
 WHERE u.version < 1000000 AND u.level IN ('PROVINCE', 'DISTRICT', 'COMMUNE');

INSERT INTO agency_identifier (agency_id, identifier, status, valid_from)
SELECT 10000000 + u.version * 10 + 1, 'Z98.' || u.code, 'PROVISIONAL', u.valid_from
  FROM administrative_unit u
 WHERE u.version < 1000000 AND u.level IN ('PROVINCE', 'DISTRICT', 'COMMUNE');

UPDATE reference_version SET version = version + 1 WHERE capability = 'territory';

COMMENT ON TABLE code_registry IS
    'National by nature: any code leads to its dossier. src:<system>:<reference> is what the source of an import calls it; once only.';
