-- Warnings that a changed calendar puts elsewhere, clocks of intake, and a run over what older versions left (src/adr/0026, 0027).

SET lock_timeout = '3s';

-- Warnings that came too early for a dossier that is older than they are stay unsaid, whenever it is looked at.
ALTER TABLE dossier ADD COLUMN warns_since timestamptz;

-- Those that the sweeper saw already: what it did not say of them by the last act that the log has was not to be said, and
-- what is planned comes. Where it saw none so far nothing is written, and who is finished is left alone.
UPDATE dossier d
   SET warns_since = least(l.recorded_at, d.next_warning_at - interval '1 millisecond')
  FROM (SELECT e.recorded_at
          FROM log_position p
          JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
         ORDER BY p.position DESC
         LIMIT 1) AS l
 WHERE d.status IN (1, 2, 4, 5, 6, 7) AND d.next_warning_at IS DISTINCT FROM '1970-01-01 00:00:00+00';

COMMENT ON COLUMN dossier.warns_since IS 'Points before are never warned of; null: every point counts. For those from before the column, when it came or the sweeper first saw them.';

-- RecomputationTable, RunningClockTable: those with a clock that runs, in the order of their ids; at the desk, or accepted.
CREATE INDEX dossier_clock_runs ON dossier (id)
    WHERE filed_at IS NOT NULL AND refused_at IS NULL AND finished_at IS NULL AND clock_waits_for IS NULL;
DROP INDEX dossier_running;

-- By when the desk had to answer until an event made it another moment: for questions about a moment before that.
CREATE TABLE dossier_answer_before (
    dossier_id     uuid        NOT NULL,
    sequence       integer     NOT NULL,
    home_agency_id integer     NOT NULL,
    due_at         timestamptz NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (dossier_id, sequence)
);

COMMENT ON TABLE dossier_answer_before IS 'Insert-only; follows from the log. A dossier that had no such moment has no row.';

-- LateSql: what was due on a day and no longer is.
CREATE INDEX dossier_answer_before_moment ON dossier_answer_before (due_at);

GRANT SELECT, INSERT ON dossier_answer_before TO ${servingRole};

-- Dossiers that were without a due moment before anybody computed again, and clocks of intake: the state that serves is walked once.
INSERT INTO deadline_recomputation (calendar_version, calendar_state, procedure_state, started_at, total, log_position)
SELECT (SELECT max(version) FROM calendar_version),
       (SELECT version FROM reference_version WHERE capability = 'calendar'),
       (SELECT version FROM reference_version WHERE capability = 'procedure'),
       '-infinity',
       (SELECT CAST(count(*) AS integer)
          FROM dossier d
         WHERE d.filed_at IS NOT NULL AND d.refused_at IS NULL AND d.finished_at IS NULL AND d.clock_waits_for IS NULL),
       (SELECT coalesce(max(position), 0) FROM log_position);

COMMENT ON COLUMN deadline_recomputation.log_position IS 'The log was looked through up to here; at first, where it was when this began. It goes on after the end.';
