package vn.motcua.identity.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.identity.web.IdentityProperties.Algorithm;
import vn.motcua.identity.web.IdentityProperties.Issuer;
import vn.motcua.identity.web.IdentityProperties.Kind;

/**
 * An issuer whose tokens are believed, with its keys.
 *
 * @param types what {@code typ} may say, in small letters and without {@code application/}
 */
public record TrustedIssuer(
        String issuer,
        String audience,
        Set<Kind> kinds,
        IdentityProperties.Claims claims,
        SigningKeys keys,
        Set<Algorithm> algorithms,
        Duration clockSkew,
        Set<String> types) {

    private static final String PREFIX = "application/";

    public TrustedIssuer {
        kinds = Set.copyOf(kinds);
        algorithms = Set.copyOf(algorithms);
        types = types.stream().map(type -> type.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** With every algorithm of ours, and the defaults of clocks and types. */
    public TrustedIssuer(
            String issuer, String audience, Set<Kind> kinds, IdentityProperties.Claims claims, SigningKeys keys) {
        this(
                issuer,
                audience,
                kinds,
                claims,
                keys,
                EnumSet.allOf(Algorithm.class),
                Duration.ofSeconds(30),
                Set.of("jwt", "at+jwt"));
    }

    static TrustedIssuer of(Issuer configured, SigningKeys keys) {
        return new TrustedIssuer(
                configured.issuer(),
                configured.audience(),
                configured.kinds(),
                configured.claims(),
                keys,
                configured.algorithms(),
                configured.clockSkew(),
                configured.types());
    }

    boolean vouchesFor(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether it writes such headers: an algorithm and a type of its own, and nothing that we would have to understand. */
    boolean writes(JWSHeader header) {
        return header.getCriticalParams() == null
                && algorithms.stream().anyMatch(algorithm -> algorithm.isCalled(header.getAlgorithm()))
                && types.contains(type(header));
    }

    /** RFC 7515, 4.1.9: the prefix may be left out. */
    static String type(JWSHeader header) {
        JOSEObjectType type = header.getType() == null ? JOSEObjectType.JWT : header.getType();
        String said = type.getType().toLowerCase(Locale.ROOT);
        return said.startsWith(PREFIX) ? said.substring(PREFIX.length()) : said;
    }
}
