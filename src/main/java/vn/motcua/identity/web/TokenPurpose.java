package vn.motcua.identity.web;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether claims are those of an access token. Issuers sign other tokens with the same keys: ID, refresh and logout tokens
 * prove something to others, and nothing here (OWASP ASVS 5.0.0, 9.2.2).
 */
final class TokenPurpose {

    private TokenPurpose() {}

    /** Empty and absent say nothing; Keycloak names the purpose in {@code typ}, others show it by what an ID token has. */
    static boolean isAccess(Map<String, Object> claims) {
        Object type = claims.get("typ");
        return (type == null || (type instanceof String name && name.equalsIgnoreCase("Bearer")))
                && Stream.of("at_hash", "c_hash", "events").noneMatch(claims::containsKey)
                && (claims.get("sub") == null || claims.get("sub") instanceof String);
    }
}
