package vn.motcua.procedure;

import java.util.Optional;
import vn.motcua.identity.LeastAssurance;

/**
 * What a row of the table says of the least levels of who files. What it does not say stays as it was.
 *
 * @param account 0 when none is asked any more
 * @param authentication 0 when none is asked any more
 */
public record ShownLevels(Optional<Integer> account, Optional<Integer> authentication) {

    public static final ShownLevels NONE = new ShownLevels(Optional.empty(), Optional.empty());

    static ShownLevels of(LeastAssurance least) {
        return new ShownLevels(Optional.of(least.accountLevel()), Optional.of(least.authenticationLevel()));
    }

    LeastAssurance after(LeastAssurance before) {
        return new LeastAssurance(
                account.orElse(before.accountLevel()), authentication.orElse(before.authenticationLevel()));
    }
}
