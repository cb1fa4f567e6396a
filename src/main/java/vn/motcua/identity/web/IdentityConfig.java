package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** The trusted issuers, from configuration and, while developing, from inside the process. */
@Configuration(proxyBeanMethods = false)
class IdentityConfig {

    @Bean
    PublishedKeys publishedKeys(IdentityProperties identity, InstantSource clock) {
        WebClient http = WebClient.create();
        return new PublishedKeys(identity.issuers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        issuer -> new RemoteKeys(issuer.name(), fetch(http, issuer.jwks()), clock))));
    }

    @Bean
    TokenChecker tokenChecker(
            IdentityProperties identity,
            PublishedKeys keys,
            ObjectProvider<TrustedIssuer> inProcess,
            InstantSource clock) {
        List<TrustedIssuer> issuers =
                Stream.concat(inProcess.stream(), keys.issuers()).toList();
        return new TokenChecker(issuers, identity.clockSkew(), clock);
    }

    @Bean
    Callers callers() {
        return new Callers() {
            @Override
            public Mono<Caller> of(ServerWebExchange exchange) {
                return maybe(exchange)
                        .map(caller -> caller.orElseThrow(() -> new Problem(ProblemType.UNAUTHENTICATED)));
            }

            @Override
            public Mono<Optional<Caller>> maybe(ServerWebExchange exchange) {
                return exchange.getPrincipal()
                        .ofType(CallerAuthentication.class)
                        .map(CallerAuthentication::caller)
                        .singleOptional();
            }
        };
    }

    /** The keys of every configured issuer; one that an issuer withdrew stops working within five minutes. */
    static final class PublishedKeys {

        private final Map<IdentityProperties.Issuer, RemoteKeys> keys;

        PublishedKeys(Map<IdentityProperties.Issuer, RemoteKeys> keys) {
            this.keys = keys;
        }

        Stream<TrustedIssuer> issuers() {
            return keys.entrySet().stream().map(entry -> {
                IdentityProperties.Issuer issuer = entry.getKey();
                return new TrustedIssuer(
                        issuer.issuer(), issuer.audience(), issuer.kinds(), issuer.claims(), entry.getValue());
            });
        }

        @Scheduled(fixedDelayString = "PT4M30S")
        Mono<Void> refresh() {
            return Mono.defer(() -> Flux.fromIterable(keys.values())
                    .flatMap(RemoteKeys::refresh)
                    .then());
        }
    }

    private static Mono<JWKSet> fetch(WebClient http, URI jwks) {
        return http.get()
                .uri(jwks)
                .retrieve()
                .bodyToMono(String.class)
                .<JWKSet>handle((body, sink) -> {
                    try {
                        sink.next(JWKSet.parse(body).toPublicJWKSet());
                    } catch (ParseException notKeys) {
                        sink.error(notKeys);
                    }
                })
                .filter(keys -> !keys.isEmpty())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The issuer published no key")));
    }
}
