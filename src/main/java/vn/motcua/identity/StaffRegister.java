package vn.motcua.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.identity.Assignment.Placement;

/** Every assignment that was ever said. */
public final class StaffRegister {

    private final Map<String, List<Assignment>> bySubject;
    private final Map<Integer, Assignment> byId;

    public StaffRegister(List<Assignment> assignments) {
        bySubject = assignments.stream()
                .collect(Collectors.groupingBy(one -> one.placement().subject()));
        byId = assignments.stream().collect(Collectors.toUnmodifiableMap(Assignment::id, one -> one));
    }

    public Optional<Assignment> assignment(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The caller with the roles and places of a day, and no others: what the token says of them is not heard.
     *
     * @param grantable what the caller's issuer may vouch for; an assignment gives no more
     */
    public Caller placed(Caller caller, LocalDate day, Set<Role> grantable) {
        List<Placement> valid = of(caller.subject())
                .map(Assignment::placement)
                .filter(placement -> placement.isValidOn(day)
                        && grantable.contains(placement.role())
                        && !isBoundElsewhere(placement))
                .toList();
        Set<Role> roles = valid.stream().map(Placement::role).collect(Collectors.toSet());
        return new Caller(
                caller.subject(),
                roles,
                Optional.empty(),
                valid.stream().flatMap(placement -> placement.agency().stream()).collect(Collectors.toSet()),
                valid.stream()
                        .flatMap(placement -> placement.unitOnFirstDay().stream())
                        .findFirst(),
                caller.assurance(),
                roles.contains(Role.MACHINE) ? caller.scopes() : Set.of(),
                caller.ownNumber());
    }

    /**
     * Whether it places a machine at every agency and overlaps one that binds it, as could be said before it was forbidden. Then
     * it counts on no day: the machine reached what it was bound to, and the end of an assignment widens nothing.
     */
    private boolean isBoundElsewhere(Placement placement) {
        return placement.everyAgency()
                && of(placement.subject())
                        .map(Assignment::placement)
                        .anyMatch(other -> other.agency().isPresent() && other.overlaps(placement));
    }

    /** The assignment that says this already, and is not ended. */
    public Optional<Assignment> same(Placement placement) {
        return of(placement.subject())
                .filter(one -> one.ended().isEmpty() && one.placement().equals(placement))
                .findFirst();
    }

    /**
     * Why it cannot be said; empty when it can. Somebody has one role at a time, so that nobody has the rights of one place at
     * another; an auditor has one unit, and a machine agencies or every one.
     */
    public Optional<Fault> fault(Placement placement) {
        if (!placement.isWhole()
                || placement.validTo().filter(placement.validFrom()::isAfter).isPresent()) {
            return Optional.of(Fault.INCOMPLETE);
        }
        boolean conflicts = of(placement.subject())
                .map(Assignment::placement)
                .filter(placement::overlaps)
                .anyMatch(other -> other.role() != placement.role()
                        || placement.role() == Role.AUDITOR
                        || placement.everyAgency()
                        || other.everyAgency()
                        || other.agency().equals(placement.agency()));
        return conflicts ? Optional.of(Fault.CONFLICTING) : Optional.empty();
    }

    /** Why an assignment cannot be said. */
    public enum Fault {
        INCOMPLETE,
        CONFLICTING
    }

    private Stream<Assignment> of(String subject) {
        return bySubject.getOrDefault(subject, List.of()).stream();
    }
}
