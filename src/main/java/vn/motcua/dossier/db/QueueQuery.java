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

    private final Database db;

    QueueQuery(Database db) {
        this.db = db;
    }

    Mono<List<DossierSummary>> run(Wanted wanted, Walk walk) {
        return db.read(statement(wanted, walk), SummaryRow::summary);
    }

    static Sql statement(Wanted wanted, Walk walk) {
        return bound(walk.isBack() ? back() : onwards(), wanted, walk);
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

    private static Sql onwards() {
        return Sql.of("""
            WITH shelf AS (
                SELECT a.agency, s.status
                  FROM unnest(CAST(:agencies AS integer[])) AS a (agency)
                 CROSS JOIN unnest(CAST(:statuses AS integer[])) AS s (status)
            ), nearest AS (
                SELECT f.queue_at, f.id
                  FROM (
                    SELECT n.queue_at, n.id
                      FROM shelf s
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE cardinality(CAST(:procedures AS integer[])) = 0 AND d.competent_agency_id = s.agency AND d.status = s.status
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at, d.id
                            LIMIT :sought) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE cardinality(CAST(:procedures AS integer[])) = 0 AND d.home_agency_id = s.agency AND d.status = s.status
                              AND d.home_agency_id <> d.competent_agency_id
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at, d.id
                            LIMIT :sought) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s CROSS JOIN unnest(CAST(:procedures AS integer[])) AS p (version)
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE d.procedure_version_id = p.version AND d.competent_agency_id = s.agency AND d.status = s.status
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at, d.id
                            LIMIT :sought) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s CROSS JOIN unnest(CAST(:procedures AS integer[])) AS p (version)
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE d.procedure_version_id = p.version AND d.home_agency_id = s.agency AND d.status = s.status
                              AND d.home_agency_id <> d.competent_agency_id
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at, d.id
                            LIMIT :sought) n
                       ) f
                 ORDER BY f.queue_at, f.id
                 LIMIT :sought
            )
            SELECT d.id, d.tracking_code, d.code, d.status, d.procedure_version_id, d.channel, d.home_agency_id,
                   d.competent_agency_id, d.filed_at, d.accepted_at, d.intake_due_at, d.due_at, d.due_missing,
                   CAST(d.queue_at AS text) AS queue_at, d.queue_at < :moment AS overdue,
                   (SELECT p.name FROM dossier_party p WHERE p.dossier_id = d.id ORDER BY p.kind, p.number LIMIT 1) AS applicant
              FROM (SELECT n.id FROM nearest n LIMIT 101) few
              JOIN dossier d ON d.id = few.id
             ORDER BY d.queue_at, d.id
            """);
    }

    private static Sql back() {
        return Sql.of("""
            WITH shelf AS (
                SELECT a.agency, s.status
                  FROM unnest(CAST(:agencies AS integer[])) AS a (agency)
                 CROSS JOIN unnest(CAST(:statuses AS integer[])) AS s (status)
            ), nearest AS (
                SELECT f.queue_at, f.id
                  FROM (
                    SELECT n.queue_at, n.id
                      FROM shelf s
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE cardinality(CAST(:procedures AS integer[])) = 0 AND d.competent_agency_id = s.agency AND d.status = s.status
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at DESC, d.id DESC
                            LIMIT :sought) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE cardinality(CAST(:procedures AS integer[])) = 0 AND d.home_agency_id = s.agency AND d.status = s.status
                              AND d.home_agency_id <> d.competent_agency_id
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at DESC, d.id DESC
                            LIMIT :sought) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s CROSS JOIN unnest(CAST(:procedures AS integer[])) AS p (version)
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE d.procedure_version_id = p.version AND d.competent_agency_id = s.agency AND d.status = s.status
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at DESC, d.id DESC
                            LIMIT :sought) n
                     UNION
                    SELECT n.queue_at, n.id
                      FROM shelf s CROSS JOIN unnest(CAST(:procedures AS integer[])) AS p (version)
                     CROSS JOIN LATERAL (
                           SELECT d.queue_at, d.id
                             FROM dossier d
                            WHERE d.procedure_version_id = p.version AND d.home_agency_id = s.agency AND d.status = s.status
                              AND d.home_agency_id <> d.competent_agency_id
                              AND (d.queue_at, d.id) > (CAST(:afterAt AS timestamptz), :afterId)
                              AND (d.queue_at, d.id) < (CAST(:beforeAt AS timestamptz), :beforeId)
                            ORDER BY d.queue_at DESC, d.id DESC
                            LIMIT :sought) n
                       ) f
                 ORDER BY f.queue_at DESC, f.id DESC
                 LIMIT :sought
            )
            SELECT d.id, d.tracking_code, d.code, d.status, d.procedure_version_id, d.channel, d.home_agency_id,
                   d.competent_agency_id, d.filed_at, d.accepted_at, d.intake_due_at, d.due_at, d.due_missing,
                   CAST(d.queue_at AS text) AS queue_at, d.queue_at < :moment AS overdue,
                   (SELECT p.name FROM dossier_party p WHERE p.dossier_id = d.id ORDER BY p.kind, p.number LIMIT 1) AS applicant
              FROM (SELECT n.id FROM nearest n LIMIT 101) few
              JOIN dossier d ON d.id = few.id
             ORDER BY d.queue_at, d.id
            """);
    }

    private static Sql withCode() {
        return Sql.of("""
            SELECT d.id, d.tracking_code, d.code, d.status, d.procedure_version_id, d.channel, d.home_agency_id,
                   d.competent_agency_id, d.filed_at, d.accepted_at, d.intake_due_at, d.due_at, d.due_missing,
                   CAST(d.queue_at AS text) AS queue_at, d.queue_at < :moment AS overdue,
                   (SELECT p.name FROM dossier_party p WHERE p.dossier_id = d.id ORDER BY p.kind, p.number LIMIT 1) AS applicant
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
