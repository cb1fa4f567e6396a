SET lock_timeout = '3s';

-- RowDossierTable: the dossiers behind a count, by when they were accepted or ended.
CREATE INDEX dossier_accepted ON dossier (competent_unit, accepted_at, id) WHERE accepted_at IS NOT NULL;
CREATE INDEX dossier_finished ON dossier (competent_unit, finished_at) WHERE accepted_at IS NOT NULL;

-- The same by who received it, where that is another unit.
CREATE INDEX dossier_accepted_elsewhere ON dossier (receiving_unit, accepted_at, id)
    WHERE accepted_at IS NOT NULL AND receiving_unit <> competent_unit;

-- What was told long after: as of a day before it was told, a dossier may be open that had ended.
CREATE INDEX dossier_event_told_late ON dossier_event (recorded_at, dossier_id) WHERE recorded_at > occurred_at;
