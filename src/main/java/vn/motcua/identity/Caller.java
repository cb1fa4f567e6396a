package vn.motcua.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as a verified token says.
 *
 * @param subject issuer and subject together; one subject at two issuers is two callers
 * @param person whom a citizen's token vouches for; empty for staff and machines
 * @param agencies ids of the agencies that staff may act for
 * @param unit the unit below which an auditor sees, by its code, or with the day on which it had the code, as in
 *     {@code 42@2025-07-01}; {@code VN} is the nation
 * @param assurance how sure the issuer is of the person and of the sign-in
 * @param scopes what a machine's token allows it to do (RFC 6749, 3.3); of others they say nothing
 * @param ownNumber the citizen number of a member of staff, if the issuer tells it: to keep staff from their own dossiers
 */
public record Caller(
        String subject,
        Set<Role> roles,
        Optional<Person> person,
        Set<Integer> agencies,
        Optional<String> unit,
        Assurance assurance,
        Set<String> scopes,
        Optional<CitizenId> ownNumber) {

    public Caller {
        roles = Set.copyOf(roles);
        agencies = Set.copyOf(agencies);
        scopes = Set.copyOf(scopes);
    }

    /** A caller of whom the issuer says nothing more. */
    public Caller(
            String subject, Set<Role> roles, Optional<Person> person, Set<Integer> agencies, Optional<String> unit) {
        this(subject, roles, person, agencies, unit, Assurance.UNKNOWN, Set.of(), Optional.empty());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
