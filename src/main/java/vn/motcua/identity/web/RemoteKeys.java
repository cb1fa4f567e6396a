package vn.motcua.identity.web;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.motcua.platform.web.IdentityProviderUnavailable;

/**
 * The published keys of an issuer, kept at hand. However many bad tokens come, they make it ask once at a time and at most
 * every thirty seconds; every two seconds while no keys count, when only the breaker of the calls is in between: a service that
 * starts beside its issuer must not refuse everybody for longer. While the issuer is away, the keys that it gave last go on
 * counting up to an age.
 */
final class RemoteKeys implements SigningKeys {

    /** With fifteen seconds until somebody looks and some seconds of tries, two answers never lie five minutes apart. */
    private static final Duration FRESH = Duration.ofSeconds(255);

    private static final Duration BETWEEN_ASKING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ASKING_WITHOUT_KEYS = Duration.ofSeconds(2);

    private final String issuer;
    private final Mono<JWKSet> fetch;
    private final Duration age;
    private final SteadyTime time;
    private final AtomicReference<Known> known =
            new AtomicReference<>(new Known(new JWKSet(), Instant.MIN, Instant.MIN, Instant.MIN, null));
    private final AtomicReference<@Nullable Mono<Known>> asking = new AtomicReference<>();

    /**
     * Of one issuer.
     *
     * @param fetch asks the issuer; ends in a limited time
     * @param age how old the last good keys may become
     */
    RemoteKeys(String issuer, Mono<JWKSet> fetch, Duration age, SteadyTime time) {
        this.issuer = issuer;
        this.fetch = fetch;
        this.age = age;
        this.time = time;
    }

    /**
     * What is known of the issuer.
     *
     * @param keys the last good ones
     * @param fetched when it gave them
     * @param until when they stop counting
     * @param again before when no token makes us ask again
     * @param failure why the last answer was none
     */
    private record Known(
            JWKSet keys,
            Instant fetched,
            Instant until,
            Instant again,
            @Nullable Throwable failure) {

        boolean counts(Instant now) {
            return now.isBefore(until);
        }

        boolean mayAsk(Instant now) {
            return !now.isBefore(again);
        }

        List<JWK> matching(JWSHeader header, Instant now) {
            return counts(now) ? SigningKeys.select(keys, header) : List.of();
        }
    }

    @Override
    public Mono<List<JWK>> matching(JWSHeader header) {
        return Mono.defer(() -> {
            Known last = known.get();
            return last.matching(header, time.now()).isEmpty()
                    ? askedAgain().map(then -> answer(then, header, List.of()))
                    : Mono.just(answer(last, header, List.of()));
        });
    }

    @Override
    public Mono<List<JWK>> otherThan(List<JWK> tried, JWSHeader header) {
        return Mono.defer(() -> askedAgain().map(then -> answer(then, header, tried)));
    }

    private Mono<Known> askedAgain() {
        Known last = known.get();
        return last.mayAsk(time.now()) ? once(Mono.defer(this::askUnlessSomebodyDid)) : Mono.just(last);
    }

    @Override
    public boolean include(JWK key) {
        Known now = known.get();
        return now.counts(time.now()) && now.keys().getKeys().contains(key);
    }

    /** Whether the last good answer is so old that it is time to ask, however often that was in vain. */
    boolean areDue() {
        return !time.now().isBefore(known.get().fetched().plus(FRESH));
    }

    /** Asks the issuer, whatever is known; an error when it cannot be asked. It keeps no token from asking again. */
    Mono<Void> refresh() {
        return Mono.defer(() -> once(ask(Duration.ZERO, Duration.ZERO)))
                .flatMap(now -> now.failure() == null ? Mono.empty() : Mono.error(now.failure()));
    }

    /** A signature of no known key is a bad one only if the issuer itself has just said so. */
    private List<JWK> answer(Known now, JWSHeader header, List<JWK> tried) {
        Instant moment = time.now();
        List<JWK> matching = now.matching(header, moment).stream()
                .filter(key -> !tried.contains(key))
                .toList();
        if (matching.isEmpty() && now.failure() != null) {
            throw new IdentityProviderUnavailable(issuer, now.failure());
        }
        if (!now.counts(moment)) {
            throw new IdentityProviderUnavailable(issuer, new IllegalStateException("Its last keys are too old"));
        }
        return matching;
    }

    private Mono<Known> askUnlessSomebodyDid() {
        Instant now = time.now();
        Known last = known.get();
        return last.mayAsk(now)
                ? ask(BETWEEN_ASKING, last.counts(now) ? BETWEEN_ASKING : BETWEEN_ASKING_WITHOUT_KEYS)
                : Mono.just(last);
    }

    private Mono<Known> ask(Duration restAfterKeys, Duration restAfterNone) {
        return fetch.map(keys -> {
                    Instant now = time.now();
                    return new Known(keys, now, now.plus(age), later(known.get().again(), now, restAfterKeys), null);
                })
                .onErrorResume(failure -> {
                    Known last = known.get();
                    Instant again = later(last.again(), time.now(), restAfterNone);
                    return Mono.just(new Known(last.keys(), last.fetched(), last.until(), again, failure));
                })
                .doOnNext(known::set);
    }

    private static Instant later(Instant again, Instant now, Duration rest) {
        return rest.isZero() ? again : now.plus(rest);
    }

    /** Whoever wants to ask while somebody asks gets the same answer, and does not take it away by leaving. */
    private Mono<Known> once(Mono<Known> ask) {
        Mono<Known> mine = ask.doFinally(end -> asking.set(null)).cache();
        Mono<Known> others = asking.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }
}
