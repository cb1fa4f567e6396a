package vn.motcua.identity.web;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.motcua.platform.web.IdentityProviderUnavailable;

/**
 * The published keys of an issuer, kept at hand. However many bad tokens come, the issuer is asked once at a time and
 * at most every thirty seconds; while it is away, the keys it gave last go on working.
 */
final class RemoteKeys implements SigningKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_ASKING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ASKING_WITHOUT_KEYS = Duration.ofSeconds(2);

    private final String issuer;
    private final Mono<JWKSet> fetch;
    private final InstantSource clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(null, Instant.MIN, null));
    private final AtomicReference<@Nullable Mono<Known>> asking = new AtomicReference<>();

    RemoteKeys(String issuer, Mono<JWKSet> fetch, InstantSource clock) {
        this.issuer = issuer;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** What the last answers were: the last good keys, and when and how the issuer was asked last. */
    private record Known(
            @Nullable JWKSet keys, Instant asked, @Nullable Throwable failure) {

        List<JWK> matching(JWSHeader header) {
            return keys == null ? List.of() : SigningKeys.select(keys, header);
        }

        boolean mayAskAgain(Instant now) {
            return !now.isBefore(asked.plus(keys == null ? BETWEEN_ASKING_WITHOUT_KEYS : BETWEEN_ASKING));
        }
    }

    @Override
    public Mono<List<JWK>> matching(JWSHeader header) {
        return Mono.defer(() -> {
                    Known now = known.get();
                    return !now.matching(header).isEmpty() || !now.mayAskAgain(clock.instant())
                            ? Mono.just(now)
                            : ask();
                })
                .map(now -> answer(now, header));
    }

    /** Asks the issuer, whatever is known; ends well in any case. */
    Mono<Void> refresh() {
        return Mono.defer(this::ask).then();
    }

    /** An unknown key is a bad token only if the issuer itself has just said so. */
    private List<JWK> answer(Known now, JWSHeader header) {
        List<JWK> matching = now.matching(header);
        if (matching.isEmpty() && now.failure() != null) {
            throw new IdentityProviderUnavailable(issuer, now.failure());
        }
        return matching;
    }

    private Mono<Known> ask() {
        Mono<Known> mine = fetch.timeout(PATIENCE)
                .map(keys -> new Known(keys, clock.instant(), null))
                .onErrorResume(failure -> Mono.just(new Known(known.get().keys(), clock.instant(), failure)))
                .doOnNext(known::set)
                .doFinally(end -> asking.set(null))
                .cache();
        Mono<Known> others = asking.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }
}
