package vn.motcua.identity.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.IdentityProperties.Kind;

/** What an agencies' issuer can make of somebody, by its tokens or by our table. */
final class StaffRoles {

    private StaffRoles() {}

    /** The roles of staff, of machines, or both; never a citizen. */
    static Set<Role> grantableBy(Set<Kind> kinds) {
        return Arrays.stream(Role.values())
                .filter(role -> switch (role) {
                    case CITIZEN -> false;
                    case CLERK, OFFICER, LEADER, AUDITOR, OPERATOR -> kinds.contains(Kind.STAFF);
                    case MACHINE -> kinds.contains(Kind.MACHINE);
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
