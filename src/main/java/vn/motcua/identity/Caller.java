package vn.motcua.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as a verified token says.
 *
 * @param subject issuer and subject together; one subject at two issuers is two callers
 * @param person whom a citizen's token vouches for; empty for staff and machines
 * @param agencies ids of the agencies that staff may act for
 * @param unit code of the unit below which an auditor sees; {@code VN} is the nation
 */
public record Caller(
        String subject, Set<Role> roles, Optional<Person> person, Set<Integer> agencies, Optional<String> unit) {

    public Caller {
        roles = Set.copyOf(roles);
        agencies = Set.copyOf(agencies);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
