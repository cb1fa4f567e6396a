package vn.motcua.platform.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** How much, and how slowly, a connection may send. */
@Component
class NettyLimits implements NettyServerCustomizer {

    private final EdgeProperties limits;

    NettyLimits(EdgeProperties limits) {
        this.limits = limits;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.idleTimeout(limits.idleTime())
                .httpRequestDecoder(decoder ->
                        decoder.maxHeaderSize(bytes(limits.header())).maxInitialLineLength(bytes(limits.line())))
                .doOnChannelInit((observer, channel, remote) -> {
                    if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                        RequestClock.install(channel.pipeline(), limits);
                    }
                });
    }

    private static int bytes(DataSize size) {
        return Math.toIntExact(size.toBytes());
    }
}
