package vn.motcua.identity.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Assignment;
import vn.motcua.identity.Assignment.Placement;
import vn.motcua.identity.Assignment.Word;
import vn.motcua.identity.Caller;
import vn.motcua.identity.PlacedByTable;
import vn.motcua.identity.Role;
import vn.motcua.identity.StaffRegister;
import vn.motcua.identity.application.AssignmentRefused.Reason;
import vn.motcua.identity.application.Assignments.Outcome;
import vn.motcua.platform.Snapshot;

/** Operators say who of the staff is what, where and for how long. */
@Service
public class AssignStaff {

    /** So often it is decided while others change assignments. */
    private static final int ATTEMPTS = 5;

    private final PlacedByTable issuers;
    private final Assignments assignments;

    AssignStaff(PlacedByTable issuers, Assignments assignments) {
        this.issuers = issuers;
        this.assignments = assignments;
    }

    /** Assignments with greater numbers than {@code after}, in their order; at most {@code limit}. */
    public Mono<List<Assignment>> list(Caller caller, int after, int limit) {
        return caller.is(Role.OPERATOR) ? assignments.list(after, limit) : refused(Reason.NEVER_THIS_ROLE);
    }

    /** One of them; it is there for everybody as soon as it was added, wherever. */
    public Mono<Assignment> find(Caller caller, int id) {
        return list(caller, id - 1, 1)
                .flatMapIterable(found -> found)
                .filter(assignment -> assignment.id() == id)
                .next()
                .switchIfEmpty(refused(Reason.NOT_FOUND));
    }

    /** Adds one, or answers the one that says so already. */
    public Mono<Assignment> add(Caller caller, Placement placement, Instant moment) {
        Word said = new Word(caller.subject(), moment);
        return decided(caller, register -> {
            Optional<Assignment> same = register.value().same(placement);
            if (same.isPresent()) {
                return Mono.just(new Outcome.Kept(same.get()));
            }
            return notOfIssuer(placement)
                    .map(reason -> refusedWithPlace(reason, placement))
                    .or(() -> register.value().fault(placement).map(fault -> switch (fault) {
                        case INCOMPLETE -> refused(Reason.INCOMPLETE);
                        case CONFLICTING -> refused(Reason.CONFLICTING);
                    }))
                    .orElseGet(() -> assignments.add(placement, said, register.number()));
        });
    }

    /** Every fault at once: the place is looked for although nothing will be written. */
    private Mono<Outcome> refusedWithPlace(Reason reason, Placement placement) {
        return assignments
                .unknown(placement)
                .map(unknown -> List.of(reason, reason(unknown)))
                .defaultIfEmpty(List.of(reason))
                .flatMap(reasons -> Mono.error(() -> new AssignmentRefused(reasons)));
    }

    private static Reason reason(Outcome.UnknownPlace unknown) {
        return unknown.isAgency() ? Reason.UNKNOWN_AGENCY : Reason.UNKNOWN_UNIT;
    }

    private Optional<Reason> notOfIssuer(Placement placement) {
        return issuers.rolesOf(placement.subject())
                .map(roles -> roles.contains(placement.role())
                        ? Optional.<Reason>empty()
                        : Optional.of(Reason.ROLE_NOT_OF_ISSUER))
                .orElse(Optional.of(Reason.UNKNOWN_ISSUER));
    }

    /**
     * Says the last day of one; the day before its first when it shall never have been. What was said can be said anew as long as
     * it takes away only days to come: who must go sooner is ended sooner, who stays longer has a new assignment.
     */
    public Mono<Assignment> end(Caller caller, int id, LocalDate lastDay, Instant moment) {
        Word said = new Word(caller.subject(), moment);
        return decided(
                caller,
                register -> register.value()
                        .assignment(id)
                        .map(assignment -> end(assignment, lastDay, said, register.number()))
                        .orElseGet(() -> refused(Reason.NOT_FOUND)));
    }

    private Mono<Outcome> end(Assignment assignment, LocalDate lastDay, Word said, long seen) {
        Placement placement = assignment.placement();
        if (assignment.ended().isPresent() && placement.validTo().equals(Optional.of(lastDay))) {
            return Mono.just(new Outcome.Kept(assignment));
        }
        LocalDate eve = placement.validFrom().minusDays(1);
        LocalDate yesterday =
                LocalDate.ofInstant(said.at(), WorkingCalendar.ZONE).minusDays(1);
        LocalDate earliest = assignment.ended().isPresent() && yesterday.isAfter(eve) ? yesterday : eve;
        boolean isLonger = placement.validTo().filter(lastDay::isAfter).isPresent();
        if (isLonger || lastDay.isBefore(earliest)) {
            return refused(assignment.ended().isPresent() ? Reason.CONFLICTING : Reason.INCOMPLETE);
        }
        return assignments.end(assignment.id(), lastDay, said, seen);
    }

    private Mono<Assignment> decided(Caller caller, Function<Snapshot<StaffRegister>, Mono<Outcome>> decision) {
        return caller.is(Role.OPERATOR) ? attempt(decision, ATTEMPTS) : refused(Reason.NEVER_THIS_ROLE);
    }

    private Mono<Assignment> attempt(Function<Snapshot<StaffRegister>, Mono<Outcome>> decision, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return refused(Reason.CHANGING);
        }
        return assignments.register().flatMap(decision).flatMap(outcome -> switch (outcome) {
            case Outcome.Kept(Assignment assignment) -> Mono.just(assignment);
            case Outcome.UnknownPlace unknown -> refused(reason(unknown));
            case Outcome.Changed _ -> attempt(decision, attemptsLeft - 1);
        });
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new AssignmentRefused(reason));
    }
}
