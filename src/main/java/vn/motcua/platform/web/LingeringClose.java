package vn.motcua.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.function.BooleanSupplier;

/**
 * Closes a connection whose peer is still sending in two steps: it says that nothing more will come, and hears the peer
 * out for a while. Closing at once would reset the connection and take the answer away before it is read (RFC 9112,
 * 9.6). The {@link RequestClock} bounds the time: whoever closes a second time closes.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final BooleanSupplier isStillSending;
    private boolean lingering;
    private long heard;

    LingeringClose(BooleanSupplier isStillSending) {
        this.isStillSending = isStillSending;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        if (!lingering && isStillSending.getAsBoolean() && context.channel() instanceof DuplexChannel channel) {
            lingering = true;
            channel.config().setAutoRead(true);
            channel.shutdownOutput(promise).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else {
            super.close(context, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        if (!lingering) {
            context.fireChannelRead(bytes);
            return;
        }
        heard += bytes instanceof ByteBuf piece ? piece.readableBytes() : 0;
        ReferenceCountUtil.release(bytes);
        if (heard > MOST_BYTES) {
            super.close(context, context.newPromise());
        }
    }
}
