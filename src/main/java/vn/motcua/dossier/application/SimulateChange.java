package vn.motcua.dossier.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Simulation;
import vn.motcua.dossier.application.RunningClocks.Wanted;

/** Says what a change of the calendar would do to running dossiers, and changes nothing. */
@Service
public class SimulateChange {

    private static final UUID FIRST = new UUID(0, 0);

    private final RunningClocks running;

    SimulateChange(RunningClocks running) {
        this.running = running;
    }

    /**
     * The whole of it, with the first moves; or the moves after a dossier, and no more than is needed to find them.
     *
     * @param known the calendar as it is
     * @param change has no faults
     * @param after the last dossier of the page before
     * @param most how many moves are wanted
     */
    public Mono<Simulation> of(Reference known, CalendarChange change, Optional<UUID> after, int most) {
        WorkingCalendar calendar = change.applied(known.calendar());
        Reference state = new Reference(known.territory(), known.procedures(), calendar);
        LocalDate since = change.touched()
                .min(Comparator.naturalOrder())
                .orElse(known.calendar().knownUntil());
        Wanted wanted = new Wanted(after.orElse(FIRST), Simulation.concerned(since), change.agency());
        return Mono.defer(() -> {
            Simulation simulation = new Simulation(state, most);
            return running.walk(wanted, clocks -> {
                        clocks.forEach(simulation::add);
                        return after.isEmpty() || !simulation.isFull();
                    })
                    .thenReturn(simulation);
        });
    }
}
