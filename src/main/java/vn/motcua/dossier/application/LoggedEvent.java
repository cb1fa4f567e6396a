package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.Routing;
import vn.motcua.platform.json.CanonicalJson;

/**
 * An event as the log keeps it: the envelope, and a payload without personal data.
 *
 * @param occurredAt when it happened
 * @param recordedAt when it was recorded; the two differ when a clock had to be held
 * @param actorRef a member of staff's subject, or a salted hash of a citizen's
 */
public record LoggedEvent(
        UUID id,
        UUID dossierId,
        int sequence,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        String actorKind,
        String actorRef,
        Routing routing,
        Map<String, Object> payload) {

    public LoggedEvent {
        payload = Map.copyOf(payload);
    }

    /** Whether it was known who decides, as a payload tells. */
    public static boolean isSettled(Map<String, Object> payload) {
        return !EventPayload.OPEN.equals(payload.get(EventPayload.ROUTING));
    }

    /** The event of an acceptance with the official code that the database gives out for requests. */
    LoggedEvent withCode(String code) {
        Map<String, Object> coded = new HashMap<>(payload);
        coded.put("code", code);
        return new LoggedEvent(
                id,
                dossierId,
                sequence,
                type,
                schemaVersion,
                occurredAt,
                recordedAt,
                actorKind,
                actorRef,
                routing,
                coded);
    }

    public String payloadText() {
        return CanonicalJson.write(payload);
    }

    /** The canonical text (RFC 8785) whose SHA-256 is the event's digest; with the digest it is a line of the export. */
    public String line() {
        Map<String, Object> line = new HashMap<>();
        line.put("id", id.toString());
        line.put("dossierId", dossierId.toString());
        line.put("sequence", sequence);
        line.put("type", type);
        line.put("schemaVersion", schemaVersion);
        line.put("occurredAt", occurredAt.toString());
        line.put("recordedAt", recordedAt.toString());
        line.put("actorKind", actorKind);
        line.put("actorRef", actorRef);
        line.put("receivingAgency", routing.receivingAgency());
        line.put("receivingUnit", routing.receivingUnit());
        line.put("competentAgency", routing.competentAgency());
        line.put("competentUnit", routing.competentUnit());
        line.put("payload", payload);
        return CanonicalJson.write(line);
    }
}
