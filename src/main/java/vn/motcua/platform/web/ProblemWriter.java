package vn.motcua.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request with a problem document, whatever the caller said it would accept. */
@Component
class ProblemWriter {

    private static final String RETRY_SECONDS = "2";
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final Set<ProblemType> BODY_LEFT_UNREAD =
            Set.of(ProblemType.PAYLOAD_TOO_LARGE, ProblemType.REQUEST_TIMEOUT);

    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        Language language = Language.of(exchange);
        ServerHttpResponse response = exchange.getResponse();
        int status = problem.type().status();
        byte[] body = ProblemDocument.of(problem, status, RequestId.of(exchange), language)
                .bytes();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        describe(response.getHeaders(), problem, language, body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private static void describe(HttpHeaders headers, Problem problem, Language language, int length) {
        ProblemType type = problem.type();
        headers.clearContentHeaders();
        headers.remove(HttpHeaders.ETAG);
        headers.remove(HttpHeaders.LOCATION);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(length);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (type.status() == UNAUTHORIZED || type == ProblemType.INSUFFICIENT_SCOPE) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
        }
        if (type.status() == UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (BODY_LEFT_UNREAD.contains(type)) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
    }

    /** Without a token there is no error to name (RFC 6750, 3); a session too weak hears which would do (RFC 9470, 3). */
    private static String challenge(Problem problem) {
        return switch (problem.type()) {
            case UNAUTHENTICATED -> "Bearer";
            case INSUFFICIENT_SCOPE -> wider(problem.arguments().get("scope"));
            case INSUFFICIENT_AUTHENTICATION -> stronger(problem.arguments().get(Problem.REQUIRED));
            default -> "Bearer error=\"invalid_token\"";
        };
    }

    /** RFC 6750, 3.1. */
    private static String wider(@Nullable Object scope) {
        String which = scope == null ? "" : ", scope=\"" + scope + "\"";
        return "Bearer error=\"insufficient_scope\"" + which;
    }

    private static String stronger(@Nullable Object required) {
        String which = required == null ? "" : ", acr_values=\"" + required + "\"";
        return "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A stronger sign-in is needed\"" + which;
    }
}
