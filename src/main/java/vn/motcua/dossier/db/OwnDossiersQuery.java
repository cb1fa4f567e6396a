package vn.motcua.dossier.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.PartyRole;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Walk;
import vn.motcua.identity.Person;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** A person's own dossiers and those filed for others, newest first: an id begins with the moment at which it was made. */
@Component
class OwnDossiersQuery {

    private final Database db;

    OwnDossiersQuery(Database db) {
        this.db = db;
    }

    Mono<List<DossierSummary>> run(Person person, LocalDate day, Set<DossierStatus> statuses, Walk walk) {
        Span span = walk.restOfNewestFirst();
        return db.read(
                Sql.of(SummaryRow.SELECT + """
                           , few.role
                      FROM ((SELECT o.dossier_id, o.role
                               FROM dossier_party o
                               JOIN dossier f ON f.id = o.dossier_id
                              WHERE NOT :back AND o.kind = :kind AND o.number = :number AND o.dossier_id < :beforeId
                                AND (o.readable_to IS NULL OR o.readable_to >= :day)
                                AND (cardinality(CAST(:statuses AS integer[])) = 0 OR f.status = ANY(:statuses))
                              ORDER BY o.dossier_id DESC
                              LIMIT :sought)
                             UNION ALL
                            (SELECT o.dossier_id, o.role
                               FROM dossier_party o
                               JOIN dossier f ON f.id = o.dossier_id
                              WHERE :back AND o.kind = :kind AND o.number = :number AND o.dossier_id > :afterId
                                AND (o.readable_to IS NULL OR o.readable_to >= :day)
                                AND (cardinality(CAST(:statuses AS integer[])) = 0 OR f.status = ANY(:statuses))
                              ORDER BY o.dossier_id
                              LIMIT :sought)) few
                      JOIN dossier d ON d.id = few.dossier_id
                     ORDER BY d.id DESC
                    """)
                        .bind("back", walk.isBack())
                        .bind("kind", person.kind().name())
                        .bind("number", person.number())
                        .bind("day", day)
                        .bind("statuses", SummaryRow.numbers(statuses))
                        .bind("afterId", span.after().id())
                        .bind("beforeId", span.before().id())
                        .bind("moment", walk.moment())
                        .bind("sought", walk.sought()),
                row -> SummaryRow.summary(
                        row, Optional.of(PartyRole.valueOf(Rows.required(row, "role", String.class)))));
    }
}
