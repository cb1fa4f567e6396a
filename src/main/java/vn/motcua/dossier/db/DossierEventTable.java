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

    /** What is read of an event {@code e}. */
    static final String SELECT = """
        SELECT e.id, e.dossier_id, e.sequence, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.actor_kind,
               e.actor_ref, e.home_agency_id, e.receiving_unit, e.competent_agency_id, e.competent_unit, e.payload,
               encode(e.digest, 'hex') AS digest
        """;

    private final Database db;

    DossierEventTable(Database db) {
        this.db = db;
    }

    Mono<List<Recorded>> of(UUID dossierId) {
        return db.read(Sql.of(SELECT + """
              FROM dossier_event e
             WHERE e.dossier_id = :dossierId
             ORDER BY e.sequence
             LIMIT 200
            """).bind("dossierId", dossierId), DossierEventTable::recorded);
    }

    static Recorded recorded(Readable row) {
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
