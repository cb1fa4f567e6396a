package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
        return issuer.keys().matching(parsed.getHeader()).map(keys -> verified(issuer, parsed, claims, keys));
    }

    private Verified verified(TrustedIssuer issuer, SignedJWT token, JWTClaimsSet claims, List<JWK> keys) {
        JWK key = keys.stream()
                .filter(candidate -> Signatures.isMadeBy(candidate, token))
                .findFirst()
                .orElseThrow(TokenRefused::invalid);
        Validity validity = Validity.of(token, claims);
        validity.check(clock.instant(), issuer.clockSkew());
        if (!claims.getAudience().contains(issuer.audience())
                || isBoundToAKey(claims)
                || !TokenPurpose.isAccess(token.getPayload().toJSONObject())) {
            throw TokenRefused.invalid();
        }
        try {
            return new Verified(issuer, key, validity, CallerClaims.caller(issuer, claims));
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
