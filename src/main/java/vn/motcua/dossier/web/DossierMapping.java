package vn.motcua.dossier.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.AgencyRefDto;
import vn.motcua.contract.AnnouncedAttachmentDto;
import vn.motcua.contract.ApplicantDto;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.ClockDto;
import vn.motcua.contract.DecidingVersionDto;
import vn.motcua.contract.DossierDto;
import vn.motcua.contract.EventDto;
import vn.motcua.contract.ResultDeliveryDto;
import vn.motcua.contract.SubmitterDto;
import vn.motcua.contract.TypedByDto;
import vn.motcua.contract.WarningDto;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.DecidingVersion;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Milestones;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Warning;
import vn.motcua.dossier.Warnings;
import vn.motcua.dossier.application.DossierView;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.platform.web.Language;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;

/** Dossiers in the words of the contract. */
final class DossierMapping {

    private DossierMapping() {}

    static DossierDto toDto(DossierView view, Reference reference, Language language) {
        Dossier dossier = view.dossier();
        ProcedureVersion procedure = reference
                .procedures()
                .version(dossier.matter().procedureVersion())
                .orElseThrow(() -> new IllegalStateException("A dossier's procedure version is never deleted"));
        DossierDto dto = new DossierDto(
                        dossier.id(),
                        dossier.tracking().value(),
                        procedure.code().value(),
                        procedure.name(),
                        ChannelDto.valueOf(dossier.matter().channel().name()),
                        ResultDeliveryDto.valueOf(
                                dossier.matter().resultDelivery().name()),
                        agency(dossier.routing().receivingAgency(), reference),
                        agency(dossier.routing().competentAgency(), reference),
                        applicant(view.words()),
                        missing(view))
                .warnings(warnings(view, reference))
                .procedureVersion(DecidingVersion.of(dossier, reference)
                        .map(DossierMapping::toDto)
                        .orElse(null))
                .submitter(submitter(view.words()))
                .routing(dossier.routing().settled() ? DossierDto.RoutingEnum.SETTLED : DossierDto.RoutingEnum.OPEN)
                .code(dossier.code().orElse(null))
                ._case(dossier.matter().caseCode())
                .status(dossier.status().map(DossierStatus::number).orElse(null))
                .statusName(dossier.status()
                        .map(language == Language.EN ? DossierStatus::english : DossierStatus::vietnamese)
                        .orElse(null))
                .clock(clock(dossier.status(), dossier.milestones().acceptedAt(), dossier.waitsFor()));
        milestones(dossier.milestones(), dto);
        dossier.promise().ifPresent(promise -> promise(promise, dto));
        return dto;
    }

    private static void milestones(Milestones moments, DossierDto dto) {
        dto.filedAt(at(moments.filedAt()))
                .expiresAt(at(moments.expiresAt()))
                .intakeDueAt(at(moments.intakeDueAt()))
                .acceptedAt(at(moments.acceptedAt()))
                .receivedByCompetentAt(at(moments.receivedAt()))
                .refusedAt(at(moments.refusedAt()))
                .finishedAt(at(moments.finishedAt()))
                .returnedAt(at(moments.returnedAt()));
    }

    private static void promise(Promise promise, DossierDto dto) {
        dto.firstPromisedAt(at(promise.firstPromisedAt()))
                .dueAt(at(promise.dueAt()))
                .dueMissing(promise.missing()
                        .map(why -> DossierDto.DueMissingEnum.valueOf(why.name()))
                        .orElse(null))
                .dependsOnForecast(promise.dependsOnForecast());
    }

    static ClockDto clock(
            Optional<DossierStatus> status, Optional<Instant> acceptedAt, Optional<ClockWait.For> waitsFor) {
        if (status.filter(DossierStatus::hasEnded).isPresent()) {
            return new ClockDto(ClockDto.StateEnum.ENDED);
        }
        if (acceptedAt.isPresent() && waitsFor.isEmpty()) {
            return new ClockDto(ClockDto.StateEnum.RUNNING);
        }
        return new ClockDto(ClockDto.StateEnum.NOT_STARTED)
                .waitsFor(waitsFor.map(what -> ClockDto.WaitsForEnum.valueOf(what.name()))
                        .orElse(null));
    }

    static AgencyRefDto agency(int id, Reference reference) {
        Agency agency = reference
                .territory()
                .agency(id)
                .orElseThrow(() -> new IllegalStateException("A dossier's agency is never deleted"));
        return new AgencyRefDto(
                        String.valueOf(agency.id()),
                        agency.identifier(),
                        agency.provisional()
                                ? AgencyRefDto.IdentifierStatusEnum.PROVISIONAL
                                : AgencyRefDto.IdentifierStatusEnum.OFFICIAL,
                        agency.name())
                .unit(agency.unit()
                        .flatMap(reference.territory()::unit)
                        .map(AdministrativeUnit::code)
                        .orElse(null));
    }

    /** Empty once erased. */
    private static ApplicantDto applicant(Map<String, Object> words) {
        return Words.as(words.getOrDefault("applicant", Map.of()), ApplicantDto.class);
    }

    private static @Nullable SubmitterDto submitter(Map<String, Object> words) {
        return words.containsKey("submitter") ? Words.as(words.get("submitter"), SubmitterDto.class) : null;
    }

    private static List<AnnouncedAttachmentDto> missing(DossierView view) {
        if (view.dossier().status().isPresent()) {
            return List.of();
        }
        return ((List<?>) view.words().getOrDefault("attachments", List.of()))
                .stream()
                        .map(file -> Words.as(file, AnnouncedAttachmentDto.class))
                        .toList();
    }

    private static List<WarningDto> warnings(DossierView view, Reference reference) {
        Stream<Warning> changed = DecidingVersion.of(view.dossier(), reference)
                .flatMap(DecidingVersion::another)
                .map(_ -> new Warning("/procedureCode", Warning.Code.PROCEDURE_VERSION_CHANGED))
                .stream();
        return Stream.concat(Warnings.of(view.words()).stream(), changed)
                .map(DossierMapping::toDto)
                .toList();
    }

    static DecidingVersionDto toDto(DecidingVersion versions) {
        return new DecidingVersionDto(
                versions.filed().id(),
                versions.deciding().map(ProcedureVersion::id).orElse(null),
                versions.deciding().map(ProcedureVersion::effectiveFrom).orElse(null));
    }

    private static WarningDto toDto(Warning warning) {
        return new WarningDto(
                warning.pointer(), WarningDto.CodeEnum.fromValue(warning.code().slug()));
    }

    static EventDto toDto(Recorded recorded, Reference reference) {
        var event = recorded.event();
        return new EventDto(
                        event.id(),
                        event.sequence(),
                        event.type(),
                        at(event.occurredAt()),
                        at(event.recordedAt()),
                        event.actorKind(),
                        event.payload(),
                        recorded.digest())
                .typedBy(event.isTypedByClerk() ? typedBy(event, reference) : null);
    }

    /** A clerk types for the agency that takes it in. */
    private static TypedByDto typedBy(LoggedEvent event, Reference reference) {
        return new TypedByDto(event.actorRef(), agency(event.routing().receivingAgency(), reference));
    }

    static @Nullable OffsetDateTime at(Optional<Instant> moment) {
        return moment.map(DossierMapping::at).orElse(null);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
