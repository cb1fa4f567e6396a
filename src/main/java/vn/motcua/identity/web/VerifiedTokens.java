package vn.motcua.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.jwk.JWK;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Caller;

/**
 * Tokens whose signature was checked before, known by a hash of all their bytes. Refused tokens leave nothing here, so no
 * flood of them drives the good ones out.
 */
final class VerifiedTokens {

    private final Cache<ByteBuffer, Verified> tokens;
    private final InstantSource clock;

    VerifiedTokens(int most, Duration longest, InstantSource clock) {
        this.clock = clock;
        tokens = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<ByteBuffer, Verified>creating(
                        (hash, token) -> shorter(longest, Duration.between(clock.instant(), token.validity.expires()))))
                .ticker(() -> nanos(clock.instant()))
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** A token that was believed, by whom and with which key it was signed. */
    record Verified(TrustedIssuer issuer, JWK key, Validity validity, Caller caller) {

        boolean isVouchedFor() {
            return issuer.keys().include(key);
        }
    }

    VerifiedTokens measuredBy(MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, tokens, "motcua.identity.tokens");
        return this;
    }

    /** None when its issuer no longer publishes the key. Whether the moment is right is for the caller to look at. */
    @Nullable
    Verified get(ByteBuffer hash) {
        Verified token = tokens.getIfPresent(hash);
        return token != null && token.isVouchedFor() ? token : null;
    }

    void remember(ByteBuffer hash, Verified token) {
        if (token.validity.expires().isAfter(clock.instant())) {
            tokens.put(hash, token);
        }
    }

    /** Lets go of what nobody vouches for any more. */
    void forgetWithdrawn() {
        tokens.asMap().values().removeIf(token -> !token.isVouchedFor());
    }

    long size() {
        tokens.cleanUp();
        return tokens.estimatedSize();
    }

    /** SHA-256 of the whole token, its signature included. */
    static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static long nanos(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }
}
