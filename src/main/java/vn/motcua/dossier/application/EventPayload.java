package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Matter;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Tally;
import vn.motcua.dossier.Timeliness;

/** Events as the log spells them. A name or shape once written is read for ever; a new one gets a new version. */
final class EventPayload {

    static final int SCHEMA_VERSION = 1;

    /** Stands where the database puts the official code, whose number it gives out in the same statement. */
    static final String CODE_TO_COME = "{code}";

    private EventPayload() {}

    static String type(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Announced _ -> "ANNOUNCED";
            case DossierEvent.Filed _ -> "FILED";
            case DossierEvent.Accepted _ -> "ACCEPTED";
            case DossierEvent.Refused _ -> "REFUSED";
            case DossierEvent.HandedOver _ -> "HANDED_OVER";
            case DossierEvent.Completed _ -> "COMPLETED";
            case DossierEvent.Returned _ -> "RETURNED";
        };
    }

    static Map<String, Object> of(DossierEvent event) {
        Map<String, Object> payload = facts(event);
        List<Map<String, Object>> counts =
                Tally.of(event).stream().map(EventPayload::counts).toList();
        if (!counts.isEmpty()) {
            payload.put("counts", counts);
        }
        return payload;
    }

    private static Map<String, Object> facts(DossierEvent event) {
        Map<String, Object> facts = new HashMap<>();
        switch (event) {
            case DossierEvent.Announced(Instant _, Matter matter, Instant expiresAt, var files) -> {
                matter(matter, facts);
                facts.put("expiresAt", expiresAt.toString());
                facts.put("files", files.stream().map(EventPayload::file).toList());
            }
            case DossierEvent.Filed(Instant _, Matter matter, Optional<Instant> intakeDueAt) -> {
                matter(matter, facts);
                intakeDueAt.ifPresent(due -> facts.put("intakeDueAt", due.toString()));
            }
            case DossierEvent.Accepted(Instant _, Promise promise) -> promise(promise, facts);
            case DossierEvent.HandedOver(Instant _, int toAgency) -> facts.put("toAgency", toAgency);
            case DossierEvent.Completed(Instant _, Timeliness timeliness, boolean withResult) -> {
                facts.put("withResult", withResult);
                facts.put(
                        "classes",
                        Map.of(
                                "OT-1", timeliness.byDay().name(),
                                "OT-2", timeliness.byMoment().name()));
            }
            case DossierEvent.Refused _, DossierEvent.Returned _ -> {}
        }
        return facts;
    }

    private static void matter(Matter matter, Map<String, Object> facts) {
        facts.put("procedureVersion", matter.procedureVersion());
        facts.put("channel", matter.channel().name());
        facts.put("case", matter.caseCode());
        facts.put("resultDelivery", matter.resultDelivery().name());
    }

    private static void promise(Promise promise, Map<String, Object> facts) {
        facts.put("code", CODE_TO_COME);
        facts.put("calendarVersion", promise.calendarVersion());
        facts.put("clockRule", promise.ruleVersion());
        facts.put("dependsOnForecast", promise.dependsOnForecast());
        promise.dueAt().ifPresent(due -> facts.put("dueAt", due.toString()));
        promise.missing().ifPresent(why -> facts.put("dueMissing", why.name()));
    }

    private static Map<String, Object> file(DossierEvent.AnnouncedFile file) {
        return Map.of("size", file.size(), "sha256", file.sha256());
    }

    private static Map<String, Object> counts(Tally tally) {
        Map<String, Object> counts = new HashMap<>();
        counts.put("day", tally.day().toString());
        Map<String, Integer> changes = Map.of(
                "received", tally.received(),
                "receivedWithoutDue", tally.receivedWithoutDue(),
                "early", tally.early(),
                "onTime", tally.onTime(),
                "sameDayLate", tally.sameDayLate(),
                "overdue", tally.overdue(),
                "resolvedWithoutDue", tally.resolvedWithoutDue(),
                "dueOpen", tally.dueOpen());
        changes.forEach((name, change) -> {
            if (change != 0) {
                counts.put(name, change);
            }
        });
        return counts;
    }
}
