package vn.motcua.identity.web;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.identity.Assurance;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.identity.Person;
import vn.motcua.identity.web.IdentityProperties.Claims;

/**
 * How sure an issuer says to be of a citizen. A claim that is missing, or says nothing on its scale, says the lowest: no token is
 * refused for it. No claim is read that is not configured: the numbers in {@code acr} are of a scale of the issuer's own.
 */
final class Assurances {

    private static final Pattern LEVEL = Pattern.compile("0?[1-9]");

    private Assurances() {}

    /** Only Vietnamese citizens have an account level; a claim that gives one to others is not heard. */
    static Assurance of(Claims names, Person.Kind kind, JWTClaimsSet token) {
        Optional<Integer> account = kind == Person.Kind.CITIZEN
                ? level(token, names.accountLevel(), LeastAssurance.HIGHEST_ACCOUNT)
                : Optional.empty();
        return new Assurance(
                account,
                level(token, names.authenticationLevel(), LeastAssurance.HIGHEST_AUTHENTICATION)
                        .orElse(0));
    }

    /** As a number or as text, as in {@code 2} and {@code "02"}. */
    private static Optional<Integer> level(JWTClaimsSet token, String claim, int highest) {
        return Optional.ofNullable(token.getClaim(claim))
                .filter(value -> value instanceof String || value instanceof Long || value instanceof Integer)
                .map(String::valueOf)
                .filter(text -> LEVEL.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(level -> level <= highest);
    }
}
