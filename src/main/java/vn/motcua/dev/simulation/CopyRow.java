package vn.motcua.dev.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows in PostgreSQL's binary form of COPY: each value with its length before it, or none. */
final class CopyRow {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS = 1_000_000;
    private static final int NOTHING = -1;

    private ByteBuffer out = ByteBuffer.allocate(1 << 18);

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(2 * (out.capacity() + bytes)).put(out.flip());
        }
        return out;
    }

    CopyRow header() {
        room(SIGNATURE.length + 2 * Integer.BYTES).put(SIGNATURE).putInt(0).putInt(0);
        return this;
    }

    CopyRow trailer() {
        return begin(NOTHING);
    }

    CopyRow begin(int columns) {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    CopyRow nothing() {
        room(Integer.BYTES).putInt(NOTHING);
        return this;
    }

    CopyRow uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRow integer(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRow integer(Optional<Integer> value) {
        return value.isPresent() ? integer(value.get()) : nothing();
    }

    CopyRow small(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyRow flag(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    CopyRow text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRow text(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : nothing();
    }

    CopyRow bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    CopyRow moment(Instant value) {
        room(Integer.BYTES + Long.BYTES)
                .putInt(Long.BYTES)
                .putLong((value.getEpochSecond() - EPOCH_SECONDS) * MICROS + value.getNano() / 1000);
        return this;
    }

    CopyRow moment(Optional<Instant> value) {
        return value.isPresent() ? moment(value.get()) : nothing();
    }

    CopyRow day(LocalDate value) {
        return integer((int) (value.toEpochDay() - EPOCH_DAYS));
    }

    CopyRow day(Optional<LocalDate> value) {
        return value.isPresent() ? day(value.get()) : nothing();
    }

    /** Lexemes without places; each once. */
    CopyRow lexemes(List<String> values) {
        List<byte[]> each = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = Integer.BYTES
                + each.stream()
                        .mapToInt(value -> value.length + 1 + Short.BYTES)
                        .sum();
        room(Integer.BYTES + size).putInt(size).putInt(each.size());
        for (byte[] value : each) {
            out.put(value).put((byte) 0).putShort((short) 0);
        }
        return this;
    }

    int size() {
        return out.position();
    }

    /** What was written since the last time. */
    byte[] taken() {
        byte[] taken = Arrays.copyOf(out.array(), out.position());
        out.clear();
        return taken;
    }
}
