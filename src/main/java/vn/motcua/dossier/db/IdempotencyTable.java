package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.dossier.application.Answer;
import vn.motcua.dossier.application.Dossiers.StoredAnswer;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
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

    Mono<Optional<StoredAnswer>> find(Caller caller, String key, LocalDate day) {
        return db.read(statement(caller, key, day), IdempotencyTable::stored)
                .map(found -> found.stream().findFirst());
    }

    /**
     * The body stays behind where the dossier lies outside of the scope. A machine sees no dossiers, and what an operator settled
     * leaves her scope with that step: each is told again what it was told in that role, and an operator never whose dossier it is.
     */
    static Sql statement(Caller caller, String key, LocalDate day) {
        Scope scope = Scope.of(caller);
        return Sql.of("""
            SELECT i.request, i.dossier_id, i.status, i.version, d.code, d.home_agency_id, d.competent_agency_id,
                   CASE WHEN d.home_agency_id = ANY(:agencies) OR d.competent_agency_id = ANY(:agencies)
                          OR EXISTS (SELECT FROM dossier_party p
                                      WHERE p.dossier_id = d.id AND p.kind = :kind AND p.number = :number
                                        AND (p.readable_to IS NULL OR p.readable_to >= :day))
                          OR EXISTS (SELECT FROM dossier_event e
                                      WHERE e.dossier_id = i.dossier_id AND e.sequence = i.version
                                        AND e.actor_kind = ANY(:unplaced))
                        THEN i.body END AS body
              FROM idempotency i
              JOIN dossier d ON d.id = i.dossier_id
             WHERE i.caller = :caller AND i.key = :key
            """)
                .bind("caller", caller.subject())
                .bind("key", key)
                .bind("day", day)
                .bind("agencies", scope.agencies().toArray(Integer[]::new))
                .bind(
                        "unplaced",
                        Stream.of(Role.OPERATOR, Role.MACHINE)
                                .filter(caller::is)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .bind(
                        "kind",
                        orNull(
                                R2dbcType.VARCHAR,
                                scope.person().map(Person::kind).map(Enum::name)))
                .bind("number", orNull(R2dbcType.VARCHAR, scope.person().map(Person::number)));
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
        UUID id = required(row, "dossier_id", UUID.class);
        return new StoredAnswer(
                required(row, "request", String.class),
                new Shown(
                        id,
                        required(row, "home_agency_id", Integer.class),
                        required(row, "competent_agency_id", Integer.class)),
                optional(row, "body", String.class)
                        .map(body -> new Answer(
                                id,
                                required(row, "status", Integer.class),
                                required(row, "version", Integer.class),
                                body,
                                optional(row, "code", String.class),
                                true)));
    }
}
