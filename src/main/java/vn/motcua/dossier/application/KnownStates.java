package vn.motcua.dossier.application;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Recomputations.State;
import vn.motcua.procedure.application.ProcedureSnapshots;
import vn.motcua.territory.application.Territories;

/** What this instance knows, and the state that it is: another instance may know a newer one. */
@Component
class KnownStates {

    private final Territories territories;
    private final ProcedureSnapshots procedures;
    private final CalendarSnapshots calendars;

    KnownStates(Territories territories, ProcedureSnapshots procedures, CalendarSnapshots calendars) {
        this.territories = territories;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    /** What is known, and the state that it is. */
    record Known(State state, Reference reference) {}

    Mono<Known> current() {
        return territories
                .current()
                .flatMap(territory -> procedures
                        .snapshot()
                        .flatMap(catalogue -> calendars
                                .snapshot()
                                .map(calendar -> new Known(
                                        new State(calendar.value().version(), calendar.number(), catalogue.number()),
                                        new Reference(territory, catalogue.value(), calendar.value())))));
    }
}
