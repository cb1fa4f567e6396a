package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.faults.client.Eventually;

/** Events that a test writes into a log by itself, on a database of its own whose service numbers them. */
final class WrittenLog {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final DatabaseAddress database;

    WrittenLog(DatabaseAddress database) {
        this.database = database;
    }

    /** The first event of a new dossier, between two units; the agencies stay the same. */
    static LoggedEvent filed(Instant recordedAt, int receivingUnit, int competentUnit) {
        return event(UUID.randomUUID(), 1, "FILED", recordedAt, receivingUnit, competentUnit);
    }

    static LoggedEvent event(
            UUID dossier, int sequence, String type, Instant recordedAt, int receivingUnit, int competentUnit) {
        return new LoggedEvent(
                UUID.randomUUID(),
                dossier,
                sequence,
                type,
                1,
                recordedAt,
                recordedAt,
                "CLERK",
                "urn:motcua:dev:agencies|clerk",
                new Routing(3180732, receivingUnit, 3180732, competentUnit),
                Map.of("note", "x".repeat(300)));
    }

    /** So many dossiers that were filed in Thành Sen. */
    static List<LoggedEvent> filings(int count) {
        return Stream.generate(() -> filed(Instant.parse("2026-03-02T02:00:00Z"), 1318073, 1318073))
                .limit(count)
                .toList();
    }

    /** In one transaction for each event, so that their positions follow their order; waits until they have them. */
    void write(List<LoggedEvent> events) throws SQLException, InterruptedException {
        try (var owner = database.owner()) {
            for (LoggedEvent event : events) {
                insert(owner, event);
            }
        }
        waitForPositions();
    }

    /** In one transaction; waits until they have positions. */
    void writeAtOnce(List<LoggedEvent> events) throws SQLException, InterruptedException {
        try (var owner = database.owner()) {
            owner.setAutoCommit(false);
            for (LoggedEvent event : events) {
                insert(owner, event);
            }
            owner.commit();
        }
        waitForPositions();
    }

    void waitForPositions() throws InterruptedException {
        assertThat(Eventually.comesTrue(
                        BOUND,
                        () -> number("SELECT count(*) FROM dossier_event")
                                == number("SELECT count(*) FROM log_position")))
                .isTrue();
    }

    void empty() throws SQLException {
        try (var owner = database.owner()) {
            owner.createStatement().execute("TRUNCATE dossier_event, log_position, log_day");
        }
    }

    /** The one number that the query answers. */
    long number(String query) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void insert(Connection owner, LoggedEvent event) throws SQLException {
        try (var insert = owner.prepareStatement("""
            INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at,
                                       actor_kind, actor_ref, home_agency_id, receiving_unit, competent_agency_id,
                                       competent_unit, payload, digest)
            VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
            insert.setObject(1, event.id());
            insert.setObject(2, event.dossierId());
            insert.setInt(3, event.sequence());
            insert.setString(4, event.type());
            insert.setObject(5, OffsetDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC));
            insert.setObject(6, OffsetDateTime.ofInstant(event.recordedAt(), ZoneOffset.UTC));
            insert.setString(7, event.actorKind());
            insert.setString(8, event.actorRef());
            insert.setInt(9, event.routing().receivingAgency());
            insert.setInt(10, event.routing().receivingUnit());
            insert.setInt(11, event.routing().competentAgency());
            insert.setInt(12, event.routing().competentUnit());
            insert.setString(13, event.payloadText());
            insert.setBytes(14, sha256(event.line()));
            insert.executeUpdate();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
