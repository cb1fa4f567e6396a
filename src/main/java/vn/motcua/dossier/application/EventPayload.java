package vn.motcua.dossier.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockKind;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.dossier.Authority;
import vn.motcua.dossier.BoundaryRule;
import vn.motcua.dossier.ClockStart;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Matter;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Recomputed;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.Tally;
import vn.motcua.dossier.Timeliness;

/** Events as the log spells them. A name or shape once written is read for ever; a new one gets a new version. */
final class EventPayload {

    /** Stands where the database puts the official code, whose number it gives out in the same statement. */
    static final String CODE_TO_COME = "{code}";

    static final String REPRESENTATION_ENDED = "REPRESENTATION_ENDED";
    static final String ROUTING = "routing";
    static final String OPEN = "OPEN";

    static final String CLOCK = "clock";

    static final String DECIDING_VERSION = "decidingVersion";

    private static final String INTAKE_RULE = "intakeRule";

    private EventPayload() {}

    static String type(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Announced _ -> "ANNOUNCED";
            case DossierEvent.Filed _ -> "FILED";
            case DossierEvent.Routed _ -> "ROUTED";
            case DossierEvent.Accepted _ -> "ACCEPTED";
            case DossierEvent.Refused _ -> "REFUSED";
            case DossierEvent.HandedOver _ -> "HANDED_OVER";
            case DossierEvent.Received _ -> "RECEIVED_BY_COMPETENT";
            case DossierEvent.DeadlineRecomputed _, DossierEvent.AnswerRecomputed _ -> "DEADLINE_RECOMPUTED";
            case DossierEvent.Completed _ -> "COMPLETED";
            case DossierEvent.Returned _ -> "RETURNED";
            case DossierEvent.RepresentationEnded _ -> REPRESENTATION_ENDED;
            case DossierEvent.DeadlineWarned _ -> "DEADLINE_WARNED";
        };
    }

    /**
     * The version of an event's shape. The second of an announcement tells what the first could not: that nobody knows who
     * decides, or that another agency took the dossier in; the last of what is filed or announced tells that somebody else
     * than the applicant handed it in; that of an acceptance names the version of the procedure that decides, where that is not
     * the one that was filed under; that of a due moment computed again names the clock, which is that of processing where none
     * is named. What counts in figures carries in its last versions what it is about, so that each event alone tells what
     * figures need; what was never otherwise begins with the third.
     *
     * @param routing of the dossier after the event
     */
    static int schemaVersion(DossierEvent event, Routing routing) {
        return switch (event) {
            case DossierEvent.Announced announced when announced.forAnother().isPresent() -> 3;
            case DossierEvent.Announced _ -> !routing.settled() || routing.isTakenInElsewhere() ? 2 : 1;
            case DossierEvent.AnswerRecomputed _ -> 4;
            case DossierEvent.Accepted accepted when accepted.decidingVersion().isPresent() -> 4;
            case DossierEvent.Filed filed when filed.forAnother().isPresent() -> 4;
            case DossierEvent.Filed _, DossierEvent.Accepted _, DossierEvent.Refused _, DossierEvent.Completed _ -> 3;
            case DossierEvent.DeadlineRecomputed _ -> 3;
            case DossierEvent.Routed _, DossierEvent.Received _ -> 2;
            case DossierEvent.HandedOver _,
                    DossierEvent.Returned _,
                    DossierEvent.RepresentationEnded _,
                    DossierEvent.DeadlineWarned _ -> 1;
        };
    }

    /**
     * The payload.
     *
     * @param after the dossier as the event left it
     */
    static Map<String, Object> of(DossierEvent event, Dossier after, Instant recordedAt) {
        Map<String, Object> payload = facts(event);
        routing(event, after.routing(), payload);
        List<Map<String, Object>> counts = Tally.of(event, after).stream()
                .map(tally -> counts(tally, Timeliness.dayOf(event.at()), Timeliness.dayOf(recordedAt)))
                .toList();
        if (!counts.isEmpty()) {
            payload.put("procedureVersion", after.matter().procedureVersion());
            payload.put("channel", after.matter().channel().name());
            payload.put("counts", counts);
        }
        return payload;
    }

    private static Map<String, Object> facts(DossierEvent event) {
        Map<String, Object> facts = new HashMap<>();
        switch (event) {
            case DossierEvent.Announced(Instant _, Matter matter, Instant expiresAt, var files, var forAnother) -> {
                matter(matter, facts);
                representation(forAnother, facts);
                facts.put("expiresAt", expiresAt.toString());
                facts.put("files", files.stream().map(EventPayload::file).toList());
            }
            case DossierEvent.Filed(Instant _, Matter matter, Optional<Instant> intakeDueAt, var forAnother) -> {
                matter(matter, facts);
                representation(forAnother, facts);
                intakeDueAt.ifPresent(due -> facts.put("intakeDueAt", due.toString()));
            }
            case DossierEvent.Routed routed -> {
                facts.put("competentAgency", routed.competentAgency());
                routed.intakeRule().ifPresent(rule -> facts.put(INTAKE_RULE, rule.number()));
            }
            case DossierEvent.Accepted(Instant _, ClockStart clock, Optional<Integer> decidingVersion) -> {
                facts.put("code", CODE_TO_COME);
                clock(clock, facts);
                decidingVersion.ifPresent(version -> facts.put(DECIDING_VERSION, version));
            }
            case DossierEvent.Received(Instant _, Optional<Promise> promise) ->
                promise.ifPresent(promised -> clock(promised, facts));
            case DossierEvent.DeadlineRecomputed recomputed -> {
                promise(recomputed.promise(), facts);
                recomputed.before().dueAt().ifPresent(due -> facts.put("dueBefore", due.toString()));
                recomputed.before().missing().ifPresent(why -> facts.put("missingBefore", why.name()));
                facts.put("reason", recomputed.why().name());
            }
            case DossierEvent.AnswerRecomputed recomputed -> answer(recomputed, facts);
            case DossierEvent.HandedOver(Instant _, int toAgency) -> facts.put("toAgency", toAgency);
            case DossierEvent.Completed(Instant _, Timeliness timeliness, boolean withResult) -> {
                facts.put("withResult", withResult);
                facts.put(
                        "classes",
                        Map.of(
                                "OT-1", timeliness.byDay().name(),
                                "OT-2", timeliness.byMoment().name()));
            }
            case DossierEvent.RepresentationEnded(Instant _, LocalDate lastDay) ->
                facts.put("lastDay", lastDay.toString());
            case DossierEvent.DeadlineWarned(Instant _, DeadlineWarning warning) -> warning(warning, facts);
            case DossierEvent.Refused _, DossierEvent.Returned _ -> {}
        }
        return facts;
    }

    private static void warning(DeadlineWarning warning, Map<String, Object> facts) {
        facts.put(CLOCK, warning.clock().name());
        facts.put("point", warning.point().code());
        facts.put("pointAt", warning.at().toString());
        facts.put("dueAt", warning.dueAt().toString());
    }

    private static void answer(DossierEvent.AnswerRecomputed recomputed, Map<String, Object> facts) {
        facts.put(CLOCK, ClockKind.INTAKE_ANSWER.name());
        facts.put("calendarVersion", recomputed.calendarVersion());
        facts.put("dependsOnForecast", recomputed.dependsOnForecast());
        facts.put("dueAt", recomputed.dueAt().toString());
        recomputed
                .before()
                .ifPresentOrElse(
                        due -> facts.put("dueBefore", due.toString()),
                        () -> facts.put("missingBefore", Promise.Missing.CALENDAR_ENDS.name()));
        facts.put("reason", Recomputed.Why.CALENDAR.name());
    }

    /** Whether an event of a due moment computed again is about the answer of the desk. */
    static boolean isOfAnswer(Map<String, Object> payload) {
        return ClockKind.INTAKE_ANSWER.name().equals(payload.get(CLOCK));
    }

    private static void matter(Matter matter, Map<String, Object> facts) {
        facts.put("procedureVersion", matter.procedureVersion());
        facts.put("channel", matter.channel().name());
        facts.put("case", matter.caseCode());
        facts.put("resultDelivery", matter.resultDelivery().name());
    }

    /** Said where somebody else than the applicant hands it in: by what kind of right, and whose account counts. */
    private static void representation(Optional<Authority.Kind> forAnother, Map<String, Object> facts) {
        forAnother.ifPresent(kind -> facts.put(
                "representation",
                Map.of("authority", kind.name(), "account", kind.account().name())));
    }

    /** Said where it is not as usual: nobody knows who decides, or another agency took it in, and by which rule. */
    private static void routing(DossierEvent event, Routing routing, Map<String, Object> payload) {
        boolean first = event instanceof DossierEvent.Filed || event instanceof DossierEvent.Announced;
        if (!routing.settled()) {
            payload.put(ROUTING, OPEN);
        } else if (first && routing.isTakenInElsewhere()) {
            LocalDate day = LocalDate.ofInstant(event.at(), WorkingCalendar.ZONE);
            payload.put(INTAKE_RULE, BoundaryRule.on(day).number());
        }
    }

    private static void clock(ClockStart clock, Map<String, Object> facts) {
        switch (clock) {
            case ClockWait(ClockWait.For what, String startRule) -> {
                facts.put("waitsFor", what.name());
                facts.put("clockRule", startRule);
            }
            case Promise promise -> promise(promise, facts);
        }
    }

    private static void promise(Promise promise, Map<String, Object> facts) {
        facts.put("calendarVersion", promise.calendarVersion());
        facts.put("clockRule", promise.ruleVersion());
        facts.put("dependsOnForecast", promise.dependsOnForecast());
        promise.dueAt().ifPresent(due -> facts.put("dueAt", due.toString()));
        promise.missing().ifPresent(why -> facts.put("dueMissing", why.name()));
    }

    private static Map<String, Object> file(DossierEvent.AnnouncedFile file) {
        return Map.of("size", file.size(), "sha256", file.sha256());
    }

    /** Where a day alone does not tell as of when a count holds, it says so: recorded late, or put on an earlier day. */
    private static Map<String, Object> counts(Tally tally, LocalDate happenedOn, LocalDate recordedOn) {
        Map<String, Object> counts = new HashMap<>();
        counts.put("day", tally.day().toString());
        if (!recordedOn.equals(happenedOn) || tally.day().isBefore(happenedOn)) {
            counts.put("effectiveOn", happenedOn.toString());
        }
        if (tally.basis() == Tally.Basis.FIRST) {
            counts.put("basis", tally.basis().name());
        }
        tally.holder().ifPresent(holder -> {
            counts.put("agency", holder.agency());
            counts.put("unit", holder.unit());
        });
        tally.counts().forEach((measure, change) -> counts.put(measure.logged(), change));
        return counts;
    }
}
