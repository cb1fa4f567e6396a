package vn.motcua.platform.web;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/** A request of HTTP/1.1 names exactly one host (RFC 9112, 3.2); the server below would let it pass without. */
final class HostRule {

    private HostRule() {}

    static void apply(HttpRequest request) {
        if (request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("Not exactly one host")));
        }
    }
}
