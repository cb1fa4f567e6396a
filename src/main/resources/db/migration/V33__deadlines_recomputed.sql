-- Due moments computed again after a new version of the calendar or a confirmed term (src/adr/0027).

SET lock_timeout = '3s';

-- One row for each state of calendar and catalogue that running dossiers were, or are being, brought up to.
CREATE TABLE deadline_recomputation (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    calendar_version integer     NOT NULL,
    calendar_state   bigint      NOT NULL,
    procedure_state  bigint      NOT NULL,
    started_at       timestamptz NOT NULL,
    total            integer     NOT NULL,
    examined         integer     NOT NULL DEFAULT 0,
    moved            integer     NOT NULL DEFAULT 0,
    last_dossier     uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    walked           boolean     NOT NULL DEFAULT false,
    log_position     bigint      NOT NULL,
    ended_at         timestamptz
) WITH (fillfactor = 50);

COMMENT ON TABLE deadline_recomputation IS 'The newest row is at work until it has ended; one that a newer row followed never ends.';
COMMENT ON COLUMN deadline_recomputation.total IS 'Dossiers whose clock ran when it began.';
COMMENT ON COLUMN deadline_recomputation.last_dossier IS 'Every running dossier up to this id was examined.';
COMMENT ON COLUMN deadline_recomputation.walked IS 'Every one was; what began meanwhile by the former state is found in the log.';
COMMENT ON COLUMN deadline_recomputation.log_position IS 'The log was looked through up to here; at first, where it was when this began.';

-- What is running now was promised by the state of now.
INSERT INTO deadline_recomputation (calendar_version, calendar_state, procedure_state, started_at, total, walked, log_position, ended_at)
SELECT (SELECT max(version) FROM calendar_version),
       (SELECT version FROM reference_version WHERE capability = 'calendar'),
       (SELECT version FROM reference_version WHERE capability = 'procedure'),
       '-infinity', 0, true, (SELECT coalesce(max(position), 0) FROM log_position), '-infinity';

-- RecomputationTable: those whose clock runs, in the order of their ids.
CREATE INDEX dossier_running ON dossier (id)
    WHERE accepted_at IS NOT NULL AND finished_at IS NULL AND clock_waits_for IS NULL;

-- What a dossier's due moment was until an event made it another one: for questions about a moment before that.
CREATE TABLE dossier_due_before (
    dossier_id     uuid        NOT NULL,
    sequence       integer     NOT NULL,
    home_agency_id integer     NOT NULL,
    due_at         timestamptz NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (dossier_id, sequence)
);

COMMENT ON TABLE dossier_due_before IS 'Insert-only; follows from the log. A dossier that had no due moment has no row.';

-- FigureSql: what was due on a day and no longer is.
CREATE INDEX dossier_due_before_moment ON dossier_due_before (due_at);

INSERT INTO lease (name) VALUES ('deadlines-recompute');

GRANT SELECT, INSERT, UPDATE ON deadline_recomputation TO ${servingRole};
GRANT SELECT, INSERT ON dossier_due_before TO ${servingRole};
