package vn.motcua.faults.client;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds in the database whatever the clients did: I4, I5, I7, I8. */
public final class DatabaseRules {

    /** The columns of every table of figures. */
    private static final String MEASURES = """
        received received_without_due early on_time same_day_late overdue resolved_without_due
        withdrawn withdrawn_same_day_late withdrawn_overdue stopped stopped_same_day_late stopped_overdue
        not_started_open paused_open due_open
        filed accepted_in_time accepted_late refused_in_time refused_late asked_in_time asked_late withdrawn_before
        intake_left intake_due_open
        """;

    public static final List<Rule> ALL = List.of(
            Rule.of("I4", """
                SELECT d.id || ' has version ' || d.version || ' and the events '
                       || coalesce(string_agg(CAST(e.sequence AS text), ' ' ORDER BY e.sequence), 'none')
                  FROM dossier d
                  LEFT JOIN dossier_event e ON e.dossier_id = d.id
                 GROUP BY d.id, d.version
                HAVING count(e.sequence) <> d.version OR min(e.sequence) IS DISTINCT FROM 1
                    OR max(e.sequence) IS DISTINCT FROM d.version
                """),
            Rule.of("I4", """
                SELECT dossier_id || ' went from ' || before || ' to ' || type
                  FROM (SELECT dossier_id, type,
                               coalesce(lag(type) OVER (PARTITION BY dossier_id ORDER BY sequence), 'NOTHING') AS before
                          FROM dossier_event
                         WHERE type <> 'RECEIVED_BY_COMPETENT') AS step
                 WHERE (before, type) NOT IN (VALUES ('NOTHING', 'FILED'), ('NOTHING', 'ANNOUNCED'),
                       ('FILED', 'ROUTED'), ('FILED', 'ACCEPTED'), ('FILED', 'REFUSED'), ('ROUTED', 'ACCEPTED'),
                       ('ROUTED', 'REFUSED'), ('ACCEPTED', 'HANDED_OVER'), ('HANDED_OVER', 'COMPLETED'),
                       ('COMPLETED', 'RETURNED'))
                """),
            Rule.of("I4", """
                SELECT r.dossier_id || ' was received by its competent agency out of turn'
                  FROM dossier_event r
                  JOIN dossier_event e ON e.dossier_id = r.dossier_id AND e.sequence < r.sequence
                 WHERE r.type = 'RECEIVED_BY_COMPETENT'
                 GROUP BY r.dossier_id, r.sequence
                HAVING NOT bool_or(e.type = 'ACCEPTED') OR bool_or(e.type IN ('COMPLETED', 'RECEIVED_BY_COMPETENT'))
                """),
            Rule.of("I4", """
                SELECT d.id || ' goes another way than its last event'
                  FROM dossier d
                  JOIN dossier_event e ON e.dossier_id = d.id AND e.sequence = d.version
                 WHERE (d.home_agency_id, d.receiving_unit, d.competent_agency_id, d.competent_unit)
                       <> (e.home_agency_id, e.receiving_unit, e.competent_agency_id, e.competent_unit)
                    OR d.routing_settled <> (CAST(e.payload AS json) ->> 'routing' IS DISTINCT FROM 'OPEN')
                """),
            Rule.of("I4", """
                SELECT d.id || ' has another clock than its events'
                  FROM dossier d
                  JOIN (SELECT DISTINCT ON (dossier_id) dossier_id, CAST(payload AS json) AS clock
                          FROM dossier_event
                         WHERE CAST(payload AS json) ->> 'clockRule' IS NOT NULL
                         ORDER BY dossier_id, sequence DESC) AS e ON e.dossier_id = d.id
                 WHERE d.clock_waits_for IS DISTINCT FROM e.clock ->> 'waitsFor'
                    OR d.due_at IS DISTINCT FROM CAST(e.clock ->> 'dueAt' AS timestamptz)
                    OR d.due_missing IS DISTINCT FROM e.clock ->> 'dueMissing'
                    OR d.clock_rule <> e.clock ->> 'clockRule'
                """),
            Rule.of("I4", """
                SELECT d.id || ' has status ' || coalesce(CAST(d.status AS text), 'none') || ' after ' || e.type
                  FROM dossier d
                  JOIN dossier_event l ON l.dossier_id = d.id AND l.sequence = d.version
                 CROSS JOIN LATERAL (SELECT type
                                       FROM dossier_event
                                      WHERE dossier_id = d.id AND type NOT IN ('ROUTED', 'RECEIVED_BY_COMPETENT')
                                      ORDER BY sequence DESC
                                      LIMIT 1) AS e
                 WHERE (e.type, coalesce(d.status, 0)) NOT IN (VALUES ('ANNOUNCED', 0), ('FILED', 1), ('ACCEPTED', 2),
                       ('REFUSED', 3), ('HANDED_OVER', 4), ('COMPLETED', 9), ('RETURNED', 10))
                    OR l.occurred_at <> d.last_event_at
                """),
            Rule.of("I4", """
                SELECT d.id || ' does not show when it was ' || e.type
                  FROM dossier d
                  JOIN dossier_event e ON e.dossier_id = d.id
                 WHERE CASE e.type WHEN 'FILED' THEN d.filed_at WHEN 'ACCEPTED' THEN d.accepted_at
                                   WHEN 'RECEIVED_BY_COMPETENT' THEN d.received_at
                                   WHEN 'REFUSED' THEN d.refused_at WHEN 'COMPLETED' THEN d.finished_at
                                   WHEN 'RETURNED' THEN d.returned_at ELSE e.occurred_at END
                       IS DISTINCT FROM e.occurred_at
                """),
            Rule.of("I5", """
                SELECT d.id || ' lacks its '
                       || concat_ws(', ', CASE WHEN NOT p.there THEN 'party' END, CASE WHEN NOT w.there THEN 'words' END,
                                    CASE WHEN NOT i.there THEN 'first answer' END,
                                    CASE WHEN NOT c.right_number THEN 'codes' END)
                  FROM dossier d
                 CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM dossier_party p
                                                     WHERE p.dossier_id = d.id AND p.role = 'APPLICANT')) AS p (there)
                 CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM dossier_private w
                                                     WHERE w.dossier_id = d.id AND w.sequence = 1)) AS w (there)
                 CROSS JOIN LATERAL (SELECT 'src:' || (e.source ->> 'system') || ':' || (e.source ->> 'reference')
                                       FROM (SELECT CAST(f.payload AS json) -> 'source' AS source FROM dossier_event f
                                              WHERE f.dossier_id = d.id AND f.sequence = 1) AS e) AS s (code)
                 CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM idempotency i
                                                     WHERE i.dossier_id = d.id
                                                       AND (i.version = 1 OR s.code IS NOT NULL))) AS i (there)
                 CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r.code IN (d.tracking_code, d.code, s.code)) = count(*)
                                            AND count(*) = 1 + CAST(d.code IS NOT NULL AS integer)
                                                             + CAST(s.code IS NOT NULL AS integer)
                                       FROM code_registry r WHERE r.dossier_id = d.id) AS c (right_number)
                 WHERE NOT (p.there AND w.there AND i.there AND c.right_number)
                """),
            Rule.of("I5", """
                SELECT o.kind || ' of ' || o.dossier_id || ' stands alone'
                  FROM (SELECT 'event' AS kind, dossier_id FROM dossier_event
                        UNION ALL SELECT 'party', dossier_id FROM dossier_party
                        UNION ALL SELECT 'words', dossier_id FROM dossier_private
                        UNION ALL SELECT 'code', dossier_id FROM code_registry
                        UNION ALL SELECT 'answer', dossier_id FROM idempotency) AS o
                 WHERE NOT EXISTS (SELECT FROM dossier d WHERE d.id = o.dossier_id)
                """),
            Rule.of("I5", """
                SELECT 'words and event ' || coalesce(e.sequence, w.sequence) || ' of '
                       || coalesce(e.dossier_id, w.dossier_id) || ' do not belong together'
                  FROM (SELECT dossier_id, sequence, CAST(payload AS json) ->> 'private' AS hash
                          FROM dossier_event) AS e
                  FULL JOIN dossier_private w ON w.dossier_id = e.dossier_id AND w.sequence = e.sequence
                 WHERE e.hash IS DISTINCT FROM encode(sha256(w.salt || convert_to(w.content, 'UTF8')), 'hex')
                """),
            Rule.of("I5", """
                SELECT 'answer ' || i.version || ' of ' || i.dossier_id || ' has no event'
                  FROM idempotency i
                 WHERE NOT EXISTS (SELECT FROM dossier_event e
                                    WHERE e.dossier_id = i.dossier_id AND e.sequence = i.version)
                """),
            Rule.of("I5", """
                SELECT d.id || ' has the code ' || coalesce(d.code, 'none') || ' and was accepted with '
                       || coalesce(e.code, 'none')
                  FROM dossier d
                  LEFT JOIN (SELECT dossier_id, CAST(payload AS json) ->> 'code' AS code
                               FROM dossier_event WHERE type = 'ACCEPTED') AS e ON e.dossier_id = d.id
                 WHERE d.code IS DISTINCT FROM e.code
                """),
            Rule.of("I5", """
                SELECT 'agency ' || coalesce(a.agency_id, n.agency_id) || ' gave out ' || coalesce(a.last, 0)
                       || ' numbers on ' || coalesce(a.day, n.day) || ' and accepted ' || coalesce(n.accepted, 0)
                  FROM agency_day a
                  FULL JOIN (SELECT competent_agency_id AS agency_id, count(*) AS accepted,
                                    CAST(occurred_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) AS day
                               FROM dossier_event
                              WHERE type = 'ACCEPTED'
                              GROUP BY 1, 3) AS n ON n.agency_id = a.agency_id AND n.day = a.day
                 WHERE a.last IS DISTINCT FROM n.accepted
                """),
            Rule.of("I5", """
                SELECT n.code || ' is number ' || n.expected || ' of its day'
                  FROM (SELECT c.code, c.number,
                               row_number() OVER (PARTITION BY c.agency, c.day ORDER BY c.number) AS expected
                          FROM (SELECT code, competent_agency_id AS agency,
                                       CAST(accepted_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) AS day,
                                       CAST(substring(code FROM '[0-9]+$') AS integer) AS number
                                  FROM dossier
                                 WHERE code IS NOT NULL) AS c) AS n
                 WHERE n.number <> n.expected
                """),
            Rule.of("I8", """
                SELECT 'position ' || p.position || ' stands where ' || p.expected || ' belongs'
                  FROM (SELECT l.position,
                               row_number() OVER (ORDER BY e.recorded_xid, e.dossier_id, e.sequence) AS expected
                          FROM log_position l
                          LEFT JOIN dossier_event e ON e.dossier_id = l.dossier_id AND e.sequence = l.sequence) AS p
                 WHERE p.position <> p.expected
                """),
            Rule.of("I8", """
                SELECT 'event ' || e.sequence || ' of ' || e.dossier_id || ' was passed over'
                  FROM dossier_event e
                  LEFT JOIN log_position l ON l.dossier_id = e.dossier_id AND l.sequence = e.sequence
                 WHERE l.position IS NULL
                   AND e.recorded_xid < (SELECT max(n.recorded_xid)
                                           FROM log_position p
                                           JOIN dossier_event n ON n.dossier_id = p.dossier_id
                                                               AND n.sequence = p.sequence)
                """),
            Rule.of("I7", """
                WITH shown AS (
                    SELECT unit_version, agency_id, procedure_version_id, channel, axis, day, %1$s FROM figure_detail_day
                    UNION ALL
                    SELECT unit_version, agency_id, procedure_version_id, channel, axis, day, %1$s FROM figure_delta
                    UNION ALL
                    SELECT (f.fact).unit_version, (f.fact).agency_id, (f.fact).procedure_version_id, (f.fact).channel,
                           (f.fact).axis, (f.fact).day, %2$s
                      FROM dossier_event e
                     CROSS JOIN LATERAL figures_of(e.receiving_unit, e.home_agency_id, e.competent_unit,
                                                   e.competent_agency_id, CAST(e.payload AS json)) AS f
                )
                SELECT 'figures of agency ' || agency_id || ' on ' || day || ' differ from the log by '
                       || concat_ws(' ', %3$s)
                  FROM shown
                 GROUP BY unit_version, agency_id, procedure_version_id, channel, axis, day
                HAVING (%4$s)
                """.formatted(
                            measures("%s"),
                            measures("-(f.fact).%s"),
                            measures("nullif(sum(%s), 0)"),
                            measures("coalesce(sum(%s), 0) <> 0", " OR "))));

    private static String measures(String words) {
        return measures(words, ", ");
    }

    private static String measures(String words, String between) {
        return MEASURES.lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(words::formatted)
                .collect(Collectors.joining(between));
    }

    private DatabaseRules() {}
}
