package vn.motcua.platform.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Problems of requests that no handler ever sees: what could not be decoded, or never came. */
final class RawAnswer {

    private static final int FIRST_REFUSAL = 400;

    private RawAnswer() {}

    /** The server's own refusals have no body; they get one, whatever their status. */
    static Object described(Object message, Language language) {
        if (message instanceof FullHttpResponse bare
                && bare.status().code() >= FIRST_REFUSAL
                && !bare.content().isReadable()
                && !bare.headers().contains(HttpHeaderNames.CONTENT_TYPE)) {
            HttpResponseStatus status = bare.status();
            ReferenceCountUtil.release(bare);
            return response(status, ProblemType.INVALID_REQUEST, language);
        }
        return message;
    }

    private static FullHttpResponse response(HttpResponseStatus status, ProblemType type, Language language) {
        UUID id = UUID.randomUUID();
        byte[] body = ProblemDocument.of(new Problem(type), status.code(), id, language)
                .bytes();
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONTENT_LANGUAGE, language.tag())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set(RequestId.HEADER, id.toString())
                .set(HttpHeaderNames.CONNECTION, "close");
        return response;
    }

    /** The same past the encoder, for a request that is not complete. */
    static byte[] bytes(int status, String reason, ProblemType type, Language language) {
        FullHttpResponse response = response(new HttpResponseStatus(status, reason), type, language);
        var head = new StringBuilder("HTTP/1.1 " + response.status() + "\r\n");
        response.headers().forEach(header -> head.append(header.getKey() + ": " + header.getValue() + "\r\n"));
        return (head + "\r\n" + response.content().toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
