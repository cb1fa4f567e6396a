package vn.motcua.dossier.db;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.PromiseLog;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** What due moments are computed again from. */
@Component
class RecheckTable implements PromiseLog {

    private final Database db;

    RecheckTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<Dossier>> filed(Wanted wanted, UUID after, int most) {
        return db.background(
                Sql.of(DossierTable.SELECT + """
                      FROM dossier d
                     WHERE d.filed_at IS NOT NULL AND d.id > :after
                       AND d.filed_at >= :from AND d.filed_at < :to
                       AND (cardinality(CAST(:ids AS uuid[])) = 0 OR d.id = ANY(:ids))
                     ORDER BY d.id
                     LIMIT :most
                    """)
                        .bind("after", after)
                        .bind("from", wanted.from())
                        .bind("to", wanted.to())
                        .bind("ids", wanted.ids().toArray(UUID[]::new))
                        .bind("most", most),
                DossierTable::dossier);
    }

    @Override
    public Mono<List<LoggedEvent>> promises(List<UUID> dossiers) {
        return db.background(
                        Sql.of(DossierEventTable.SELECT + """
                              FROM dossier_event e
                             WHERE e.dossier_id = ANY(:dossiers)
                               AND e.type IN ('FILED', 'ACCEPTED', 'RECEIVED_BY_COMPETENT', 'DEADLINE_RECOMPUTED')
                             ORDER BY e.dossier_id, e.sequence
                            """).bind("dossiers", dossiers.toArray(UUID[]::new)),
                        DossierEventTable::recorded)
                .map(found -> found.stream().map(Recorded::event).toList());
    }
}
