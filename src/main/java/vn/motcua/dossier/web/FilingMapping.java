package vn.motcua.dossier.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.contract.AnnouncedAttachmentDto;
import vn.motcua.contract.ApplicantDto;
import vn.motcua.contract.CompletionDto;
import vn.motcua.contract.FilingDto;
import vn.motcua.contract.ReturnOfResultDto;
import vn.motcua.contract.SubmitterDto;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Authority;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.DossierEvent.AnnouncedFile;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.ResultDelivery;
import vn.motcua.dossier.Submitter;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** Bodies of requests as the domain reads them. The contract's schema has judged them before. */
final class FilingMapping {

    private static final Set<String> ANYBODYS = Set.of("kind", "phone", "email", "address");
    private static final Set<String> OF_PEOPLE = Set.of("fullName", "dateOfBirth");
    private static final Set<String> OF_ORGANISATIONS = Set.of("name", "representative");

    private FilingMapping() {}

    static Filing toFiling(FilingDto dto) {
        return new Filing(
                new ProcedureCode(dto.getProcedureCode()),
                Optional.ofNullable(dto.getCase()),
                Optional.ofNullable(dto.getCompetentUnit()),
                Optional.ofNullable(dto.getCompetentAgency()),
                Channel.valueOf(dto.getChannel().name()),
                ResultDelivery.valueOf(dto.getResultDelivery().name()),
                toApplicant(dto.getApplicant()),
                Optional.ofNullable(dto.getSubmitter()).map(FilingMapping::toSubmitter),
                attachments(dto).stream()
                        .map(file -> new AnnouncedFile(file.getSize(), file.getSha256()))
                        .toList(),
                words(dto));
    }

    private static Applicant toApplicant(ApplicantDto dto) {
        Person.Kind kind = Person.Kind.valueOf(dto.getKind().name());
        boolean organisation = kind == Person.Kind.ORGANISATION;
        Set<String> own = organisation ? OF_ORGANISATIONS : OF_PEOPLE;
        Map<NumberKind, String> numbers = numbers(dto, kind);
        List<String> surplus = Words.of(dto).keySet().stream()
                .filter(field -> !own.contains(field) && !ANYBODYS.contains(field))
                .filter(field -> numbers.keySet().stream()
                        .noneMatch(number -> number.field().equals(field)))
                .sorted()
                .toList();
        return new Applicant(
                kind,
                numbers,
                Optional.ofNullable(organisation ? dto.getName() : dto.getFullName()),
                Optional.ofNullable(dto.getDateOfBirth()),
                surplus);
    }

    private static Map<NumberKind, String> numbers(ApplicantDto dto, Person.Kind kind) {
        Map<NumberKind, String> numbers = new EnumMap<>(NumberKind.class);
        for (NumberKind number : NumberKind.of(kind)) {
            Optional.ofNullable(number(dto, number)).ifPresent(written -> numbers.put(number, written));
        }
        return numbers;
    }

    private static @Nullable String number(ApplicantDto dto, NumberKind kind) {
        return switch (kind) {
            case CITIZEN_ID -> dto.getCitizenId();
            case ID_CARD -> dto.getIdCardNumber();
            case FOREIGNER_ID -> dto.getForeignerId();
            case PASSPORT -> dto.getPassportNumber();
            case TAX_CODE -> dto.getTaxCode();
            case BUSINESS_CODE -> dto.getBusinessCode();
            case ORGANISATION_ID -> dto.getOrganisationId();
            case ELECTRONIC_ID -> dto.getElectronicId();
        };
    }

    private static Submitter toSubmitter(SubmitterDto dto) {
        boolean foreigner = dto.getCitizenId() == null && dto.getForeignerId() != null;
        boolean both = dto.getCitizenId() != null && dto.getForeignerId() != null;
        return new Submitter(
                foreigner ? Person.Kind.FOREIGNER : Person.Kind.CITIZEN,
                Optional.ofNullable(foreigner ? dto.getForeignerId() : dto.getCitizenId())
                        .map((foreigner ? NumberKind.FOREIGNER_ID : NumberKind.CITIZEN_ID)::known),
                dto.getFullName(),
                Optional.ofNullable(dto.getDateOfBirth()),
                new Authority(
                        Authority.Kind.valueOf(dto.getAuthority().getKind().name()),
                        Optional.ofNullable(dto.getAuthority().getValidTo())),
                both ? List.of("foreignerId") : List.of());
    }

    private static List<AnnouncedAttachmentDto> attachments(FilingDto dto) {
        return Optional.ofNullable(dto.getAttachments()).orElse(List.of());
    }

    private static Map<String, Object> words(FilingDto dto) {
        Map<String, Object> words = new HashMap<>();
        words.put("applicant", Words.of(dto.getApplicant()));
        Optional.ofNullable(dto.getSubmitter()).ifPresent(submitter -> words.put("submitter", Words.of(submitter)));
        words.put("form", Optional.ofNullable(dto.getForm()).orElse(Map.of()));
        words.put("attachments", attachments(dto).stream().map(Words::of).toList());
        return words;
    }

    /** A dossier ends with a result, or with the reason why there is none. */
    static Command toCommand(CompletionDto dto) {
        boolean withResult = dto.getResultDocument() != null;
        boolean withReason = dto.getReason() != null;
        if (withResult == withReason) {
            throw Problem.fields(List.of(new FieldError(
                    withResult ? "/reason" : "/resultDocument", withResult ? "conflicting-fields" : "missing-field")));
        }
        return new Command.Complete(withResult, Words.of(dto));
    }

    static Command toCommand(ReturnOfResultDto dto) {
        return new Command.Return(Words.of(dto));
    }
}
