package vn.motcua.identity.web;

import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a token is one for access. Issuers sign other tokens with the same keys: ID, refresh and logout tokens prove something
 * to others, and nothing here (OWASP ASVS 5.0.0, 9.2.2).
 *
 * <p>Only {@code at+jwt} says it plainly (RFC 9068). Without it an issuer shows its purpose by what it puts in: Keycloak names it
 * in the claim {@code typ}; Spring, Duende, Entra, Okta and Auth0 put {@code scope}, {@code scp}, {@code client_id} or
 * {@code cid} in access tokens alone, and mock-oauth2-server puts {@code nonce} and {@code azp} in both.
 */
final class TokenPurpose {

    private static final String ACCESS_TYPE = "at+jwt";

    private TokenPurpose() {}

    static boolean isAccess(SignedJWT token, String audience) {
        Map<String, Object> claims = token.getPayload().toJSONObject();
        Object type = claims.get("typ");
        boolean saysAccess = saysBearer(type)
                || TrustedIssuer.type(token.getHeader()).equals(ACCESS_TYPE)
                || Stream.of("scope", "scp", "client_id", "cid").anyMatch(claims::containsKey);
        return (type == null || saysBearer(type))
                && (saysAccess || !looksLikeIdentity(claims, audience))
                && Stream.of("at_hash", "c_hash", "s_hash", "events").noneMatch(claims::containsKey)
                && (claims.get("sub") == null || claims.get("sub") instanceof String);
    }

    private static boolean saysBearer(@Nullable Object type) {
        return type instanceof String name && name.equalsIgnoreCase("Bearer");
    }

    /** An ID token is for the client that asked for it, which stands in {@code azp} if anywhere (OpenID Connect Core, 2). */
    private static boolean looksLikeIdentity(Map<String, Object> claims, String audience) {
        Object client = claims.get("azp");
        return audience.equals(client) || (client == null && claims.containsKey("nonce"));
    }
}
