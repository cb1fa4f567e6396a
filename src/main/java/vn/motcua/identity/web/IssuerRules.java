package vn.motcua.identity.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.motcua.identity.web.IdentityProperties.Assignments;
import vn.motcua.identity.web.IdentityProperties.Issuer;
import vn.motcua.identity.web.IdentityProperties.Kind;
import vn.motcua.platform.StartRefused;

/** What must be true of the configured issuers before anything starts; all faults are said at once. */
final class IssuerRules {

    private static final String ROOT = "motcua.identity.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9+.-]+");

    /** A caller is known by issuer, bar and subject. */
    private static final Pattern BETWEEN = Pattern.compile("[|\\s\\p{Cntrl}\\p{Cf}]");

    private static final Duration LONGEST_SKEW = Duration.ofMinutes(1);

    /** Keys are asked for every few minutes; to forget them sooner would refuse callers without need. */
    private static final Duration SHORTEST_KEY_AGE = Duration.ofMinutes(10);

    private static final Duration LONGEST_KEY_AGE = Duration.ofDays(7);
    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 1_000_000;

    /** Names that every machine gives itself. */
    private static final Set<String> SELF = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> faults = new ArrayList<>();

    private IssuerRules() {}

    /**
     * Checks the settings.
     *
     * @throws StartRefused naming every property that is wrong
     */
    static void check(List<Issuer> issuers, Duration keyAge, Duration rememberFor, int rememberedTokens) {
        var rules = new IssuerRules();
        IntStream.range(0, issuers.size()).forEach(at -> rules.issuer("issuers[" + at + "].", issuers.get(at)));
        rules.different(issuers, "name", Issuer::name);
        rules.different(issuers, "issuer", Issuer::issuer);
        rules.within("key-age", keyAge, SHORTEST_KEY_AGE, LONGEST_KEY_AGE);
        rules.within("remember-for", rememberFor, Duration.ZERO, LONGEST_MEMORY);
        rules.need(
                rememberedTokens >= 0 && rememberedTokens <= MOST_REMEMBERED,
                "remembered-tokens",
                "must lie between 0 and " + MOST_REMEMBERED);
        if (!rules.faults.isEmpty()) {
            throw new StartRefused(
                    "Motcua cannot start with these settings of issuers: " + String.join("; ", rules.faults));
        }
    }

    private void issuer(String at, Issuer issuer) {
        need(NAME.matcher(issuer.name()).matches(), at + "name", "must be small letters, digits and hyphens");
        need(!issuer.issuer().isBlank(), at + "issuer", "is missing");
        need(!BETWEEN.matcher(issuer.issuer()).find(), at + "issuer", "must have no space, | or control character");
        need(!issuer.audience().isBlank(), at + "audience", "is missing");
        need(!issuer.algorithms().isEmpty(), at + "algorithms", "must name one at least");
        within(at + "clock-skew", issuer.clockSkew(), Duration.ZERO, LONGEST_SKEW);
        need(isEachA(TYPE, issuer.types()), at + "types", "must be one or more like at+jwt, without application/");
        need(!issuer.kinds().isEmpty(), at + "kinds", "is missing");
        need(
                !issuer.kinds().contains(Kind.CITIZEN) || issuer.kinds().size() == 1,
                at + "kinds",
                "vouches for citizens, so it cannot vouch for staff or machines");
        need(
                !issuer.kinds().contains(Kind.CITIZEN) || issuer.assignments() == Assignments.CLAIMS,
                at + "assignments",
                "is for staff: citizens have none");
        need(issuer.claims().names().noneMatch(String::isBlank), at + "claims", "must not have an empty name");
        need(
                (issuer.jwks() == null) != (issuer.metadata() == null),
                at + "jwks",
                "or " + ROOT + at + "metadata must be set, not both");
        need(issuer.jwks() == null || isSafe(issuer.jwks()), at + "jwks", "must be an https address");
        need(issuer.metadata() == null || isSafe(issuer.metadata()), at + "metadata", "must be an https address");
    }

    /** Whoever stands on the way could put keys of their own in an answer that is not encrypted. */
    static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && SELF.contains(host)));
    }

    private static boolean isEachA(Pattern pattern, Collection<String> values) {
        return !values.isEmpty()
                && values.stream().allMatch(value -> pattern.matcher(value).matches());
    }

    private void different(List<Issuer> issuers, String property, Function<Issuer, String> of) {
        List<String> values = issuers.stream().map(of).toList();
        for (int at = 0; at < values.size(); at++) {
            int first = values.indexOf(values.get(at));
            need(first == at, "issuers[" + at + "]." + property, "is the same as that of issuers[" + first + "]");
        }
    }

    private void within(String property, Duration value, Duration least, Duration most) {
        need(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                property,
                "must lie between " + least.toSeconds() + " and " + most.toSeconds() + " seconds");
    }

    private void need(boolean holds, String property, String fault) {
        if (!holds) {
            faults.add(ROOT + property + " " + fault);
        }
    }
}
