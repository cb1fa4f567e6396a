package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.motcua.identity.Caller;

/** The service's own check of tokens for callers that wait, with keys that were fetched once. */
public final class PlainTokens {

    private final TokenChecker checker;

    public PlainTokens(IdentityProperties identity, InstantSource clock) {
        List<TrustedIssuer> issuers =
                identity.issuers().stream().map(PlainTokens::trusted).toList();
        checker = new TokenChecker(
                issuers, new VerifiedTokens(identity.rememberedTokens(), identity.rememberFor(), clock), clock);
    }

    private PlainTokens(TokenChecker checker) {
        this.checker = checker;
    }

    /** Of one issuer of citizens whose keys are at hand; {@code remembered} tokens at most. */
    public static PlainTokens of(String issuer, JWKSet keys, int remembered, InstantSource clock) {
        var citizens = new TrustedIssuer(
                issuer,
                "motcua",
                Set.of(IdentityProperties.Kind.CITIZEN),
                IdentityProperties.Claims.standard(),
                SigningKeys.local(keys));
        return new PlainTokens(new TokenChecker(
                List.of(citizens), new VerifiedTokens(remembered, Duration.ofMinutes(5), clock), clock));
    }

    private static TrustedIssuer trusted(IdentityProperties.Issuer issuer) {
        try {
            URI jwks = Objects.requireNonNull(issuer.jwks(), "jwks");
            return TrustedIssuer.of(issuer, SigningKeys.local(JWKSet.load(jwks.toURL())));
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
