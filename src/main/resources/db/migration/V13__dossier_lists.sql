-- The lists of dossiers: the desk's queue, its searches by name and phone, and the citizen's own.

SET lock_timeout = '3s';

-- When a dossier becomes late, if it still can: by when the desk must answer, and from acceptance on the due moment.
-- Whatever has no such moment, or has ended, comes last.
ALTER TABLE dossier
    ADD COLUMN queue_at timestamptz NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN status IN (3, 8, 9, 10) THEN 'infinity'::timestamptz
            WHEN accepted_at IS NULL THEN coalesce(intake_due_at, 'infinity'::timestamptz)
            ELSE coalesce(due_at, 'infinity'::timestamptz)
        END) STORED;

COMMENT ON COLUMN dossier.queue_at IS 'Place in the queue of the desk, with the id; infinity for what cannot become late.';

-- QueueQuery: each (agency, status) is read in order from any place on, and the few first are merged.
CREATE INDEX dossier_queue ON dossier (competent_agency_id, status, queue_at, id);
CREATE INDEX dossier_queue_procedure ON dossier (competent_agency_id, procedure_version_id, status, queue_at, id);
CREATE INDEX dossier_queue_received ON dossier (home_agency_id, status, queue_at, id)
    WHERE home_agency_id <> competent_agency_id;
CREATE INDEX dossier_queue_received_procedure ON dossier (home_agency_id, procedure_version_id, status, queue_at, id)
    WHERE home_agency_id <> competent_agency_id;

-- By whom a dossier was filed, for the eyes and the searches of the desk; erased with the party. Filings write both from now
-- on. Parties that stand here already get neither, since folding names is the service's: no desk finds their dossiers by
-- name, phone or number. Only development databases have such parties.
ALTER TABLE dossier_party
    ADD COLUMN name   text,
    ADD COLUMN search tsvector NOT NULL DEFAULT '';

COMMENT ON COLUMN dossier_party.search IS
    'The words of the name, the phone and the number, each behind an agency whose desk may find the dossier by it.';

-- ApplicantQuery.
CREATE INDEX dossier_party_search ON dossier_party USING gin (search);

-- OwnDossiersQuery: a person's dossiers in the order in which they were made.
CREATE INDEX dossier_party_owner ON dossier_party (kind, number, dossier_id);
DROP INDEX dossier_party_number;

-- A dossier whose competent agency is found later, or changes, is found by the desk of that agency too.
CREATE FUNCTION dossier_party_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE dossier_party p
       SET search = p.search || array_to_tsvector(ARRAY(
               SELECT NEW.competent_agency_id || substr(l.lexeme, position('/' IN l.lexeme))
                 FROM unnest(tsvector_to_array(p.search)) AS l (lexeme)
                WHERE l.lexeme LIKE NEW.home_agency_id || '/%'))
     WHERE p.dossier_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER competent_agency
    AFTER UPDATE OF competent_agency_id ON dossier
    FOR EACH ROW WHEN (OLD.competent_agency_id IS DISTINCT FROM NEW.competent_agency_id)
    EXECUTE FUNCTION dossier_party_follows();
