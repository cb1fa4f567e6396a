package vn.motcua.dev.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Milestones;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.identity.Person;

/** Acts as the rows that the statements of requests leave, but for words and answers, which are erased and forgotten. */
final class CopiedRows implements Life.Witness, AutoCloseable {

    private static final List<String> DOSSIER = List.of(
            "id",
            "home_agency_id",
            "receiving_unit",
            "competent_agency_id",
            "competent_unit",
            "procedure_version_id",
            "channel",
            "case_code",
            "result_delivery",
            "tracking_code",
            "code",
            "status",
            "version",
            "filed_at",
            "intake_due_at",
            "accepted_at",
            "received_at",
            "refused_at",
            "first_promised_at",
            "due_at",
            "due_day",
            "due_missing",
            "depends_on_forecast",
            "calendar_version",
            "clock_rule",
            "clock_waits_for",
            "handed_over_to",
            "finished_at",
            "returned_at",
            "last_event_at",
            "next_warning_at");
    private static final List<String> EVENT = List.of(
            "id",
            "dossier_id",
            "sequence",
            "type",
            "schema_version",
            "occurred_at",
            "recorded_at",
            "actor_kind",
            "actor_ref",
            "home_agency_id",
            "receiving_unit",
            "competent_agency_id",
            "competent_unit",
            "payload",
            "digest");
    private static final List<String> CODE = List.of("code", "dossier_id", "home_agency_id");
    private static final List<String> PARTY =
            List.of("dossier_id", "home_agency_id", "kind", "number", "name", "search");
    private static final List<String> AGENCY_DAY = List.of("agency_id", "day", "last");

    private final CopyTable dossiers;
    private final CopyTable events;
    private final CopyTable codes;
    private final CopyTable parties;
    private final CopyTable agencyDays;

    /**
     * Copies into an empty log.
     *
     * @param owner opens a connection as the tables' owner
     */
    CopiedRows(Callable<Connection> owner) throws Exception {
        dossiers = new CopyTable(owner.call(), "dossier", DOSSIER);
        events = new CopyTable(owner.call(), "dossier_event", EVENT);
        codes = new CopyTable(owner.call(), "code_registry", CODE);
        parties = new CopyTable(owner.call(), "dossier_party", PARTY);
        agencyDays = new CopyTable(owner.call(), "agency_day", AGENCY_DAY);
    }

    private interface Writing {
        void run() throws SQLException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void happened(LoggedEvent event) {
        write(() -> events.row()
                .uuid(event.id())
                .uuid(event.dossierId())
                .integer(event.sequence())
                .text(event.type())
                .small(event.schemaVersion())
                .moment(event.occurredAt())
                .moment(event.recordedAt())
                .text(event.actorKind())
                .text(event.actorRef())
                .integer(event.routing().receivingAgency())
                .integer(event.routing().receivingUnit())
                .integer(event.routing().competentAgency())
                .integer(event.routing().competentUnit())
                .text(event.payloadText())
                .bytes(sha256(event.line())));
    }

    private static byte[] sha256(String line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    @Override
    public void left(Dossier dossier, Person owner) {
        write(() -> {
            dossier(dossier);
            int home = dossier.routing().receivingAgency();
            for (String code : Stream.concat(Stream.of(dossier.tracking().value()), dossier.code().stream())
                    .toList()) {
                codes.row().text(code).uuid(dossier.id()).integer(home);
            }
            parties.row()
                    .uuid(dossier.id())
                    .integer(home)
                    .text(owner.kind().name())
                    .text(owner.number())
                    .text(Normalizer.normalize(owner.name(), Normalizer.Form.NFC))
                    .lexemes(lexemes(dossier, owner));
        });
    }

    private static List<String> lexemes(Dossier dossier, Person owner) {
        List<SearchKey> keys = SearchKey.of(owner, Optional.empty());
        List<String> lexemes = new ArrayList<>();
        keys.forEach(key -> lexemes.add(key.at(dossier.routing().receivingAgency())));
        if (dossier.routing().isTakenInElsewhere()) {
            keys.forEach(key -> lexemes.add(key.at(dossier.routing().competentAgency())));
        }
        return lexemes;
    }

    private void dossier(Dossier dossier) throws SQLException {
        CopyRow row = dossiers.row()
                .uuid(dossier.id())
                .integer(dossier.routing().receivingAgency())
                .integer(dossier.routing().receivingUnit())
                .integer(dossier.routing().competentAgency())
                .integer(dossier.routing().competentUnit())
                .integer(dossier.matter().procedureVersion())
                .text(dossier.matter().channel().name())
                .text(dossier.matter().caseCode())
                .text(dossier.matter().resultDelivery().name())
                .text(dossier.tracking().value())
                .text(dossier.code())
                .small(dossier.status().map(DossierStatus::number).orElseThrow())
                .integer(dossier.version());
        Milestones moments = dossier.milestones();
        row.moment(moments.filedAt())
                .moment(moments.intakeDueAt())
                .moment(moments.acceptedAt())
                .moment(moments.receivedAt())
                .moment(moments.refusedAt());
        clock(dossier, row);
        row.integer(dossier.handedOverTo())
                .moment(moments.finishedAt())
                .moment(moments.returnedAt())
                .moment(dossier.lastEventAt())
                .moment(isOpen(moments) ? Optional.of(Instant.EPOCH) : Optional.empty());
    }

    /** The sweeper's first pass finds out when their clocks warn next, as after an update. */
    private static boolean isOpen(Milestones moments) {
        return moments.finishedAt().isEmpty() && moments.refusedAt().isEmpty();
    }

    private static void clock(Dossier dossier, CopyRow row) {
        Optional<Promise> promise = dossier.promise();
        Optional<ClockWait> wait =
                dossier.clock().filter(ClockWait.class::isInstance).map(ClockWait.class::cast);
        row.moment(promise.flatMap(Promise::firstPromisedAt))
                .moment(promise.flatMap(Promise::dueAt))
                .day(promise.flatMap(Promise::dueAt).map(due -> LocalDate.ofInstant(due, WorkingCalendar.ZONE)))
                .text(promise.flatMap(Promise::missing).map(Enum::name));
        if (promise.isPresent()) {
            row.flag(promise.get().dependsOnForecast());
        } else {
            row.nothing();
        }
        row.integer(promise.map(Promise::calendarVersion))
                .text(promise.map(Promise::ruleVersion).or(() -> wait.map(ClockWait::startRule)))
                .text(wait.map(waiting -> waiting.what().name()));
    }

    @Override
    public void numbered(int agency, LocalDate day, int last) {
        write(() -> agencyDays.row().integer(agency).day(day).integer(last));
    }

    /** What was written. */
    record Written(long dossiers, long events) {
        Written plus(Written more) {
            return new Written(dossiers + more.dossiers, events + more.events);
        }
    }

    Written commit() throws SQLException {
        codes.commit();
        parties.commit();
        agencyDays.commit();
        return new Written(dossiers.commit(), events.commit());
    }

    @Override
    public void close() throws SQLException {
        dossiers.close();
        events.close();
        codes.close();
        parties.close();
        agencyDays.close();
    }
}
