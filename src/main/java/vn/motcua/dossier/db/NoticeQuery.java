package vn.motcua.dossier.db;

import java.time.Instant;
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

    private static final Place NEWEST = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1), 0);

    private final Database db;

    NoticeQuery(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<LoggedEvent>> of(Person person, LocalDate day, Optional<Place> after, int limit) {
        return db.read(
                        Sql.of(DossierEventTable.SELECT + """
                              FROM dossier_party p
                              JOIN dossier_event e ON e.dossier_id = p.dossier_id
                             WHERE p.kind = :kind AND p.number = :number
                               AND (p.readable_to IS NULL OR p.readable_to >= :day)
                               AND e.type IN ('ACCEPTED', 'REFUSED', 'DEADLINE_RECOMPUTED', 'COMPLETED')
                               AND NOT (e.type = 'DEADLINE_RECOMPUTED' AND e.schema_version = 4)
                               AND (e.recorded_at, e.dossier_id, e.sequence) < (:recordedAt, :dossier, :sequence)
                             ORDER BY e.recorded_at DESC, e.dossier_id DESC, e.sequence DESC
                             LIMIT :limit
                            """)
                                .bind("kind", person.kind().name())
                                .bind("number", person.number())
                                .bind("day", day)
                                .bind("recordedAt", after.orElse(NEWEST).recordedAt())
                                .bind("dossier", after.orElse(NEWEST).dossier())
                                .bind("sequence", after.orElse(NEWEST).sequence())
                                .bind("limit", limit),
                        DossierEventTable::recorded)
                .map(found -> found.stream().map(Recorded::event).toList());
    }
}
