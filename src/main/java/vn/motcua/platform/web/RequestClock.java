package vn.motcua.platform.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Bounds the time in which one request of a connection must arrive: its header from the first byte, its body from the
 * end of the header. Whoever is too slow gets 408 if no answer has begun, and is disconnected.
 *
 * <p>The body reader has the shorter limit and the better answer; this one also ends bodies that nobody reads. A body that
 * brings files has longer, as long as it keeps coming and nothing has been answered yet.
 */
final class RequestClock {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int TOO_LARGE = 413;

    private final EdgeProperties limits;
    private boolean idle = true;
    private int arrived;
    private int answersBegun;
    private int answersEnded;
    private boolean refusedAsTooLarge;
    private boolean uploading;
    private long uploadBegan;
    private Language language = Language.VI;
    private @Nullable Future<?> alarm;
    private @Nullable Runnable afterAnswers;

    private RequestClock(EdgeProperties limits) {
        this.limits = limits;
    }

    /** Stands around the HTTP codec: bytes are seen before it, requests and answers after it. */
    static void install(ChannelPipeline pipeline, EdgeProperties limits) {
        var clock = new RequestClock(limits);
        pipeline.addBefore(NettyPipeline.HttpCodec, "motcua.end", new LingeringClose(clock::isSendingInVain));
        pipeline.addBefore(NettyPipeline.HttpCodec, "motcua.bytes", clock.new Bytes());
        pipeline.addAfter(NettyPipeline.HttpCodec, "motcua.messages", clock.new Messages());
    }

    private void firstByte(ChannelHandlerContext context) {
        idle = false;
        arm(context, limits.headerTime(), 0);
    }

    private void header(ChannelHandlerContext context, HttpRequest request) {
        arrived++;
        language = Language.of(request.headers().get("Accept-Language"));
        uploading = UploadPaths.take(request);
        uploadBegan = System.nanoTime();
        arm(context, limits.bodyTime().plus(GRACE), 1);
    }

    private void pieceOfUpload(ChannelHandlerContext context) {
        Duration left = limits.uploadTime().minusNanos(System.nanoTime() - uploadBegan);
        Duration pause = limits.bodyTime().plus(GRACE);
        arm(context, left.compareTo(pause) < 0 ? left : pause, 1);
    }

    /** Whoever has been answered has no reason to go on sending. */
    private void answered(ChannelHandlerContext context) {
        if (uploading && !idle) {
            uploading = false;
            arm(context, limits.bodyTime().plus(GRACE), 1);
        }
    }

    /** True while a body comes in that has been refused as too large. */
    private boolean isSendingInVain() {
        return refusedAsTooLarge && !idle;
    }

    private void complete() {
        disarm();
        uploading = false;
        idle = true;
    }

    /** @param unfinished how many of the requests that have arrived are not complete: the late one, or none */
    private void arm(ChannelHandlerContext context, Duration limit, int unfinished) {
        disarm();
        alarm = context.executor().schedule(() -> expire(context, unfinished), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void disarm() {
        afterAnswers = null;
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** The requests before the late one get their answers first. */
    private void expire(ChannelHandlerContext context, int unfinished) {
        int settled = arrived - unfinished;
        if (answersEnded < settled) {
            afterAnswers = () -> expire(context, unfinished);
            return;
        }
        byte[] answer = answersBegun == settled && answersEnded == settled
                ? RawAnswer.bytes(408, "Request Timeout", ProblemType.REQUEST_TIMEOUT, language)
                : new byte[0];
        context.pipeline()
                .context("motcua.bytes")
                .writeAndFlush(Unpooled.wrappedBuffer(answer))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private final class Bytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (idle) {
                firstByte(context);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            disarm();
            context.fireChannelInactive();
        }
    }

    private final class Messages extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                HttpRules.apply(request);
                header(context, request);
            }
            if (message instanceof LastHttpContent) {
                complete();
            } else if (uploading && message instanceof HttpContent) {
                pieceOfUpload(context);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            boolean isInterim = message instanceof HttpResponse answer
                    && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!isInterim) {
                refusedAsTooLarge |= message instanceof HttpResponse answer
                        && answer.status().code() == TOO_LARGE;
                answersBegun += message instanceof HttpResponse ? 1 : 0;
                if (message instanceof LastHttpContent) {
                    answersEnded++;
                    answered(context);
                }
            }
            super.write(context, RawAnswer.described(message, language), promise);
            if (message instanceof LastHttpContent && afterAnswers != null) {
                afterAnswers.run();
            }
        }
    }
}
