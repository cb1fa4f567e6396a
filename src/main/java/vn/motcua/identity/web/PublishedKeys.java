package vn.motcua.identity.web;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.identity.web.IdentityProperties.Issuer;

/** The keys of every configured issuer; one that is withdrawn stops working within five minutes of an issuer that answers. */
final class PublishedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private final Map<Issuer, RemoteKeys> keys = new LinkedHashMap<>();
    private final GuardedCalls calls;
    private final VerifiedTokens remembered;

    PublishedKeys(
            IdentityProperties identity,
            KeyServer server,
            GuardedCalls calls,
            VerifiedTokens remembered,
            InstantSource clock) {
        this.calls = calls;
        this.remembered = remembered;
        identity.issuers()
                .forEach(issuer -> keys.put(
                        issuer,
                        new RemoteKeys(
                                issuer.name(),
                                calls.once(issuer.name(), server.keys(issuer)),
                                identity.keyAge(),
                                clock)));
    }

    Stream<TrustedIssuer> issuers() {
        return keys.entrySet().stream().map(each -> TrustedIssuer.of(each.getKey(), each.getValue()));
    }

    /** With its tries it takes some seconds at most, so that two of them never lie five minutes apart. */
    @Scheduled(fixedDelayString = "PT4M30S")
    Mono<Void> refresh() {
        return Mono.defer(() -> Flux.fromIterable(keys.entrySet())
                .flatMap(each -> refresh(each.getKey().name(), each.getValue()))
                .then(Mono.fromRunnable(remembered::forgetWithdrawn)));
    }

    private Mono<Void> refresh(String issuer, RemoteKeys published) {
        return calls.persistently(issuer, Mono.defer(published::refresh)).onErrorResume(failure -> {
            LOG.warn("The keys of issuer {} cannot be had: {}", issuer, failure.toString());
            return Mono.empty();
        });
    }
}
