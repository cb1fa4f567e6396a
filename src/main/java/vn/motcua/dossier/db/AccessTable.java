package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.Access;
import vn.motcua.dossier.application.Accesses;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Lane;
import vn.motcua.platform.db.Sql;

/** Accesses in the database, written through a lane that concurrent reads share. */
@Component
class AccessTable implements Accesses {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** In one statement. */
    private static final int WIDEST = 200;

    /** Past it readers are refused: fifty writes behind is too far. */
    private static final int LONGEST = 10_000;

    /** Shorter than every limit of the database: whoever waits so long is told that it is too busy, and nothing else. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Place NEWEST = new Place(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    private final Database db;
    private final Lane<Access> lane;

    AccessTable(Database db) {
        this.db = db;
        this.lane = new Lane<>(this::write, WIDEST, LONGEST, PATIENCE);
    }

    @Override
    public Mono<Void> keep(Access access) {
        return lane.add(access);
    }

    private Mono<List<Long>> write(List<Access> accesses) {
        return db.shared(Sql.of("""
            INSERT INTO dossier_access (accessed_at, subject, role, agency_id, purpose, dossiers)
            SELECT i.accessed_at, i.subject, i.role, i.agency_id, i.purpose, i.dossiers
              FROM json_to_recordset(CAST(:input AS json)) AS i (
                   accessed_at timestamptz, subject text, role text, agency_id integer, purpose text, dossiers uuid[])
            RETURNING id
            """).bind("input", input(accesses)), row -> required(row, "id", Long.class));
    }

    private static String input(List<Access> accesses) {
        return JSON.writeValueAsString(accesses.stream().map(AccessTable::row).toList());
    }

    private static Map<String, Object> row(Access access) {
        Map<String, Object> row = new HashMap<>();
        row.put("accessed_at", access.at().toString());
        row.put("subject", access.subject());
        row.put("role", access.role().name());
        access.agency().ifPresent(id -> row.put("agency_id", id));
        row.put("purpose", access.purpose().name());
        row.put("dossiers", access.dossiers().stream().map(UUID::toString).toList());
        return row;
    }

    @Override
    public Mono<List<Kept>> of(UUID dossier, Scope scope, Optional<Place> after, int limit) {
        return db.read(statement(dossier, scope, after, limit), AccessTable::kept);
    }

    /** The index gives every access of the dossier, and only then are they sorted: few, where the table is long. */
    static Sql statement(UUID dossier, Scope scope, Optional<Place> after, int limit) {
        Place from = after.orElse(NEWEST);
        return Sql.of("""
            WITH seen AS MATERIALIZED (
                SELECT a.id, a.accessed_at, a.subject, a.role, a.agency_id, a.purpose
                  FROM dossier_access a
                 WHERE a.dossiers @> ARRAY[CAST(:dossier AS uuid)]
                   AND EXISTS (SELECT FROM dossier_party p
                                WHERE p.dossier_id = :dossier AND p.kind = :kind AND p.number = :number
                                  AND p.role = 'APPLICANT')
            )
            SELECT s.id, s.accessed_at, s.subject, s.role, s.agency_id, s.purpose
              FROM seen s
             WHERE (s.accessed_at, s.id) < (:at, CAST(:id AS bigint))
             ORDER BY s.accessed_at DESC, s.id DESC
             LIMIT :limit
            """)
                .bind("dossier", dossier)
                .bind(
                        "kind",
                        orNull(
                                R2dbcType.VARCHAR,
                                scope.person().map(Person::kind).map(Enum::name)))
                .bind("number", orNull(R2dbcType.VARCHAR, scope.person().map(Person::number)))
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit);
    }

    /** The address of an issuer has no vertical bar. */
    private static String user(String subject) {
        return subject.substring(subject.indexOf('|') + 1);
    }

    private static Kept kept(Readable row) {
        return new Kept(
                new Place(required(row, "accessed_at", Instant.class), required(row, "id", Long.class)),
                user(required(row, "subject", String.class)),
                Role.valueOf(required(row, "role", String.class)),
                optional(row, "agency_id", Integer.class),
                Access.Purpose.valueOf(required(row, "purpose", String.class)));
    }
}
