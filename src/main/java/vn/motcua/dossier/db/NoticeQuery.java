package vn.motcua.dossier.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.Notices;
import vn.motcua.identity.Person;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** Notices are read from the log itself. */
@Component
class NoticeQuery implements Notices {

    private static final UUID LAST = new UUID(-1, -1);

    private final Database db;

    NoticeQuery(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<LoggedEvent>> of(Person person, LocalDate day, Optional<UUID> before, int limit) {
        return db.read(
                        Sql.of(DossierEventTable.SELECT + """
                              FROM dossier_party p
                              JOIN dossier_event e ON e.dossier_id = p.dossier_id
                             WHERE p.kind = :kind AND p.number = :number
                               AND (p.readable_to IS NULL OR p.readable_to >= :day)
                               AND e.type IN ('ACCEPTED', 'REFUSED', 'DEADLINE_RECOMPUTED', 'COMPLETED')
                               AND e.id < :before
                             ORDER BY e.id DESC
                             LIMIT :limit
                            """)
                                .bind("kind", person.kind().name())
                                .bind("number", person.number())
                                .bind("day", day)
                                .bind("before", before.orElse(LAST))
                                .bind("limit", limit),
                        DossierEventTable::recorded)
                .map(found -> found.stream().map(Recorded::event).toList());
    }
}
