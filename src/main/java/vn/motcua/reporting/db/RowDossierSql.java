package vn.motcua.reporting.db;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.reporting.application.RowDossiers.Search;
import vn.motcua.reporting.application.RowDossiers.When;

/**
 * The ways to find what a count may hold, each with one constant text whose conditions an index serves. They hold more than the
 * count, never less: a due moment only moves away from the first promise, and an end that was told late is looked for apart.
 */
enum RowDossierSql {
    ACCEPTED_BY_COMPETENT(Place.COMPETENT, Came.ACCEPTED),
    ACCEPTED_BY_RECEIVING(Place.RECEIVING, Came.ACCEPTED),
    ENDED_BY_COMPETENT(Place.COMPETENT, Came.ENDED),
    ENDED_BY_RECEIVING(Place.RECEIVING, Came.ENDED),
    THERE_BY_COMPETENT(Place.COMPETENT, Came.OPEN, Came.TOLD_LATE),
    THERE_BY_RECEIVING(Place.RECEIVING, Came.OPEN, Came.TOLD_LATE);

    /** Whose units count. What was received where it is decided is found by that unit. */
    private record Place(String agency, List<String> units) {

        private static final Place COMPETENT =
                new Place("competent_agency_id", List.of("d.competent_unit = ANY(:units)"));

        private static final Place RECEIVING = new Place(
                "home_agency_id",
                List.of(
                        "d.receiving_unit = d.competent_unit AND d.competent_unit = ANY(:units)",
                        "d.receiving_unit <> d.competent_unit AND d.receiving_unit = ANY(:units)"));

        private Place {
            units = List.copyOf(units);
        }
    }

    private static final class Came {

        private static final String ACCEPTED = "d.accepted_at >= :acceptedFrom AND d.accepted_at < :acceptedBefore";

        private static final String ENDED = """
            d.finished_at >= :endedFrom AND d.finished_at < :endedBefore
               AND (NOT CAST(:isLate AS boolean) OR least(d.first_promised_at, d.due_at, (SELECT min(b.due_at) FROM dossier_due_before b WHERE b.dossier_id = d.id)) < d.finished_at)
            """;

        private static final String THERE = """
               AND d.accepted_at < :acceptedBefore
               AND (NOT CAST(:isLate AS boolean) OR least(d.first_promised_at, d.due_at, (SELECT min(b.due_at) FROM dossier_due_before b WHERE b.dossier_id = d.id)) < :acceptedBefore)
            """;

        private static final String OPEN = "(d.finished_at IS NULL OR d.finished_at >= :endedFrom) " + THERE;

        private static final String TOLD_LATE = "d.finished_at < :endedFrom " + THERE;
    }

    private static final String ALL = "dossier d";

    /** By id alone: few are told after the moment of a question, and their units may be many. */
    private static final String LATE = """
        (SELECT DISTINCT l.dossier_id
                   FROM dossier_event l
                  WHERE l.recorded_at > l.occurred_at AND l.recorded_at > :knownUntil) AS late
         CROSS JOIN LATERAL (SELECT o.* FROM dossier o WHERE o.id = late.dossier_id OFFSET 0) AS d
        """;

    private static final String CANDIDATES = """
        SELECT d.accepted_at, d.id
          FROM @TABLE@
         WHERE @UNITS@
           AND @WHEN@
           AND d.accepted_at IS NOT NULL
           AND (CAST(:agency AS integer) = 0 OR d.@AGENCY@ = :agency)
           AND (cardinality(CAST(:procedures AS integer[])) = 0 OR d.procedure_version_id = ANY(:procedures))
           AND (CAST(:channel AS text) = '' OR d.channel = :channel)
           AND (d.accepted_at, d.id) > (CAST(:afterAt AS timestamptz), CAST(:afterId AS uuid))
        """;

    private static final String EVENTS = """
        WITH found AS (
            SELECT c.accepted_at, c.id
              FROM (@CANDIDATES@) AS c
             ORDER BY c.accepted_at, c.id
             LIMIT CAST(:most AS integer)
        )
        SELECT d.id, d.accepted_at, d.tracking_code, d.code,
               (SELECT CAST(json_build_object('events', json_agg(json_build_object(
                           'id', e.id, 'sequence', e.sequence, 'type', e.type, 'schemaVersion', e.schema_version,
                           'occurredAt', e.occurred_at, 'recordedAt', e.recorded_at, 'actorKind', e.actor_kind,
                           'receivingAgency', e.home_agency_id, 'receivingUnit', e.receiving_unit,
                           'competentAgency', e.competent_agency_id, 'competentUnit', e.competent_unit,
                           'payload', CAST(e.payload AS json)) ORDER BY e.sequence)) AS text)
                  FROM dossier_event e
                 WHERE e.dossier_id = d.id) AS history
          FROM (SELECT f.id FROM found f LIMIT 200) AS few
          JOIN dossier d ON d.id = few.id
         ORDER BY d.accepted_at, d.id
        """;

    private final String text;

    RowDossierSql(Place place, String... came) {
        this.text = EVENTS.replace(
                "@CANDIDATES@",
                place.units().stream()
                        .flatMap(units -> Arrays.stream(came).map(when -> candidates(units, when, place.agency())))
                        .collect(Collectors.joining(" UNION ALL ")));
    }

    private static String candidates(String units, String when, String agency) {
        return CANDIDATES
                .replace("@TABLE@", when.equals(Came.TOLD_LATE) ? LATE : ALL)
                .replace("@UNITS@", units)
                .replace("@WHEN@", when)
                .replace("@AGENCY@", agency);
    }

    String text() {
        return text;
    }

    static RowDossierSql of(Search search) {
        return switch (search.when()) {
            case When.Accepted _ -> search.isByReceiving() ? ACCEPTED_BY_RECEIVING : ACCEPTED_BY_COMPETENT;
            case When.Ended _ -> search.isByReceiving() ? ENDED_BY_RECEIVING : ENDED_BY_COMPETENT;
            case When.There _ -> search.isByReceiving() ? THERE_BY_RECEIVING : THERE_BY_COMPETENT;
        };
    }
}
