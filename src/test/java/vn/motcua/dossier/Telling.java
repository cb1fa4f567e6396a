package vn.motcua.dossier;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;

/** What a machine client tells of the past. */
public final class Telling {

    static final String IMPORTS = "/api/v1/dossier-imports";

    private final ObjectNode body;

    private Telling(ObjectNode body) {
        this.body = body;
    }

    /** Of a system called {@code old}, with a reference of its own. */
    public static Telling of(Api api, String procedure, String channel) {
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("procedureCode", procedure)
                .put("channel", channel)
                .put("resultDelivery", "COUNTER");
        body.putObject("source").put("system", "old").put("reference", reference());
        body.set("applicant", api.person("citizen"));
        body.putArray("events");
        return new Telling(body);
    }

    /** Random letters, which are nobody's number. */
    static String reference() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .map(letter -> letter >= '0' && letter <= '9' ? letter - '0' + 'g' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    ObjectNode body() {
        return body;
    }

    public Telling with(String field, String value) {
        body.put(field, value);
        return this;
    }

    Telling from(String reference) {
        ((ObjectNode) body.path("source")).put("reference", reference);
        return this;
    }

    /** An event at a local time of Viet Nam; the last one said more of by {@link #saying}. */
    public Telling event(String type, String local) {
        events().addObject().put("type", type).put("occurredAt", local + "+07:00");
        return this;
    }

    Telling saying(String field, String value) {
        last().put(field, value);
        return this;
    }

    public Telling withResult() {
        last().put("withResult", true);
        return this;
    }

    /** Taken in on 2 March 2026, due on the 11th, ended on the 12th. */
    Telling wholeLife() {
        return event("FILED", "2026-03-02T09:00:00")
                .event("ACCEPTED", "2026-03-02T10:00:00")
                .event("HANDED_OVER", "2026-03-02T11:00:00")
                .event("COMPLETED", "2026-03-12T08:00:00")
                .withResult()
                .event("RETURNED", "2026-03-13T08:00:00");
    }

    public Reply tell(Api api) {
        return tell(api, UUID.randomUUID().toString());
    }

    Reply tell(Api api, String key) {
        return tell(api, api.token("machine"), key);
    }

    Reply tell(Api api, String token, String key) {
        return api.post(token, IMPORTS, body, "Idempotency-Key", key);
    }

    private ArrayNode events() {
        return (ArrayNode) body.path("events");
    }

    private ObjectNode last() {
        return (ObjectNode) events().get(events().size() - 1);
    }
}
