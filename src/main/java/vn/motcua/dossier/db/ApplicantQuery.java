package vn.motcua.dossier.db;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Walk;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** Dossiers by the keys of their applicant, newest first. */
@Component
class ApplicantQuery {

    private final Database db;

    ApplicantQuery(Database db) {
        this.db = db;
    }

    Mono<List<DossierSummary>> run(List<SearchKey> keys, Set<Integer> agencies, Walk walk) {
        return db.read(statement(keys, agencies, walk), SummaryRow::summary);
    }

    /**
     * The index gives every hit, and only then are they narrowed and sorted: a planner that knows no values would walk
     * through the nation's ids between the bounds instead.
     */
    static Sql statement(List<SearchKey> keys, Set<Integer> agencies, Walk walk) {
        Span span = walk.restOfNewestFirst();
        return Sql.of("""
            WITH hit AS MATERIALIZED (
                SELECT p.dossier_id FROM dossier_party p WHERE p.search @@ CAST(:keys AS tsquery)
            ), few AS (
                (SELECT h.dossier_id
                   FROM (SELECT DISTINCT dossier_id FROM hit WHERE NOT :back AND dossier_id < :beforeId ORDER BY dossier_id DESC) h
                  CROSS JOIN LATERAL (
                        SELECT FROM dossier f
                         WHERE f.id = h.dossier_id AND f.status IS NOT NULL
                           AND (f.home_agency_id = ANY(:agencies) OR f.competent_agency_id = ANY(:agencies))
                        OFFSET 0) f
                  ORDER BY h.dossier_id DESC
                  LIMIT :sought)
                 UNION ALL
                (SELECT h.dossier_id
                   FROM (SELECT DISTINCT dossier_id FROM hit WHERE :back AND dossier_id > :afterId ORDER BY dossier_id) h
                  CROSS JOIN LATERAL (
                        SELECT FROM dossier f
                         WHERE f.id = h.dossier_id AND f.status IS NOT NULL
                           AND (f.home_agency_id = ANY(:agencies) OR f.competent_agency_id = ANY(:agencies))
                        OFFSET 0) f
                  ORDER BY h.dossier_id
                  LIMIT :sought)
            )
            """ + SummaryRow.SELECT + """
              FROM (SELECT dossier_id FROM few LIMIT 101) few
              JOIN dossier d ON d.id = few.dossier_id
             ORDER BY d.id DESC
            """)
                .bind("keys", PartyKeys.query(keys, agencies))
                .bind("agencies", SummaryRow.ids(agencies))
                .bind("back", walk.isBack())
                .bind("afterId", span.after().id())
                .bind("beforeId", span.before().id())
                .bind("moment", walk.moment())
                .bind("sought", walk.sought());
    }
}
