-- Checked apart from V25, whose lock would have kept everybody out for as long as the table is long.

SET lock_timeout = '3s';

ALTER TABLE dossier_party VALIDATE CONSTRAINT dossier_party_role;
ALTER TABLE dossier_party VALIDATE CONSTRAINT dossier_party_applicant_reads;
