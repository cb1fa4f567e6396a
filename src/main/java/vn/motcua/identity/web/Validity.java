package vn.motcua.identity.web;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a token counts (RFC 7519, 4.1.4 to 4.1.6).
 *
 * @param begins not before this moment, nor before it was issued
 */
record Validity(Instant begins, Instant expires) {

    /** The end of the year 9999. */
    private static final double LATEST_SECOND = 253_402_300_799.0;

    /**
     * Reads what a token says.
     *
     * @throws TokenRefused when it never expires, or says seconds that are no moment
     */
    static Validity of(SignedJWT token, JWTClaimsSet claims) {
        Date expires = claims.getExpirationTime();
        if (expires == null || !saysRealMoments(token)) {
            throw TokenRefused.invalid();
        }
        Instant notBefore = instant(claims.getNotBeforeTime());
        Instant issued = instant(claims.getIssueTime());
        return new Validity(notBefore.isAfter(issued) ? notBefore : issued, expires.toInstant());
    }

    private static Instant instant(@Nullable Date moment) {
        return moment == null ? Instant.MIN : moment.toInstant();
    }

    /** Seconds past the year 9999 would turn round to any other moment. */
    private static boolean saysRealMoments(SignedJWT token) {
        Map<String, Object> said = token.getPayload().toJSONObject();
        return Stream.of("exp", "nbf", "iat")
                .map(said::get)
                .allMatch(moment -> !(moment instanceof Number seconds)
                        || (seconds.doubleValue() >= 0 && seconds.doubleValue() <= LATEST_SECOND));
    }

    /**
     * Compares with the clock.
     *
     * @throws TokenRefused when it does not count yet, or no more
     */
    void check(Instant now, Duration skew) {
        if (begins.isAfter(now.plus(skew))) {
            throw TokenRefused.invalid();
        }
        if (!now.minus(skew).isBefore(expires)) {
            throw TokenRefused.expired();
        }
    }
}
