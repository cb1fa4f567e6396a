package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Answer;
import vn.motcua.dossier.application.Dossiers.StoredAnswer;
import vn.motcua.platform.Lease;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** First answers, kept for repeated requests. Only the acts write them. */
@Component
class IdempotencyTable {

    private final Database db;

    IdempotencyTable(Database db) {
        this.db = db;
    }

    Mono<Optional<StoredAnswer>> find(String caller, String key) {
        return db.read(Sql.of("""
            SELECT i.request, i.dossier_id, i.status, i.version, i.body, d.code
              FROM idempotency i
              JOIN dossier d ON d.id = i.dossier_id
             WHERE i.caller = :caller AND i.key = :key
            """).bind("caller", caller).bind("key", key), IdempotencyTable::stored)
                .map(found -> found.stream().findFirst());
    }

    /** A thousand at a time, so that no statement grows long. */
    Mono<Integer> forgetBefore(Instant moment, Lease lease) {
        return db.background(
                        Sql.of("""
                            WITH held AS MATERIALIZED (
                                SELECT name
                                  FROM lease
                                 WHERE name = :lease AND holder = :holder AND token = :token
                                   FOR KEY SHARE
                            ), forgotten AS (
                                DELETE FROM idempotency
                                 WHERE (caller, key) IN (
                                       SELECT i.caller, i.key
                                         FROM idempotency i
                                        CROSS JOIN held
                                        WHERE i.created_at < :moment
                                        ORDER BY i.created_at
                                        LIMIT 1000)
                                RETURNING version
                            )
                            SELECT CAST(count(*) AS integer) AS forgotten FROM forgotten
                            """)
                                .bind("lease", lease.name())
                                .bind("holder", lease.holder())
                                .bind("token", lease.token())
                                .bind("moment", moment),
                        row -> required(row, "forgotten", Integer.class))
                .map(List::getFirst);
    }

    private static StoredAnswer stored(Readable row) {
        return new StoredAnswer(
                required(row, "request", String.class),
                new Answer(
                        required(row, "dossier_id", UUID.class),
                        required(row, "status", Integer.class),
                        required(row, "version", Integer.class),
                        required(row, "body", String.class),
                        optional(row, "code", String.class),
                        true));
    }
}
