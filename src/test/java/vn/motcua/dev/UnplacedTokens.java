package vn.motcua.dev;

import java.util.Locale;
import vn.motcua.dev.Persona.Place;

/** Tokens of staff whom their issuer places nowhere. */
public final class UnplacedTokens {

    private final DevIssuers issuers;

    public UnplacedTokens(DevIssuers issuers) {
        this.issuers = issuers;
    }

    public String of(String persona) {
        return issuers.token(
                Persona.of(persona.toLowerCase(Locale.ROOT)).orElseThrow(), Place.nowhere(), DevIssuers.TWO_FACTORS);
    }
}
