package vn.motcua.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.FutureMono;

/** Every error of every path ends here, so that each answer is a problem document and nothing else leaks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    private final ProblemWriter writer;

    ErrorHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return cut(exchange, error);
        }
        Problem problem = Refusals.of(error).orElseGet(() -> unexpected(exchange, error));
        if (error instanceof ErrorResponse framework) {
            exchange.getResponse().getHeaders().putAll(framework.getHeaders());
        }
        return writer.write(exchange, problem).onErrorResume(gone -> cut(exchange, gone));
    }

    /** What has begun cannot be answered otherwise any more; it must not look complete either. */
    private static Mono<Void> cut(ServerWebExchange exchange, Throwable error) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.error("Request {} broke off: {}", RequestId.of(exchange), Trace.names(error));
        }
        Object answer = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        return answer instanceof Connection connection
                ? FutureMono.deferFuture(() -> connection.channel().close())
                : Mono.empty();
    }

    private static Problem unexpected(ServerWebExchange exchange, Throwable error) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.error("Request {} failed: {}", RequestId.of(exchange), Trace.of(error));
        }
        return new Problem(ProblemType.INTERNAL_ERROR);
    }
}
