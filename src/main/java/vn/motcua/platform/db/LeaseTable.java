package vn.motcua.platform.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Leases as they stand. Who writes under one locks its row {@code FOR KEY SHARE}, which lets the beat pass and keeps a
 * take-over waiting until what was written is committed.
 */
@Component
class LeaseTable {

    /**
     * A lease as a look found it.
     *
     * @param mine whether the beat was moved by the one who looked
     * @param holder empty when it was given back
     */
    record Seen(String name, boolean mine, Optional<UUID> holder, long token, long beat) {}

    private final Database db;

    LeaseTable(Database db) {
        this.db = db;
    }

    /** Moves the beat of whatever the instance holds, and looks at all of them. */
    Mono<List<Seen>> beat(UUID instance) {
        return db.background(
                Sql.of("""
                    WITH moved AS (
                        UPDATE lease SET beat = beat + 1 WHERE holder = :instance RETURNING name
                    )
                    SELECT l.name, m.name IS NOT NULL AS mine, l.holder, l.token, l.beat
                      FROM lease l
                      LEFT JOIN moved m ON m.name = l.name
                     ORDER BY l.name
                    """).bind("instance", instance),
                row -> new Seen(
                        required(row, "name", String.class),
                        required(row, "mine", Boolean.class),
                        optional(row, "holder", UUID.class),
                        required(row, "token", Long.class),
                        required(row, "beat", Long.class)));
    }

    /** Takes over what nobody touched since it was seen; answers the new token, or nothing. */
    Mono<List<Long>> takeOver(Seen seen, UUID instance) {
        return db.background(
                Sql.of("""
                    WITH silent AS MATERIALIZED (
                        SELECT name FROM lease WHERE name = :name AND token = :token AND beat = :beat FOR UPDATE
                    )
                    UPDATE lease l
                       SET holder = :instance, token = l.token + 1, beat = l.beat + 1
                      FROM silent s
                     WHERE l.name = s.name
                    RETURNING l.token
                    """)
                        .bind("name", seen.name())
                        .bind("token", seen.token())
                        .bind("beat", seen.beat())
                        .bind("instance", instance),
                row -> required(row, "token", Long.class));
    }

    /** Gives everything back, so that others need not wait; answers what. */
    Mono<List<String>> giveBack(UUID instance) {
        return db.background(Sql.of("""
            UPDATE lease SET holder = NULL WHERE holder = :instance RETURNING name
            """).bind("instance", instance), row -> required(row, "name", String.class));
    }
}
