package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** The log, as it is read. Only the acts write it, and nobody changes it. */
@Component
class DossierEventTable {

    private final Database db;

    DossierEventTable(Database db) {
        this.db = db;
    }

    Mono<List<Recorded>> of(UUID dossierId) {
        return db.read(Sql.of("""
            SELECT id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at, actor_kind, actor_ref,
                   home_agency_id, receiving_unit, competent_agency_id, competent_unit, payload,
                   encode(digest, 'hex') AS digest
              FROM dossier_event
             WHERE dossier_id = :dossierId
             ORDER BY sequence
             LIMIT 200
            """).bind("dossierId", dossierId), DossierEventTable::recorded);
    }

    private static Recorded recorded(Readable row) {
        return new Recorded(event(row), required(row, "digest", String.class));
    }

    private static LoggedEvent event(Readable row) {
        Map<String, Object> payload = DossierTable.words(required(row, "payload", String.class));
        return new LoggedEvent(
                required(row, "id", UUID.class),
                required(row, "dossier_id", UUID.class),
                required(row, "sequence", Integer.class),
                required(row, "type", String.class),
                required(row, "schema_version", Integer.class),
                required(row, "occurred_at", Instant.class),
                required(row, "recorded_at", Instant.class),
                required(row, "actor_kind", String.class),
                required(row, "actor_ref", String.class),
                new Routing(
                        required(row, "home_agency_id", Integer.class),
                        required(row, "receiving_unit", Integer.class),
                        required(row, "competent_agency_id", Integer.class),
                        required(row, "competent_unit", Integer.class),
                        LoggedEvent.isSettled(payload)),
                payload);
    }
}
