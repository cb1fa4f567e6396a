package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.OfficialCode;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.application.CodeProperties.Provisional;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.territory.Agency;

/** Says which series an acceptance takes its number from. */
@Component
class OfficialNumbers {

    private final CodeProperties settings;
    private final Counter refused;

    OfficialNumbers(CodeProperties settings, MeterRegistry meters) {
        this.settings = settings;
        this.refused = Counter.builder("motcua.codes.provisional.refused")
                .description("Acceptances refused because the competent agency's official identifier is not loaded")
                .register(meters);
    }

    /** Empty inside for all events but acceptances; refused while the agency has a provisional identifier only. */
    Mono<Optional<Numbering>> of(Dossier dossier, DossierEvent event, Reference known) {
        if (!(event instanceof DossierEvent.Accepted accepted)) {
            return Mono.just(Optional.empty());
        }
        LocalDate day = LocalDate.ofInstant(accepted.at(), WorkingCalendar.ZONE);
        Optional<Agency> agency = known.territory().agency(dossier.routing().competentAgency(), day);
        if (settings.provisional() == Provisional.REFUSE
                && agency.filter(Agency::provisional).isPresent()) {
            refused.increment();
            Refusal why = new Refusal.IdentifierProvisional(agency.orElseThrow().id());
            return Mono.error(() -> new DossierRefused(new Reason.ByRule(why)));
        }
        return Mono.just(series(dossier, accepted, known));
    }

    /** The series of the competent agency on the day of acceptance; empty when nobody knows the agency. */
    static Optional<Numbering> series(Dossier dossier, DossierEvent.Accepted accepted, Reference known) {
        LocalDate day = LocalDate.ofInstant(accepted.at(), WorkingCalendar.ZONE);
        return known.territory()
                .agency(dossier.routing().competentAgency(), day)
                .map(agency -> new Numbering(agency.id(), day, OfficialCode.prefix(agency.identifier(), day)));
    }
}
