package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import vn.motcua.identity.Caller;

/** The service's own check of tokens for callers that wait, with keys that were fetched once. */
public final class PlainTokens {

    private final TokenChecker checker;

    public PlainTokens(IdentityProperties identity, InstantSource clock) {
        List<TrustedIssuer> issuers =
                identity.issuers().stream().map(PlainTokens::trusted).toList();
        checker = new TokenChecker(issuers, identity.clockSkew(), clock);
    }

    private static TrustedIssuer trusted(IdentityProperties.Issuer issuer) {
        try {
            return new TrustedIssuer(
                    issuer.issuer(),
                    issuer.audience(),
                    issuer.kinds(),
                    issuer.claims(),
                    SigningKeys.local(JWKSet.load(issuer.jwks().toURL())));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (ParseException notKeys) {
            throw new IllegalStateException(notKeys);
        }
    }

    public Caller caller(String token) {
        return Objects.requireNonNull(checker.check(token).block());
    }
}
