package vn.motcua.platform.web;

import java.util.UUID;
import org.springframework.web.server.ServerWebExchange;

/** The id of a request: made here, never taken from the caller; in the answer's header, its problem and the log. */
final class RequestId {

    static final String HEADER = "Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    static UUID of(ServerWebExchange exchange) {
        return (UUID) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, none -> UUID.randomUUID());
    }
}
