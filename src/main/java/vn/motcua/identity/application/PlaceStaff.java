package vn.motcua.identity.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Caller;

/** Gives staff of some issuers the roles and places of today's assignments, in place of what their tokens say. */
public final class PlaceStaff {

    private final Set<String> issuers;
    private final Assignments assignments;
    private final InstantSource clock;

    /** @param issuers those that say who somebody is, and not what she may do */
    public PlaceStaff(Set<String> issuers, Assignments assignments, InstantSource clock) {
        this.issuers = Set.copyOf(issuers);
        this.assignments = assignments;
        this.clock = clock;
    }

    /** The caller as she is today; a change counts half a second after it was made, wherever it was. */
    public Mono<Caller> placed(Caller caller) {
        if (issuers.stream().noneMatch(issuer -> caller.subject().startsWith(issuer + "|"))) {
            return Mono.just(caller);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return assignments.register().map(register -> register.value().placed(caller, today));
    }
}
