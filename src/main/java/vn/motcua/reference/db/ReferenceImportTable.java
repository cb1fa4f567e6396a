package vn.motcua.reference.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.reference.ImportReport;
import vn.motcua.reference.ImportState;
import vn.motcua.reference.Progress;
import vn.motcua.reference.Progress.Stage;
import vn.motcua.reference.application.ImportRegister;

/** Imports: a row each, of which one at most is running. */
@Component
class ReferenceImportTable implements ImportRegister {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Progress NONE = new Progress(Stage.WAITING, List.of());

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Database database;

    ReferenceImportTable(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Begun> begin(Request request, Runnable begun) {
        return inserted(request, begun)
                .flatMap(done -> done ? Mono.just(new Begun.Started(request.id())) : refused(request, begun));
    }

    private Mono<Boolean> inserted(Request request, Runnable begun) {
        return database.act(
                        Sql.of("""
                            INSERT INTO reference_import (
                                   id, requested_by, requested_at, idempotency_key, digest, dry_run, state, progress,
                                   heartbeat_at)
                            VALUES (:id, :caller, :moment, :key, :digest, :dryRun, 'RUNNING', :progress, :moment)
                            ON CONFLICT DO NOTHING
                            RETURNING id
                            """)
                                .bind("id", request.id())
                                .bind("caller", request.caller())
                                .bind("moment", request.moment())
                                .bind("key", Rows.orNull(R2dbcType.VARCHAR, request.key()))
                                .bind("digest", request.digest())
                                .bind("dryRun", request.dryRun())
                                .bind("progress", JSON.writeValueAsString(NONE)),
                        row -> required(row, "id", UUID.class),
                        rows -> rows.forEach(_ -> begun.run()))
                .map(rows -> !rows.isEmpty());
    }

    private record Other(UUID id, boolean sameKey, boolean sameDigest) {}

    /** The same key counts before another import that runs. One that has ended meanwhile is no reason: then once more. */
    private Mono<Begun> refused(Request request, Runnable begun) {
        return database.read(
                        Sql.of("""
                            SELECT id, coalesce(requested_by = :caller AND idempotency_key = :key, false) AS same_key,
                                   digest = :digest AS same_digest
                              FROM reference_import
                             WHERE state = 'RUNNING'
                                OR (requested_by = :caller AND idempotency_key = :key)
                             ORDER BY same_key DESC
                            """)
                                .bind("caller", request.caller())
                                .bind("key", Rows.orNull(R2dbcType.VARCHAR, request.key()))
                                .bind("digest", request.digest()),
                        row -> new Other(
                                required(row, "id", UUID.class),
                                required(row, "same_key", Boolean.class),
                                required(row, "same_digest", Boolean.class)))
                .flatMap(others -> others.isEmpty() ? begin(request, begun) : Mono.just(because(others.getFirst())));
    }

    private static Begun because(Other other) {
        if (!other.sameKey()) {
            return new Begun.Busy(other.id());
        }
        return other.sameDigest() ? new Begun.Replayed(other.id()) : new Begun.KeyReused();
    }

    @Override
    public Mono<Void> tidy(Instant heardOfBefore, Instant askedBefore) {
        return database.act(Sql.of("""
            UPDATE reference_import
               SET state = CASE WHEN state = 'RUNNING' AND heartbeat_at < :silent THEN 'INTERRUPTED'
                                ELSE state END,
                   finished_at = CASE WHEN state = 'RUNNING' AND heartbeat_at < :silent
                                      THEN heartbeat_at ELSE finished_at END,
                   idempotency_key = CASE WHEN requested_at < :old
                                            OR state IN ('FAILED', 'INTERRUPTED')
                                            OR (state = 'RUNNING' AND heartbeat_at < :silent)
                                          THEN NULL ELSE idempotency_key END
             WHERE (state = 'RUNNING' AND heartbeat_at < :silent)
                OR (idempotency_key IS NOT NULL AND (requested_at < :old OR state IN ('FAILED', 'INTERRUPTED')))
            """).bind("silent", heardOfBefore).bind("old", askedBefore), row -> row)
                .then();
    }

    @Override
    public Mono<Boolean> beat(UUID id, Progress progress, Instant moment) {
        return database.background(
                        Sql.of("""
                            UPDATE reference_import
                               SET progress = :progress,
                                   heartbeat_at = greatest(:moment, heartbeat_at)
                             WHERE id = :id
                               AND state = 'RUNNING'
                            RETURNING id
                            """)
                                .bind("id", id)
                                .bind("progress", JSON.writeValueAsString(progress))
                                .bind("moment", moment),
                        row -> required(row, "id", UUID.class))
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Mono<Void> end(End end) {
        return database.background(
                        Sql.of("""
                            UPDATE reference_import
                               SET state = :state,
                                   progress = :progress,
                                   finished_at = greatest(:moment, requested_at),
                                   heartbeat_at = greatest(:moment, heartbeat_at),
                                   report = :report
                             WHERE id = :id
                               AND state = 'RUNNING'
                            """)
                                .bind("id", end.id())
                                .bind("state", end.state().name())
                                .bind("progress", JSON.writeValueAsString(end.progress()))
                                .bind("moment", end.moment())
                                .bind(
                                        "report",
                                        Rows.orNull(
                                                R2dbcType.VARCHAR, end.report().map(JSON::writeValueAsString))),
                        row -> row)
                .then();
    }

    @Override
    public Mono<Optional<Entry>> find(UUID id) {
        return database.read(Sql.of("""
            SELECT id, requested_by, requested_at, dry_run, state, progress, heartbeat_at, finished_at, report
              FROM reference_import
             WHERE id = :id
            """).bind("id", id), row -> entry(row, report(row)))
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Mono<List<Entry>> newest(Optional<Place> after, int limit) {
        return database.read(
                Sql.of("""
                    SELECT id, requested_by, requested_at, dry_run, state, progress, heartbeat_at, finished_at
                      FROM reference_import
                     WHERE (requested_at, id) < (:moment, :id)
                     ORDER BY requested_at DESC, id DESC
                     LIMIT :limit
                    """)
                        .bind("moment", after.map(Place::requestedAt).orElse(LATEST))
                        .bind("id", after.map(Place::id).orElse(LAST))
                        .bind("limit", limit),
                row -> entry(row, Optional.empty()));
    }

    private static Optional<ImportReport> report(Readable row) {
        return optional(row, "report", String.class).map(text -> JSON.readValue(text, ImportReport.class));
    }

    private static Entry entry(Readable row, Optional<ImportReport> report) {
        return new Entry(
                required(row, "id", UUID.class),
                required(row, "requested_by", String.class),
                required(row, "requested_at", Instant.class),
                required(row, "dry_run", Boolean.class),
                ImportState.valueOf(required(row, "state", String.class)),
                JSON.readValue(required(row, "progress", String.class), Progress.class),
                required(row, "heartbeat_at", Instant.class),
                optional(row, "finished_at", Instant.class),
                report);
    }
}
