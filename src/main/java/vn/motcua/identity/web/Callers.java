package vn.motcua.identity.web;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;

/** The caller of a request. */
public interface Callers {

    /** The verified caller; an error when the request carries no token, which the security rules have refused before. */
    Mono<Caller> of(ServerWebExchange exchange);

    /** The verified caller; empty when the request carries no token. */
    Mono<Optional<Caller>> maybe(ServerWebExchange exchange);
}
