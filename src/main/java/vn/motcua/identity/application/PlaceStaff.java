package vn.motcua.identity.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Caller;
import vn.motcua.identity.PlacedByTable;
import vn.motcua.identity.Role;

/** Gives staff of some issuers the roles and places of today's assignments, in place of what their tokens say. */
public final class PlaceStaff {

    private final PlacedByTable issuers;
    private final Assignments assignments;
    private final InstantSource clock;

    public PlaceStaff(PlacedByTable issuers, Assignments assignments, InstantSource clock) {
        this.issuers = issuers;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** The caller as she is today; a change counts half a second after it was made, wherever it was. */
    public Mono<Caller> placed(Caller caller) {
        return issuers.rolesOf(caller.subject())
                .map(roles -> placed(caller, roles))
                .orElseGet(() -> Mono.just(caller));
    }

    private Mono<Caller> placed(Caller caller, Set<Role> grantable) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return assignments.register().map(register -> register.value().placed(caller, today, grantable));
    }
}
