package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.Source;
import vn.motcua.identity.Role;
import vn.motcua.platform.json.CanonicalJson;

/**
 * An event as the log keeps it: the envelope, and a payload without personal data.
 *
 * @param occurredAt when it happened
 * @param recordedAt when it was recorded, never before it happened or before what it follows; an instance whose clock
 *     is behind holds it, and says so in the payload, so that as-of questions see a dossier as it went
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

    /** Between the version of an event's shape and that of the same shape with the mark of an import. */
    private static final int IMPORTED = 100;

    public LoggedEvent {
        payload = Map.copyOf(payload);
    }

    /** Whether it was known who decides, as a payload tells. */
    public static boolean isSettled(Map<String, Object> payload) {
        return !EventPayload.OPEN.equals(payload.get(EventPayload.ROUTING));
    }

    /** Whether it begins a dossier that came on paper and that a clerk typed. */
    public boolean isTypedByClerk() {
        return sequence == 1 && actorKind.equals(Role.CLERK.name());
    }

    /** The same event, marked as told by a machine long after; a dossier's first one names its source. */
    LoggedEvent imported(Source source) {
        Map<String, Object> marked = new HashMap<>(payload);
        marked.put("imported", true);
        if (sequence == 1) {
            marked.put("source", Map.of("system", source.system(), "reference", source.reference()));
        }
        return with(schemaVersion + IMPORTED, marked);
    }

    /** The event of an acceptance with the official code that the database gives out for requests. */
    LoggedEvent withCode(String code) {
        Map<String, Object> coded = new HashMap<>(payload);
        coded.put("code", code);
        return with(schemaVersion, coded);
    }

    private LoggedEvent with(int version, Map<String, Object> told) {
        return new LoggedEvent(
                id, dossierId, sequence, type, version, occurredAt, recordedAt, actorKind, actorRef, routing, told);
    }

    public String payloadText() {
        return CanonicalJson.write(payload);
    }

    /** The versions of units that it names. */
    public Stream<Integer> units() {
        return Stream.concat(Stream.of(routing.receivingUnit(), routing.competentUnit()), named("unit"));
    }

    /** The ids of agencies that it names. */
    Stream<Integer> agencies() {
        return Stream.of(
                        Stream.of(routing.receivingAgency(), routing.competentAgency()),
                        named("agency"),
                        named("competentAgency"),
                        named("toAgency"))
                .flatMap(ids -> ids);
    }

    /** The procedure version that it names. */
    public Optional<Integer> procedureVersion() {
        return named("procedureVersion").findFirst();
    }

    /** Every procedure version that it names. */
    Stream<Integer> procedureVersions() {
        return Stream.concat(named("procedureVersion"), named(EventPayload.DECIDING_VERSION));
    }

    private Stream<Integer> named(String member) {
        return payload.get(member) instanceof Integer id ? Stream.of(id) : Stream.empty();
    }

    /** The canonical text (RFC 8785) whose SHA-256 is the event's digest. */
    public String line() {
        return CanonicalJson.write(members());
    }

    /**
     * Its line in an export: the canonical text with the digest among its members.
     *
     * @param digest SHA-256 of {@link #line()}, in hexadecimal
     */
    public String line(String digest) {
        Map<String, Object> line = members();
        line.put("digest", digest);
        return CanonicalJson.write(line);
    }

    /**
     * The event that an export's line tells.
     *
     * @param line its members
     * @throws IllegalArgumentException when they are not those of an event; the message says why
     */
    static LoggedEvent of(Members line) {
        Map<String, Object> payload = line.object("payload").values();
        return new LoggedEvent(
                UUID.fromString(line.text("id")),
                UUID.fromString(line.text("dossierId")),
                line.number("sequence"),
                line.text("type"),
                line.number("schemaVersion"),
                line.moment("occurredAt"),
                line.moment("recordedAt"),
                line.text("actorKind"),
                line.text("actorRef"),
                new Routing(
                        line.number("receivingAgency"),
                        line.number("receivingUnit"),
                        line.number("competentAgency"),
                        line.number("competentUnit"),
                        isSettled(payload)),
                payload);
    }

    private Map<String, Object> members() {
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
        return line;
    }
}
