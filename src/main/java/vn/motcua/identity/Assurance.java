package vn.motcua.identity;

import java.util.Optional;

/**
 * How sure an issuer is of a caller, on two scales that say nothing of each other.
 *
 * @param accountLevel 1 or 2, of the account of a Vietnamese citizen (Decree 69/2024, article 7); empty for organisations and
 *     foreigners, who have none, and when the issuer does not say
 * @param authenticationLevel 1 to 4, of how the caller signed in (Decree 69/2024, article 20); 0 when the issuer does not say
 */
public record Assurance(Optional<Integer> accountLevel, int authenticationLevel) {

    public static final Assurance UNKNOWN = new Assurance(Optional.empty(), 0);
}
