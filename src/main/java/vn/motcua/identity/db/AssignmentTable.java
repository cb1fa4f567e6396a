package vn.motcua.identity.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Assignment;
import vn.motcua.identity.Assignment.Placement;
import vn.motcua.identity.Assignment.Word;
import vn.motcua.identity.Role;
import vn.motcua.identity.StaffRegister;
import vn.motcua.identity.application.Assignments;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Sql;

/** Assignments of staff, kept in memory until somebody changes them. */
@Component
class AssignmentTable implements Assignments {

    /** Whether the agency, or the unit on the first day, is there. */
    private static final String KNOWN = """
        SELECT (CAST(:agency AS integer) IS NULL OR EXISTS (SELECT FROM agency WHERE id = :agency))
           AND (CAST(:unit AS text) IS NULL
                OR EXISTS (SELECT
                             FROM administrative_unit
                            WHERE code = :unit AND valid_from <= :validFrom
                              AND (valid_to IS NULL OR valid_to >= :validFrom))) AS known
        """;

    private final Database db;
    private final ReferenceVersions versions;
    private final Kept<StaffRegister> kept;

    AssignmentTable(Database db, ReferenceVersions versions) {
        this.db = db;
        this.versions = versions;
        this.kept = new Kept<>(
                versions,
                "staff",
                Kept.<Assignment>all(last -> list(last.map(Assignment::id).orElse(0), Kept.PAGE))
                        .map(StaffRegister::new));
    }

    @Override
    public Mono<Snapshot<StaffRegister>> register() {
        return kept.snapshot();
    }

    @Override
    public Mono<List<Assignment>> list(int after, int limit) {
        return db.read(Sql.of("""
            SELECT id, subject, role, agency_id, unit, valid_from, valid_to, assigned_by, assigned_at, ended_by, ended_at
              FROM staff_assignment
             WHERE id > :after
             ORDER BY id
             LIMIT :limit
            """).bind("after", after).bind("limit", limit), AssignmentTable::assignment);
    }

    @Override
    public Mono<Outcome.UnknownPlace> unknown(Placement placement) {
        return db.read(
                        Sql.of(KNOWN)
                                .bind("agency", orNull(R2dbcType.INTEGER, placement.agency()))
                                .bind("unit", orNull(R2dbcType.VARCHAR, placement.unit()))
                                .bind("validFrom", placement.validFrom()),
                        row -> required(row, "known", Boolean.class))
                .filter(known -> !known.getFirst())
                .map(_ -> new Outcome.UnknownPlace(placement.agency().isPresent()));
    }

    /** The number is raised first: whoever comes second waits here, finds another number, and writes nothing. */
    @Override
    public Mono<Outcome> add(Placement placement, Word said, long seen) {
        return db.act(
                        Sql.of("""
                            WITH place AS MATERIALIZED (
                            """ + KNOWN + """
                            ), moved AS (
                                UPDATE reference_version
                                   SET version = version + 1
                                 WHERE capability = 'staff' AND version = :seen AND (SELECT known FROM place)
                                RETURNING version
                            ), added AS (
                                INSERT INTO staff_assignment (subject, role, agency_id, unit, valid_from, valid_to, assigned_by,
                                                              assigned_at)
                                SELECT :subject, :role, CAST(:agency AS integer), CAST(:unit AS text), :validFrom,
                                       CAST(:validTo AS date), :by, :at
                                  FROM moved
                                RETURNING *
                            ), word AS (
                                INSERT INTO staff_assignment_end (assignment_id, last_day, ended_by, ended_at)
                                SELECT id, valid_to, assigned_by, assigned_at
                                  FROM added
                                 WHERE valid_to IS NOT NULL
                            )
                            SELECT p.known, CAST(:agency AS integer) IS NOT NULL AS is_agency, a.id, a.subject, a.role,
                                   a.agency_id, a.unit, a.valid_from, a.valid_to, a.assigned_by, a.assigned_at, a.ended_by,
                                   a.ended_at
                              FROM place p
                              LEFT JOIN added a ON true
                            """)
                                .bind("subject", placement.subject())
                                .bind("role", placement.role().name())
                                .bind("agency", orNull(R2dbcType.INTEGER, placement.agency()))
                                .bind("unit", orNull(R2dbcType.VARCHAR, placement.unit()))
                                .bind("validFrom", placement.validFrom())
                                .bind("validTo", orNull(R2dbcType.DATE, placement.validTo()))
                                .bind("by", said.by())
                                .bind("at", said.at())
                                .bind("seen", seen),
                        AssignmentTable::outcome)
                .flatMap(outcomes -> versions.look().thenReturn(outcomes.getFirst()));
    }

    private static Outcome outcome(Readable row) {
        if (!required(row, "known", Boolean.class)) {
            return new Outcome.UnknownPlace(required(row, "is_agency", Boolean.class));
        }
        return optional(row, "id", Integer.class).isPresent()
                ? new Outcome.Kept(assignment(row))
                : new Outcome.Changed();
    }

    @Override
    public Mono<Outcome> end(int id, LocalDate lastDay, Word said, long seen) {
        return db.act(
                        Sql.of("""
                            WITH moved AS (
                                UPDATE reference_version
                                   SET version = version + 1
                                 WHERE capability = 'staff' AND version = :seen
                                RETURNING version
                            ), word AS (
                                INSERT INTO staff_assignment_end (assignment_id, last_day, ended_by, ended_at)
                                SELECT :id, :lastDay, :by, :at
                                  FROM moved
                            )
                            UPDATE staff_assignment
                               SET valid_to = :lastDay, ended_by = :by, ended_at = :at
                              FROM moved
                             WHERE id = :id
                            RETURNING id, subject, role, agency_id, unit, valid_from, valid_to, assigned_by, assigned_at,
                                      ended_by, ended_at
                            """)
                                .bind("id", id)
                                .bind("lastDay", lastDay)
                                .bind("by", said.by())
                                .bind("at", said.at())
                                .bind("seen", seen),
                        AssignmentTable::assignment)
                .flatMap(ended -> versions.look()
                        .thenReturn(ended.stream()
                                .findFirst()
                                .<Outcome>map(Outcome.Kept::new)
                                .orElseGet(Outcome.Changed::new)));
    }

    private static Assignment assignment(Readable row) {
        Role role = Role.valueOf(required(row, "role", String.class));
        Optional<Integer> agency = optional(row, "agency_id", Integer.class);
        Optional<String> endedBy = optional(row, "ended_by", String.class);
        return new Assignment(
                required(row, "id", Integer.class),
                new Placement(
                        required(row, "subject", String.class),
                        role,
                        agency,
                        role == Role.MACHINE && agency.isEmpty(),
                        optional(row, "unit", String.class),
                        required(row, "valid_from", LocalDate.class),
                        optional(row, "valid_to", LocalDate.class)),
                new Word(required(row, "assigned_by", String.class), required(row, "assigned_at", Instant.class)),
                endedBy.map(by -> new Word(by, required(row, "ended_at", Instant.class))));
    }
}
