-- Every word that was said of an assignment's last day (src/adr/0022): staff_assignment has the last one. A day can be moved
-- to an earlier one, so that who must go sooner goes; what was said before stays here.

SET lock_timeout = '3s';

CREATE TABLE staff_assignment_end (
    id            integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    assignment_id integer     NOT NULL REFERENCES staff_assignment (id),
    last_day      date        NOT NULL,
    ended_by      text        NOT NULL,
    ended_at      timestamptz NOT NULL
);

COMMENT ON TABLE staff_assignment_end IS 'Added to only. The first word may be that of the assignment itself.';

CREATE INDEX staff_assignment_end_of ON staff_assignment_end (assignment_id);

INSERT INTO staff_assignment_end (assignment_id, last_day, ended_by, ended_at)
SELECT id, valid_to, coalesce(ended_by, assigned_by), coalesce(ended_at, assigned_at)
  FROM staff_assignment
 WHERE valid_to IS NOT NULL
 ORDER BY id;

COMMENT ON COLUMN staff_assignment.agency_id IS 'Null for an auditor, an operator, and a machine at every agency.';
COMMENT ON COLUMN staff_assignment.unit IS
    'The code of the unit below which an auditor sees: the unit that had it on valid_from, and no other (R-10).';

GRANT INSERT ON staff_assignment_end TO ${servingRole};
