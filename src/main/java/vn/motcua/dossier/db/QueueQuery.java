package vn.motcua.dossier.db;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/**
 * The queue of a desk. Dossiers lie on shelves, one for each agency and status, sorted on each by when they become late; the
 * nearest few of every shelf are merged, so that a page costs the same wherever it lies and whatever is filtered.
 *
 * <p>A dossier that one of the agencies received and another decides lies on two shelves; the union keeps it once. The
 * literal limit tells the planner, which plans for any {@code :sought}, how few the rows are.
 */
@Component
class QueueQuery {

    private static final String OF_ALL =
            "SELECT d.queue_at, d.id FROM dossier d WHERE cardinality(CAST(:procedures AS integer[])) = 0";

    private static final String OF_A_PROCEDURE =
            "SELECT d.queue_at, d.id FROM dossier d WHERE d.procedure_version_id = p.version";

    /** The end of what is sought on one shelf. */
    private static final String NEAREST = """
        AND d.status = s.status
        AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
        AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
        ORDER BY d.queue_at {way}, d.id {way}
        LIMIT :sought
        """;

    private static final String ONWARDS = page("");
    private static final String BACK = page("DESC");

    private final Database db;

    QueueQuery(Database db) {
        this.db = db;
    }

    Mono<List<DossierSummary>> run(Wanted wanted, Walk walk) {
        return db.read(statement(wanted, walk), SummaryRow::summary);
    }

    static Sql statement(Wanted wanted, Walk walk) {
        return bound(Sql.of(walk.isBack() ? BACK : ONWARDS), wanted, walk);
    }

    /** The one with a code, if it lies there. */
    Mono<List<DossierSummary>> run(DossierRef.ByCode code, Wanted wanted, Walk walk) {
        return db.read(bound(withCode(), wanted, walk).bind("code", code.code()), SummaryRow::summary);
    }

    private static Sql bound(Sql statement, Wanted wanted, Walk walk) {
        Span span = walk.rest(wanted.span());
        return statement
                .bind("agencies", SummaryRow.ids(wanted.agencies()))
                .bind("statuses", SummaryRow.numbers(wanted.statuses()))
                .bind("procedures", SummaryRow.ids(wanted.procedures()))
                .bind("afterAt", span.after().at())
                .bind("afterId", span.after().id())
                .bind("beforeAt", span.before().at())
                .bind("beforeId", span.before().id())
                .bind("moment", walk.moment())
                .bind("sought", walk.sought());
    }

    /** @param way empty for onwards, {@code DESC} for back */
    private static String page(String way) {
        return """
            WITH shelf AS (
                SELECT a.agency, s.status
                  FROM unnest(CAST(:agencies AS integer[])) AS a (agency)
                 CROSS JOIN unnest(CAST(:statuses AS integer[])) AS s (status)
            ), nearest AS (
                SELECT f.queue_at, f.id
                  FROM (
                    SELECT n.queue_at, n.id
                      FROM shelf s
                     CROSS JOIN LATERAL (%1$s AND d.competent_agency_id = s.agency %3$s) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s
                     CROSS JOIN LATERAL (%1$s AND d.home_agency_id = s.agency AND d.home_agency_id <> d.competent_agency_id %3$s) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s CROSS JOIN unnest(CAST(:procedures AS integer[])) AS p (version)
                     CROSS JOIN LATERAL (%2$s AND d.competent_agency_id = s.agency %3$s) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s CROSS JOIN unnest(CAST(:procedures AS integer[])) AS p (version)
                     CROSS JOIN LATERAL (%2$s AND d.home_agency_id = s.agency AND d.home_agency_id <> d.competent_agency_id %3$s) n
                       ) f
                 ORDER BY f.queue_at %4$s, f.id %4$s
                 LIMIT :sought
            )
            %5$s
              FROM (SELECT n.id FROM nearest n LIMIT 101) few
              JOIN dossier d ON d.id = few.id
             ORDER BY d.queue_at, d.id
            """.formatted(OF_ALL, OF_A_PROCEDURE, NEAREST.replace("{way}", way), way, SummaryRow.SELECT);
    }

    private static Sql withCode() {
        return Sql.of(SummaryRow.SELECT + """
              FROM code_registry r
              JOIN dossier d ON d.id = r.dossier_id
             WHERE r.code = :code
               AND (d.home_agency_id = ANY(:agencies) OR d.competent_agency_id = ANY(:agencies))
               AND d.status = ANY(:statuses)
               AND (cardinality(CAST(:procedures AS integer[])) = 0 OR d.procedure_version_id = ANY(:procedures))
               AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
               AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
             LIMIT :sought
            """);
    }
}
