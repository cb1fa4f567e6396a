package vn.motcua.dossier.web;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.contract.DossierImportDto;
import vn.motcua.contract.FilingDto;
import vn.motcua.contract.ImportedEventDto;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.Fault;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Retelling;
import vn.motcua.dossier.Retelling.Told;
import vn.motcua.dossier.Source;

/** What a machine tells of the past, as the domain reads it. The contract's schema has judged it before. */
final class ImportMapping {

    private static final String REASON = "reason";

    private final DossierImportDto dto;
    private final Filing filing;
    private final List<Fault> faults = new ArrayList<>();

    private ImportMapping(DossierImportDto dto) {
        this.dto = dto;
        this.filing = FilingMapping.toFiling(filing(dto));
    }

    static Retelling toRetelling(DossierImportDto dto) {
        return new ImportMapping(dto).retelling();
    }

    private Retelling retelling() {
        List<Told> events = new ArrayList<>();
        for (int at = 0; at < dto.getEvents().size(); at++) {
            events.add(told(dto.getEvents().get(at), at));
        }
        return new Retelling(
                new Source(dto.getSource().getSystem(), dto.getSource().getReference()),
                filing,
                Optional.ofNullable(dto.getReceivingAgency()),
                events,
                faults);
    }

    private static FilingDto filing(DossierImportDto dto) {
        return new FilingDto(dto.getProcedureCode(), dto.getChannel(), dto.getResultDelivery(), dto.getApplicant())
                ._case(dto.getCase())
                .competentUnit(dto.getCompetentUnit())
                .competentAgency(dto.getCompetentAgency())
                .form(dto.getForm());
    }

    private Told told(ImportedEventDto event, int at) {
        Map<String, Object> words = new HashMap<>(Words.of(event));
        words.keySet().removeAll(Set.of("type", "occurredAt", "toAgency", "withResult"));
        surplus(event, at);
        Optional<Command> step = switch (event.getType()) {
            case FILED -> Optional.empty();
            case ACCEPTED -> Optional.of(new Command.Accept(Optional.ofNullable(event.getRemarks())));
            case REFUSED -> Optional.of(new Command.Refuse(reason(event, at)));
            case HANDED_OVER -> Optional.of(new Command.HandOver(Optional.ofNullable(event.getToAgency())));
            case RECEIVED_BY_COMPETENT -> Optional.of(new Command.Receive(Optional.ofNullable(event.getRemarks())));
            case COMPLETED -> Optional.of(completion(event, at, words));
            case RETURNED -> Optional.of(new Command.Return(words));
        };
        return new Told(
                event.getOccurredAt().toInstant().truncatedTo(ChronoUnit.MILLIS),
                step,
                step.isPresent() ? words : filing.words());
    }

    /** A dossier ends with a result, or with the reason why there is none. */
    private Command completion(ImportedEventDto event, int at, Map<String, Object> words) {
        boolean withResult = Boolean.TRUE.equals(event.getWithResult());
        if (!withResult) {
            reason(event, at);
        } else if (event.getReason() != null) {
            fault(at, REASON, "conflicting-fields");
        }
        if (!withResult && event.getResultDocument() != null) {
            fault(at, "resultDocument", "conflicting-fields");
        }
        return new Command.Complete(withResult, words);
    }

    private String reason(ImportedEventDto event, int at) {
        return Optional.ofNullable(event.getReason()).orElseGet(() -> {
            fault(at, REASON, "missing-field");
            return "";
        });
    }

    private void surplus(ImportedEventDto event, int at) {
        Set<String> own = switch (event.getType()) {
            case FILED -> Set.of();
            case ACCEPTED -> Set.of("code", "remarks");
            case REFUSED -> Set.of(REASON);
            case HANDED_OVER -> Set.of("toAgency");
            case RECEIVED_BY_COMPETENT -> Set.of("remarks");
            case COMPLETED -> Set.of("withResult", "resultDocument", "signedBy", REASON);
            case RETURNED -> Set.of("deliveredBy", "receivedBy");
        };
        Words.of(event).keySet().stream()
                .filter(field -> !own.contains(field) && !field.equals("type") && !field.equals("occurredAt"))
                .sorted()
                .forEach(field -> fault(at, field, "conflicting-fields"));
    }

    private void fault(int event, String field, String code) {
        faults.add(new Fault("/events/" + event + "/" + field, code));
    }
}
