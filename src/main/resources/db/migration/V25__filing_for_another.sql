SET lock_timeout = '3s';

-- Filing for another: beside the applicant stands who handed the dossier in, and reads it as long as the authority lasts.
-- No desk finds a dossier by its representative, so `search` stays empty there.
ALTER TABLE dossier_party
    ADD COLUMN role        text NOT NULL DEFAULT 'APPLICANT',
    ADD COLUMN readable_to date,
    ADD CONSTRAINT dossier_party_role CHECK (role IN ('APPLICANT', 'REPRESENTATIVE')) NOT VALID,
    ADD CONSTRAINT dossier_party_applicant_reads CHECK (role <> 'APPLICANT' OR readable_to IS NULL) NOT VALID;

COMMENT ON COLUMN dossier_party.readable_to IS
    'The last day in Viet Nam on which a representative reads the dossier; null for those who read it for ever.';
