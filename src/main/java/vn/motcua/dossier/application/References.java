package vn.motcua.dossier.application;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.dossier.Reference;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.application.Territories;

/** Gathers what decisions look up. */
@Component
public class References {

    private final Territories territories;
    private final Procedures procedures;
    private final WorkingCalendars calendars;

    References(Territories territories, Procedures procedures, WorkingCalendars calendars) {
        this.territories = territories;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    /** With the days as a version of the calendar has them, for explaining what names it; the newest where it is not there. */
    Mono<Reference> with(int calendarVersion) {
        return current()
                .flatMap(known -> calendars
                        .version(calendarVersion)
                        .map(calendar -> new Reference(known.territory(), known.procedures(), calendar))
                        .defaultIfEmpty(known));
    }

    public Mono<Reference> current() {
        return territories
                .current()
                .flatMap(territory -> procedures
                        .current()
                        .flatMap(catalogue ->
                                calendars.current().map(calendar -> new Reference(territory, catalogue, calendar))));
    }
}
