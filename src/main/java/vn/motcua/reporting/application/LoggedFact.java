package vn.motcua.reporting.application;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.reporting.Fact;
import vn.motcua.reporting.Fact.Ending;
import vn.motcua.reporting.Fact.Start;
import vn.motcua.reporting.Fact.What;

/** Reads what happened out of an event as the log spells it. */
public final class LoggedFact {

    private static final List<String> CHANNELS = List.of("COUNTER", "ONLINE", "POSTAL");
    private static final String DUE_AT = "dueAt";

    private LoggedFact() {}

    /**
     * What the event tells.
     *
     * @throws IllegalArgumentException when it is of no known type or lacks what its type has; the message says which
     */
    public static Fact of(LoggedEvent event) {
        return new Fact(
                event.dossierId(),
                event.sequence(),
                event.occurredAt(),
                event.recordedAt(),
                event.routing(),
                what(event.type(), event.payload()));
    }

    private static What what(String type, Map<String, Object> payload) {
        return switch (type) {
            case "FILED" ->
                new What.Filed(
                        required(payload, "procedureVersion", Integer.class),
                        channel(required(payload, "channel", String.class)),
                        moment(payload, "intakeDueAt"));
            case "ACCEPTED" -> new What.Accepted(start(payload));
            case "RECEIVED_BY_COMPETENT" ->
                start(payload).<What>map(What.Started::new).orElseGet(What.Other::new);
            case "DEADLINE_RECOMPUTED" ->
                recomputed(payload, moment(payload, DUE_AT).orElseThrow(() -> bad(DUE_AT)));
            case "REFUSED" -> new What.Refused();
            case "COMPLETED" -> new What.Ended(Ending.COMPLETED);
            case "ANNOUNCED", "ROUTED", "HANDED_OVER", "RETURNED", "REPRESENTATION_ENDED", "DEADLINE_WARNED" ->
                new What.Other();
            default -> throw new IllegalArgumentException("no type of event is called so");
        };
    }

    /** Of processing, where no clock is named. */
    private static What recomputed(Map<String, Object> payload, Instant dueAt) {
        return "INTAKE_ANSWER".equals(payload.get("clock"))
                ? new What.AnswerRecomputed(dueAt)
                : new What.Recomputed(dueAt);
    }

    /** It started when a due moment stands there, or the reason why there is none. */
    private static Optional<Start> start(Map<String, Object> payload) {
        return payload.containsKey(DUE_AT) || payload.containsKey("dueMissing")
                ? Optional.of(new Start(moment(payload, DUE_AT)))
                : Optional.empty();
    }

    private static int channel(String name) {
        int at = CHANNELS.indexOf(name);
        if (at < 0) {
            throw bad("channel");
        }
        return at + 1;
    }

    private static Optional<Instant> moment(Map<String, Object> payload, String name) {
        if (!payload.containsKey(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(required(payload, name, String.class)));
        } catch (DateTimeException wrong) {
            throw bad(name);
        }
    }

    private static <T> T required(Map<String, Object> payload, String name, Class<T> type) {
        Object value = payload.get(name);
        if (!type.isInstance(value)) {
            throw bad(name);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException bad(String name) {
        return new IllegalArgumentException("member " + name + " is missing or not as it should be");
    }
}
