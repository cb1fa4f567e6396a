package vn.motcua.identity.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;

/** From a token to its caller, offline. An issuer that is not trusted is never asked anything. */
final class TokenChecker {

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    /** The end of the year 9999. */
    private static final double LATEST_SECOND = 253_402_300_799.0;

    private final Map<String, TrustedIssuer> issuers;
    private final Duration skew;
    private final InstantSource clock;

    TokenChecker(List<TrustedIssuer> issuers, Duration skew, InstantSource clock) {
        this.issuers =
                issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::issuer, Function.identity()));
        this.skew = skew;
        this.clock = clock;
    }

    Mono<Caller> check(String token) {
        return Mono.defer(() -> {
            SignedJWT parsed = parse(token);
            JWTClaimsSet claims = claims(parsed);
            TrustedIssuer issuer = claims.getIssuer() == null ? null : issuers.get(claims.getIssuer());
            if (issuer == null || !acceptable(parsed.getHeader())) {
                throw TokenRefused.invalid();
            }
            return issuer.keys().matching(parsed.getHeader()).map(keys -> caller(issuer, parsed, claims, keys));
        });
    }

    private Caller caller(TrustedIssuer issuer, SignedJWT token, JWTClaimsSet claims, List<JWK> keys) {
        if (keys.stream().noneMatch(key -> Signatures.isMadeBy(key, token))) {
            throw TokenRefused.invalid();
        }
        if (!saysRealMoments(token) || !TokenPurpose.isAccess(token.getPayload().toJSONObject())) {
            throw TokenRefused.invalid();
        }
        checkTimes(claims, clock.instant());
        if (!claims.getAudience().contains(issuer.audience()) || isBoundToAKey(claims)) {
            throw TokenRefused.invalid();
        }
        try {
            return CallerClaims.caller(issuer, claims);
        } catch (ParseException wrongType) {
            throw TokenRefused.invalid();
        }
    }

    /** Seconds past the year 9999 would turn round to any other moment. */
    private static boolean saysRealMoments(SignedJWT token) {
        Map<String, Object> said = token.getPayload().toJSONObject();
        return Stream.of("exp", "nbf", "iat")
                .map(said::get)
                .allMatch(moment -> !(moment instanceof Number seconds)
                        || (seconds.doubleValue() >= 0 && seconds.doubleValue() <= LATEST_SECOND));
    }

    private void checkTimes(JWTClaimsSet claims, Instant now) {
        Instant expires = instant(claims.getExpirationTime());
        if (expires == null || isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
            throw TokenRefused.invalid();
        }
        if (!now.minus(skew).isBefore(expires)) {
            throw TokenRefused.expired();
        }
    }

    private boolean isAhead(@Nullable Date moment, Instant now) {
        Instant begins = instant(moment);
        return begins != null && begins.isAfter(now.plus(skew));
    }

    private static @Nullable Instant instant(@Nullable Date moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** A token of a key's holder, sent as if it were for any bearer, is stolen or misused (RFC 9449). */
    private static boolean isBoundToAKey(JWTClaimsSet claims) {
        return claims.getClaim("cnf") != null;
    }

    private static boolean acceptable(JWSHeader header) {
        JOSEObjectType type = header.getType();
        return Signatures.acceptable(header)
                && (type == null || TYPES.stream().anyMatch(type.getType()::equalsIgnoreCase));
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
