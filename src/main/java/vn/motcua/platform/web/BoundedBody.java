package vn.motcua.platform.web;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** A body as it comes in, counted with every piece. */
final class BoundedBody {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    /** Takes the piece in, lets go of its buffer, and answers how long the body has become. */
    int add(DataBuffer piece) {
        try {
            if (bytes.size() + piece.readableByteCount() > limit) {
                throw new Problem(ProblemType.PAYLOAD_TOO_LARGE);
            }
            byte[] copy = new byte[piece.readableByteCount()];
            piece.read(copy);
            bytes.writeBytes(copy);
            return bytes.size();
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
