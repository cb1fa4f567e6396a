package vn.motcua.platform.web;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/** A request whose body is counted as it comes in, since one that comes in chunks does not say how long it will be. */
final class CountedRequest extends ServerHttpRequestDecorator {

    private final long limit;
    private final AtomicLong length = new AtomicLong();

    CountedRequest(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().handle(this::count);
    }

    private void count(DataBuffer piece, SynchronousSink<DataBuffer> body) {
        if (length.addAndGet(piece.readableByteCount()) > limit) {
            DataBufferUtils.release(piece);
            body.error(new Problem(ProblemType.PAYLOAD_TOO_LARGE));
        } else {
            body.next(piece);
        }
    }
}
