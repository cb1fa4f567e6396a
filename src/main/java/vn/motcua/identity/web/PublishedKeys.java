package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.identity.web.IdentityProperties.Issuer;

/**
 * The keys of every configured issuer. One that is withdrawn stops working within five minutes; if its issuer did not answer in
 * that time, within half a minute after it answers again.
 */
final class PublishedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private final Map<Issuer, RemoteKeys> keys = new LinkedHashMap<>();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final GuardedCalls calls;
    private final VerifiedTokens remembered;

    /**
     * Of all configured issuers.
     *
     * @param server asks an issuer for its keys
     */
    PublishedKeys(
            IdentityProperties identity,
            Function<Issuer, Mono<JWKSet>> server,
            GuardedCalls calls,
            VerifiedTokens remembered,
            SteadyTime time) {
        this.calls = calls;
        this.remembered = remembered;
        identity.issuers()
                .forEach(issuer -> keys.put(
                        issuer,
                        new RemoteKeys(
                                issuer.name(),
                                calls.once(issuer.name(), server.apply(issuer)),
                                identity.keyAge(),
                                time)));
    }

    Stream<TrustedIssuer> issuers() {
        return keys.entrySet().stream().map(each -> TrustedIssuer.of(each.getKey(), each.getValue()));
    }

    /** The pause is longer than a breaker stays open, so that an open one does not end the tries. */
    @Scheduled(fixedDelayString = "PT15S")
    Mono<Void> refreshDue() {
        return Mono.defer(() ->
                refresh(keys.entrySet().stream().filter(each -> each.getValue().areDue())));
    }

    /** Asks every issuer now. */
    Mono<Void> refresh() {
        return Mono.defer(() -> refresh(keys.entrySet().stream()));
    }

    private Mono<Void> refresh(Stream<Map.Entry<Issuer, RemoteKeys>> due) {
        return Flux.fromStream(due)
                .flatMap(each -> refresh(each.getKey().name(), each.getValue()).thenReturn(each))
                .count()
                .filter(asked -> asked > 0)
                .doOnNext(asked -> remembered.forgetWithdrawn())
                .then();
    }

    /** Said when it begins and when it ends, not with every try. */
    private Mono<Void> refresh(String issuer, RemoteKeys published) {
        return calls.persistently(issuer, Mono.defer(published::refresh))
                .doOnSuccess(done -> {
                    if (away.remove(issuer)) {
                        LOG.info("The keys of issuer {} can be had again", issuer);
                    }
                })
                .onErrorResume(failure -> {
                    if (away.add(issuer)) {
                        LOG.warn("The keys of issuer {} cannot be had: {}", issuer, failure.toString());
                    }
                    return Mono.empty();
                });
    }
}
