package vn.motcua.identity.web;

import java.util.Set;

/** An issuer whose tokens are believed, with its keys. */
public record TrustedIssuer(
        String issuer,
        String audience,
        Set<IdentityProperties.Kind> kinds,
        IdentityProperties.Claims claims,
        SigningKeys keys) {

    public TrustedIssuer {
        kinds = Set.copyOf(kinds);
    }

    boolean vouchesFor(IdentityProperties.Kind kind) {
        return kinds.contains(kind);
    }
}
