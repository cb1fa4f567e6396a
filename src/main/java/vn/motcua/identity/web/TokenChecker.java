package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.VerifiedTokens.Verified;

/** From a token to its caller, offline. An issuer that is not trusted is never asked anything. */
final class TokenChecker {

    private final Map<String, TrustedIssuer> issuers;
    private final VerifiedTokens remembered;
    private final InstantSource clock;

    TokenChecker(List<TrustedIssuer> issuers, VerifiedTokens remembered, InstantSource clock) {
        this.issuers =
                issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::issuer, Function.identity()));
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Who bears the token. Its moment is looked at with each use, its signature with the first. */
    Mono<Caller> check(String token) {
        return Mono.defer(() -> {
            ByteBuffer hash = VerifiedTokens.hash(token);
            Verified known = remembered.get(hash);
            if (known == null) {
                return verify(token)
                        .doOnNext(verified -> remembered.remember(hash, verified))
                        .map(Verified::caller);
            }
            known.validity().check(clock.instant(), known.issuer().clockSkew());
            return Mono.just(known.caller());
        });
    }

    private Mono<Verified> verify(String token) {
        SignedJWT parsed = parse(token);
        JWTClaimsSet claims = claims(parsed);
        TrustedIssuer issuer = claims.getIssuer() == null ? null : issuers.get(claims.getIssuer());
        if (issuer == null || !issuer.writes(parsed.getHeader())) {
            throw TokenRefused.invalid();
        }
        return signer(issuer.keys(), parsed).map(key -> verified(issuer, parsed, claims, key));
    }

    /** The key that made the signature. The issuer is asked once more before the token is called bad. */
    private static Mono<JWK> signer(SigningKeys published, SignedJWT token) {
        return published
                .matching(token.getHeader())
                .flatMap(keys -> signer(keys, token)
                        .map(Mono::just)
                        .orElseGet(() -> published
                                .otherThan(keys, token.getHeader())
                                .map(others -> signer(others, token).orElseThrow(TokenRefused::invalid))));
    }

    private static Optional<JWK> signer(List<JWK> keys, SignedJWT token) {
        return keys.stream().filter(key -> Signatures.isMadeBy(key, token)).findFirst();
    }

    /** The moment comes last: expired is said only of a token that was good for us. */
    private Verified verified(TrustedIssuer issuer, SignedJWT token, JWTClaimsSet claims, JWK key) {
        if (!claims.getAudience().contains(issuer.audience())
                || isBoundToAKey(claims)
                || !TokenPurpose.isAccess(token, issuer.audience())) {
            throw TokenRefused.invalid();
        }
        try {
            var verified = new Verified(issuer, key, Validity.of(token, claims), CallerClaims.caller(issuer, claims));
            verified.validity().check(clock.instant(), issuer.clockSkew());
            return verified;
        } catch (ParseException wrongType) {
            throw TokenRefused.invalid();
        }
    }

    /** A token of a key's holder, sent as if it were for any bearer, is stolen or misused (RFC 9449). */
    private static boolean isBoundToAKey(JWTClaimsSet claims) {
        return claims.getClaim("cnf") != null;
    }

    private static SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException notAToken) {
            throw TokenRefused.invalid();
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims == null) {
                throw TokenRefused.invalid();
            }
            return claims;
        } catch (ParseException | IllegalArgumentException notClaims) {
            throw TokenRefused.invalid();
        }
    }
}
