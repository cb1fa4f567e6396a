package vn.motcua.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The issuers that say who somebody is, and not what she may do: our assignments say it.
 *
 * @param roles by issuer, what it may vouch for, and so the most that an assignment gives
 */
public record PlacedByTable(Map<String, Set<Role>> roles) {

    public PlacedByTable {
        roles = roles.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, issuer -> Set.copyOf(issuer.getValue())));
    }

    /**
     * What somebody may be; empty for whoever is not placed by assignments.
     *
     * @param subject as {@link Caller#subject}
     */
    public Optional<Set<Role>> rolesOf(String subject) {
        return Optional.ofNullable(roles.get(subject.substring(0, subject.indexOf('|'))));
    }
}
