package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
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
        return Mono.just(series(agency, day));
    }

    /**
     * As {@link #of}, for a past that is told now: an agency that has ended keeps its provisional identifier for ever, and
     * no list will name another.
     */
    Mono<Optional<Numbering>> ofPast(Dossier dossier, DossierEvent event, Instant now, Reference known) {
        int competent = dossier.routing().competentAgency();
        boolean exists = known.territory()
                .agencyOn(Integer.toString(competent), LocalDate.ofInstant(now, WorkingCalendar.ZONE))
                .isPresent();
        LocalDate day = LocalDate.ofInstant(event.at(), WorkingCalendar.ZONE);
        return exists
                ? of(dossier, event, known)
                : Mono.just(series(known.territory().agency(competent, day), day));
    }

    /** The series of the competent agency on the day of acceptance; empty when nobody knows the agency. */
    static Optional<Numbering> series(Dossier dossier, DossierEvent.Accepted accepted, Reference known) {
        LocalDate day = LocalDate.ofInstant(accepted.at(), WorkingCalendar.ZONE);
        return series(known.territory().agency(dossier.routing().competentAgency(), day), day);
    }

    private static Optional<Numbering> series(Optional<Agency> agency, LocalDate day) {
        return agency.map(one -> new Numbering(one.id(), day, OfficialCode.prefix(one.identifier(), day)));
    }
}
