package vn.motcua.reporting.db;

/** What became late on a day that is not over: tables of dossiers, with what each adds. */
final class LateSql {

    private LateSql() {}

    /** What is open and became late today, before now. */
    static final String NOW = """
        SELECT 0 AS basis, 1 AS by_due, 0 AS at_intake, o.competent_unit, o.competent_agency_id, o.receiving_unit,
               o.home_agency_id, o.procedure_version_id, o.channel
          FROM dossier o
         WHERE o.finished_at IS NULL AND o.due_at >= :dayBegins AND o.due_at < :asOf
         UNION ALL
        SELECT 2, CASE WHEN o.due_at >= :dayBegins AND o.due_at < :asOf THEN -1 ELSE 0 END
                  + CASE WHEN o.first_promised_at >= :dayBegins AND o.first_promised_at < :asOf THEN 1 ELSE 0 END, 0,
               o.competent_unit, o.competent_agency_id, o.receiving_unit, o.home_agency_id, o.procedure_version_id, o.channel
          FROM dossier o
         WHERE o.finished_at IS NULL AND o.first_promised_at <> o.due_at
         UNION ALL
        SELECT 0, 0, 1, o.competent_unit, o.competent_agency_id, o.receiving_unit, o.home_agency_id,
               o.procedure_version_id, o.channel
          FROM dossier o
         WHERE o.status = 1 AND o.intake_due_at >= :dayBegins AND o.intake_due_at < :asOf
        """;

    /**
     * As {@link #NOW}, at a moment that has passed: by what the log held then of those that were due,
     * whatever they are due now. What is due on the day counts by its moment; by that of the first promise it counts with what
     * was counted for the promise, and less what it counts for by its own.
     */
    static final String THEN = """
        SELECT f.basis, CAST(sum(f.due) AS integer) AS by_due, CAST(sum(f.intake) AS integer) AS at_intake,
               f.competent_unit, f.competent_agency_id, f.receiving_unit, f.home_agency_id, f.procedure_version_id, f.channel
          FROM (SELECT b.basis,
                       CASE WHEN b.basis = 2 AND o.first_promised_at < :asOf THEN coalesce(c.due_open, 0) ELSE 0 END
                       + CASE WHEN c.axis = 0 AND coalesce(w.due_at, o.due_at) < :asOf THEN coalesce(c.due_open, 0) * (1 - b.basis)
                              ELSE 0 END AS due,
                       CASE WHEN b.basis = 0 AND coalesce(v.due_at, o.intake_due_at) < :asOf THEN c.intake_due_open END AS intake,
                       c.unit_version AS competent_unit, c.agency_id AS competent_agency_id,
                       o.receiving_unit, o.home_agency_id, o.procedure_version_id, o.channel
                  FROM (SELECT * FROM dossier WHERE due_at >= :dayBegins AND due_at < :asOf
                         UNION
                        SELECT * FROM dossier WHERE first_promised_at >= :dayBegins AND first_promised_at < :asOf
                           AND first_promised_at <> due_at
                         UNION
                        SELECT * FROM dossier WHERE intake_due_at >= :dayBegins AND intake_due_at < :asOf
                         UNION
                        SELECT m.* FROM dossier m
                         WHERE m.id IN (SELECT b.dossier_id FROM dossier_due_before b
                                         WHERE b.due_at >= :dayBegins AND b.due_at < :asOf
                                         UNION ALL
                                        SELECT b.dossier_id FROM dossier_answer_before b
                                         WHERE b.due_at >= :dayBegins AND b.due_at < :asOf)) AS o
                  LEFT JOIN LATERAL (SELECT b.due_at
                                       FROM dossier_due_before b
                                      WHERE b.dossier_id = o.id AND (b.recorded_at > :asOf OR b.occurred_at > :asOf)
                                      ORDER BY b.sequence
                                      LIMIT 1) AS w ON true
                  LEFT JOIN LATERAL (SELECT b.due_at
                                       FROM dossier_answer_before b
                                      WHERE b.dossier_id = o.id AND (b.recorded_at > :asOf OR b.occurred_at > :asOf)
                                      ORDER BY b.sequence
                                      LIMIT 1) AS v ON true
                  JOIN dossier_event e ON e.dossier_id = o.id AND e.recorded_at <= :asOf AND e.occurred_at <= :asOf
                 CROSS JOIN LATERAL figures_of(e.receiving_unit, e.home_agency_id, e.competent_unit, e.competent_agency_id,
                            figure_payload(e.dossier_id, e.sequence, e.type, e.schema_version, e.occurred_at, e.payload)) AS g
                 CROSS JOIN LATERAL (SELECT (g.fact).*) AS c
                  JOIN (VALUES (0), (2)) AS b (basis) ON b.basis >= c.axis
                 WHERE c.day = :through AND c.axis IN (0, 2)) AS f
         GROUP BY f.basis, f.competent_unit, f.competent_agency_id, f.receiving_unit, f.home_agency_id,
                  f.procedure_version_id, f.channel
        """;
}
