package vn.motcua.dossier.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Reenacted.Happening;
import vn.motcua.dossier.Source;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.platform.json.CanonicalJson;

/** Makes the log's record of an event: facts in the open, words and people only as salted hashes. */
@Component
class EventLog {

    /** Acts where no person and no other machine does. */
    private static final String SYSTEM = "SYSTEM";

    private final Identifiers identifiers;

    EventLog(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    LoggedEvent record(
            Dossier after, DossierEvent event, Role actor, Request request, Map<String, Object> words, String salt) {
        Instant recordedAt = notBefore(request.moment(), event.at());
        Map<String, Object> payload = new HashMap<>(EventPayload.of(event, after, recordedAt));
        if (!words.isEmpty()) {
            payload.put("private", hash(salt, CanonicalJson.write(words)));
        }
        if (event.at().isAfter(request.moment())) {
            payload.put("clockHeld", true);
        }
        return new LoggedEvent(
                identifiers.next(request.moment()),
                after.id(),
                after.version(),
                EventPayload.type(event),
                EventPayload.schemaVersion(event, after.routing()),
                event.at(),
                recordedAt,
                actor.name(),
                actorRef(request.caller(), actor, salt),
                after.routing(),
                payload);
    }

    /** The record of what the service itself did, under the name of that work. */
    LoggedEvent recordOwn(Dossier after, DossierEvent event, String work, Instant moment) {
        Instant recordedAt = notBefore(moment, event.at());
        Map<String, Object> payload = new HashMap<>(EventPayload.of(event, after, recordedAt));
        if (event.at().isAfter(moment)) {
            payload.put("clockHeld", true);
        }
        return new LoggedEvent(
                identifiers.next(moment),
                after.id(),
                after.version(),
                EventPayload.type(event),
                EventPayload.schemaVersion(event, after.routing()),
                event.at(),
                recordedAt,
                SYSTEM,
                work,
                after.routing(),
                payload);
    }

    /** The record of an event that a machine tells long after: marked, and the first one with its source. */
    LoggedEvent recordImported(Dossier after, Happening happening, Source source, Request request, String salt) {
        return record(after, happening.event(), Role.MACHINE, request, happening.words(), salt)
                .imported(source);
    }

    /** Staff act in their office and are named; a citizen is not. */
    private static String actorRef(Caller caller, Role actor, String salt) {
        return actor == Role.CITIZEN ? hash(salt, caller.subject()) : caller.subject();
    }

    private static String hash(String salt, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Nothing is recorded as happening before what it follows. */
    static Instant notBefore(Instant moment, Instant lastEvent) {
        return moment.isBefore(lastEvent) ? lastEvent : moment;
    }
}
