package vn.motcua.platform.web;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/** What the server below would let pass: other versions of HTTP, and HTTP/1.1 without exactly one host (RFC 9112, 3.2). */
final class HttpRules {

    private HttpRules() {}

    static void apply(HttpRequest request) {
        if (request.decoderResult().isSuccess() && !isSound(request)) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("Not sound HTTP")));
        }
    }

    private static boolean isSound(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        return version.equals(HttpVersion.HTTP_1_0)
                || (version.equals(HttpVersion.HTTP_1_1)
                        && request.headers().getAll(HttpHeaderNames.HOST).size() == 1);
    }
}
