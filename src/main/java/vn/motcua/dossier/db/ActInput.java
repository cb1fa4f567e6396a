package vn.motcua.dossier.db;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.ClockStart;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Milestones;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Representation;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.dossier.application.Dossiers.NextWarning;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.dossier.application.Dossiers.Past;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.Recomputations.Change;
import vn.motcua.dossier.application.Recomputations.Unmoved;
import vn.motcua.identity.Person;
import vn.motcua.platform.json.CanonicalJson;

/**
 * Acts as rows of one JSON parameter, whose columns the statements name. A statement takes any number of rows and answers
 * for each, so that acts that arrive together can share a commit.
 */
final class ActInput {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ActInput() {}

    static String filings(Act act, Person owner, Optional<Representation> representation) {
        Map<String, Object> row = row(act);
        party(act, owner, row);
        representation.ifPresent(by -> by.person().ifPresent(person -> representative(by, person, row)));
        return JSON.writeValueAsString(List.of(row));
    }

    private static void party(Act act, Person owner, Map<String, Object> row) {
        row.put("party_kind", owner.kind().name());
        row.put("party_number", owner.number());
        row.put("party_name", composed(owner.name()));
        row.put("party_keys", PartyKeys.of(act, owner));
    }

    private static void representative(Representation by, Person person, Map<String, Object> row) {
        row.put("representative_kind", person.kind().name());
        row.put("representative_number", person.number());
        row.put("representative_name", composed(person.name()));
        by.readableTo().ifPresent(day -> row.put("readable_to", day.toString()));
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    static String steps(Act act, Optional<Numbering> numbering) {
        Map<String, Object> row = row(act);
        number(numbering, row);
        return JSON.writeValueAsString(List.of(row));
    }

    private static void number(Optional<Numbering> numbering, Map<String, Object> row) {
        numbering.ifPresent(series -> {
            row.put("numbering_agency", series.agency());
            row.put("numbering_day", series.day().toString());
            row.put("code_prefix", series.prefix());
        });
    }

    /** The dossier as it stands after its last event. */
    static String past(Past past) {
        Act last = past.acts().getLast();
        Map<String, Object> row = row(last);
        party(past.acts().getFirst(), past.owner(), row);
        number(past.numbering(), row);
        row.put("source_code", past.source().code());
        return JSON.writeValueAsString(List.of(row));
    }

    /** Its events, one a row. */
    static String events(Past past) {
        return JSON.writeValueAsString(past.acts().stream().map(ActInput::told).toList());
    }

    /** Due moments that are other ones, one a row. */
    static String changes(List<Change> changes) {
        return JSON.writeValueAsString(changes.stream().map(ActInput::changed).toList());
    }

    /** Dossiers that stay as they are, one a row. */
    static String unmoved(List<Unmoved> dossiers) {
        return JSON.writeValueAsString(dossiers.stream()
                .map(one -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("dossier_id", one.dossier().toString());
                    row.put("version", one.version());
                    moment("next_warning_at", one.nextWarning(), row);
                    return row;
                })
                .toList());
    }

    private static Map<String, Object> changed(Change change) {
        Map<String, Object> row = new HashMap<>();
        state(change.after(), row);
        event(change.event(), row);
        moment("due_before", change.dueBefore(), row);
        row.put("of_answer", change.ofAnswer());
        moment("next_warning_at", change.nextWarning(), row);
        return row;
    }

    private static Map<String, Object> told(Act act) {
        Map<String, Object> row = new HashMap<>();
        row.put("dossier_id", act.dossier().id().toString());
        row.put("version", act.dossier().version());
        event(act.event(), row);
        words(act, row);
        return row;
    }

    private static Map<String, Object> row(Act act) {
        Map<String, Object> row = new HashMap<>();
        row.put("position", 1);
        state(act.dossier(), row);
        event(act.event(), row);
        row.put("caller", act.request().caller().subject());
        act.request().key().ifPresent(key -> row.put("key", key));
        row.put("request", act.request().fingerprint());
        row.put("moment", act.request().moment().toString());
        row.put("answer_status", act.answer().status());
        row.put("answer_body", act.answer().body());
        words(act, row);
        row.put("warning_set", act.warning().isPresent());
        moment("next_warning_at", act.warning().flatMap(NextWarning::at), row);
        return row;
    }

    private static void words(Act act, Map<String, Object> row) {
        if (!act.words().isEmpty()) {
            row.put("salt", act.salt());
            row.put("words", CanonicalJson.write(act.words()));
        }
    }

    private static void state(Dossier dossier, Map<String, Object> row) {
        row.put("dossier_id", dossier.id().toString());
        row.put("version", dossier.version());
        row.put("home_agency_id", dossier.routing().receivingAgency());
        row.put("receiving_unit", dossier.routing().receivingUnit());
        row.put("competent_agency_id", dossier.routing().competentAgency());
        row.put("competent_unit", dossier.routing().competentUnit());
        row.put("routing_settled", dossier.routing().settled());
        row.put("procedure_version_id", dossier.matter().procedureVersion());
        row.put("channel", dossier.matter().channel().name());
        row.put("case_code", dossier.matter().caseCode());
        row.put("result_delivery", dossier.matter().resultDelivery().name());
        row.put("tracking_code", dossier.tracking().value());
        dossier.status().map(DossierStatus::number).ifPresent(number -> row.put("status", number));
        dossier.handedOverTo().ifPresent(agency -> row.put("handed_over_to", agency));
        row.put("last_event_at", dossier.lastEventAt().toString());
        milestones(dossier.milestones(), row);
        dossier.clock().ifPresent(clock -> clock(clock, row));
    }

    private static void milestones(Milestones moments, Map<String, Object> row) {
        moment("filed_at", moments.filedAt(), row);
        moment("expires_at", moments.expiresAt(), row);
        moment("intake_due_at", moments.intakeDueAt(), row);
        moment("accepted_at", moments.acceptedAt(), row);
        moment("received_at", moments.receivedAt(), row);
        moment("refused_at", moments.refusedAt(), row);
        moment("finished_at", moments.finishedAt(), row);
        moment("returned_at", moments.returnedAt(), row);
    }

    private static void clock(ClockStart clock, Map<String, Object> row) {
        switch (clock) {
            case ClockWait(ClockWait.For what, String startRule) -> {
                row.put("clock_waits_for", what.name());
                row.put("clock_rule", startRule);
            }
            case Promise promise -> promise(promise, row);
        }
    }

    private static void promise(Promise promise, Map<String, Object> row) {
        moment("first_promised_at", promise.firstPromisedAt(), row);
        moment("due_at", promise.dueAt(), row);
        promise.dueAt()
                .map(due -> due.atZone(WorkingCalendar.ZONE).toLocalDate())
                .ifPresent(day -> row.put("due_day", day.toString()));
        promise.missing().ifPresent(why -> row.put("due_missing", why.name()));
        row.put("depends_on_forecast", promise.dependsOnForecast());
        row.put("calendar_version", promise.calendarVersion());
        row.put("clock_rule", promise.ruleVersion());
    }

    static void event(LoggedEvent event, Map<String, Object> row) {
        row.put("event_id", event.id().toString());
        row.put("event_type", event.type());
        row.put("schema_version", event.schemaVersion());
        row.put("occurred_at", event.occurredAt().toString());
        row.put("recorded_at", event.recordedAt().toString());
        row.put("actor_kind", event.actorKind());
        row.put("actor_ref", event.actorRef());
        row.put("payload", event.payloadText());
        row.put("line", event.line());
    }

    private static void moment(String column, Optional<Instant> moment, Map<String, Object> row) {
        moment.ifPresent(at -> row.put(column, at.toString()));
    }
}
