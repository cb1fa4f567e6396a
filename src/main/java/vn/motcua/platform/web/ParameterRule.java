package vn.motcua.platform.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a request pass whose query and headers are as the contract says; the framework is more lenient than that. */
@Component
class ParameterRule implements WebFilter {

    private final List<ContractOperation> operations = ContractOperation.below("/api/");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return operations.stream()
                .filter(operation -> operation.isCalledBy(exchange.getRequest()))
                .flatMap(operation -> operation.fault(exchange.getRequest()).stream())
                .findFirst()
                .<Mono<Void>>map(Mono::error)
                .orElseGet(() -> chain.filter(exchange));
    }
}
