package vn.motcua.dev;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.motcua.dev.Persona.Place;

/** Tokens of staff whom their issuer places nowhere, or anywhere and still as the same person. */
public final class UnplacedTokens {

    private final DevIssuers issuers;

    public UnplacedTokens(DevIssuers issuers) {
        this.issuers = issuers;
    }

    public String of(String persona) {
        return issuers.token(
                Persona.of(persona.toLowerCase(Locale.ROOT)).orElseThrow(), Place.nowhere(), DevIssuers.TWO_FACTORS);
    }

    /** The same caller as every other one with the persona and the name, wherever she is placed. */
    public String of(String persona, String name, Set<Integer> agencies) {
        return issuers.token(
                Persona.of(persona).orElseThrow(), new Place(name, agencies, Optional.empty()), DevIssuers.TWO_FACTORS);
    }
}
