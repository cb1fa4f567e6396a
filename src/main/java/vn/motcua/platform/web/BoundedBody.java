package vn.motcua.platform.web;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A body as it comes in, counted with every piece. One that is a little too long is heard out and thrown away, since a
 * caller who is cut off while sending never sees the answer; one that is much too long is cut off.
 */
final class BoundedBody {

    private static final int PATIENCE = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private long length;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    /** True when hearing such a body out would cost too much. */
    static boolean isHopeless(long length, int limit) {
        return length > (long) limit * PATIENCE;
    }

    /** Takes the piece in, lets go of its buffer, and answers how long the body has become. */
    long add(DataBuffer piece) {
        try {
            length += piece.readableByteCount();
            if (isHopeless(length, limit)) {
                throw new Problem(ProblemType.PAYLOAD_TOO_LARGE);
            }
            if (length <= limit) {
                byte[] copy = new byte[piece.readableByteCount()];
                piece.read(copy);
                bytes.writeBytes(copy);
            }
            return length;
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    byte[] bytes() {
        if (length > limit) {
            throw new Problem(ProblemType.PAYLOAD_TOO_LARGE);
        }
        return bytes.toByteArray();
    }
}
