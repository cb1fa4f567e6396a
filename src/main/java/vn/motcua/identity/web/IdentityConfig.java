package vn.motcua.identity.web;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** The trusted issuers, from configuration and, while developing, from inside the process. */
@Configuration(proxyBeanMethods = false)
class IdentityConfig {

    @Bean
    @Fallback
    SteadyTime steadyTime() {
        return SteadyTime.ofThisProcess();
    }

    @Bean
    VerifiedTokens verifiedTokens(IdentityProperties identity, InstantSource clock, MeterRegistry meters) {
        return new VerifiedTokens(identity.rememberedTokens(), identity.rememberFor(), clock).measuredBy(meters);
    }

    @Bean
    PublishedKeys publishedKeys(
            IdentityProperties identity,
            VerifiedTokens remembered,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters,
            RetryRegistry retries,
            SteadyTime time) {
        var calls = new GuardedCalls(breakers, limiters, retries, time);
        return new PublishedKeys(identity, new KeyServer()::keys, calls, remembered, time);
    }

    @Bean
    TokenChecker tokenChecker(
            PublishedKeys keys,
            VerifiedTokens remembered,
            ObjectProvider<TrustedIssuer> inProcess,
            InstantSource clock) {
        List<TrustedIssuer> issuers =
                Stream.concat(inProcess.stream(), keys.issuers()).toList();
        return new TokenChecker(issuers, remembered, clock);
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
}
