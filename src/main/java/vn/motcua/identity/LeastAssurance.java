package vn.motcua.identity;

import java.util.Optional;

/**
 * How sure one must be of a citizen for some purpose, on the two scales of {@link Assurance}.
 *
 * @param accountLevel 1 or 2; 0 asks nothing. Asked of Vietnamese citizens only: organisations and foreigners have no level
 * @param authenticationLevel of the session, 1 to 4; 0 asks nothing
 */
public record LeastAssurance(int accountLevel, int authenticationLevel) {

    public static final int HIGHEST_ACCOUNT = 2;
    public static final int HIGHEST_AUTHENTICATION = 4;
    public static final LeastAssurance NONE = new LeastAssurance(0, 0);

    public LeastAssurance {
        if (accountLevel < 0
                || accountLevel > HIGHEST_ACCOUNT
                || authenticationLevel < 0
                || authenticationLevel > HIGHEST_AUTHENTICATION) {
            throw new IllegalArgumentException("There is no such level");
        }
    }

    /** The same of the session, and nothing of the account. */
    public LeastAssurance ofSession() {
        return new LeastAssurance(0, authenticationLevel);
    }

    /** What a caller lacks. */
    public sealed interface Shortfall {

        /** The account is of a lower level than {@code required}; no other sign-in would help. */
        record OfAccount(int required) implements Shortfall {}

        /** The session is of a lower level than {@code required}; a stronger sign-in helps. */
        record OfSession(int required) implements Shortfall {}
    }

    /**
     * What a caller lacks, the account first, since a stronger sign-in would be in vain; empty when it suffices. What the issuer
     * does not say is the lowest.
     */
    public Optional<Shortfall> lackedBy(Caller caller) {
        Assurance known = caller.assurance();
        boolean hasAccountLevels = caller.person()
                .filter(person -> person.kind() == Person.Kind.CITIZEN)
                .isPresent();
        if (hasAccountLevels && known.accountLevel().orElse(0) < accountLevel) {
            return Optional.of(new Shortfall.OfAccount(accountLevel));
        }
        return known.authenticationLevel() < authenticationLevel
                ? Optional.of(new Shortfall.OfSession(authenticationLevel))
                : Optional.empty();
    }
}
