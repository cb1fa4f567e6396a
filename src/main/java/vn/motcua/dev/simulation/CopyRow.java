package vn.motcua.dev.simulation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows in PostgreSQL's binary form of COPY: each value with its length before it, or none. */
final class CopyRow {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS = 1_000_000;
    private static final int NOTHING = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private CopyRow write(Writing writing) {
        try {
            writing.to(out);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    CopyRow header() {
        return write(to -> {
            to.write(SIGNATURE);
            to.writeInt(0);
            to.writeInt(0);
        });
    }

    CopyRow trailer() {
        return write(to -> to.writeShort(NOTHING));
    }

    CopyRow begin(int columns) {
        return write(to -> to.writeShort(columns));
    }

    CopyRow nothing() {
        return write(to -> to.writeInt(NOTHING));
    }

    CopyRow uuid(UUID value) {
        return write(to -> {
            to.writeInt(2 * Long.BYTES);
            to.writeLong(value.getMostSignificantBits());
            to.writeLong(value.getLeastSignificantBits());
        });
    }

    CopyRow integer(int value) {
        return write(to -> {
            to.writeInt(Integer.BYTES);
            to.writeInt(value);
        });
    }

    CopyRow integer(Optional<Integer> value) {
        return value.isPresent() ? integer(value.get()) : nothing();
    }

    CopyRow small(int value) {
        return write(to -> {
            to.writeInt(Short.BYTES);
            to.writeShort(value);
        });
    }

    CopyRow flag(boolean value) {
        return write(to -> {
            to.writeInt(1);
            to.writeByte(value ? 1 : 0);
        });
    }

    CopyRow text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRow text(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : nothing();
    }

    CopyRow bytes(byte[] value) {
        return write(to -> {
            to.writeInt(value.length);
            to.write(value);
        });
    }

    CopyRow moment(Instant value) {
        return write(to -> {
            to.writeInt(Long.BYTES);
            to.writeLong((value.getEpochSecond() - EPOCH_SECONDS) * MICROS + value.getNano() / 1000);
        });
    }

    CopyRow moment(Optional<Instant> value) {
        return value.isPresent() ? moment(value.get()) : nothing();
    }

    CopyRow day(LocalDate value) {
        return write(to -> {
            to.writeInt(Integer.BYTES);
            to.writeInt((int) (value.toEpochDay() - EPOCH_DAYS));
        });
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
                + each.stream().mapToInt(value -> value.length + 1 + Short.BYTES).sum();
        return write(to -> {
            to.writeInt(size);
            to.writeInt(each.size());
            for (byte[] value : each) {
                to.write(value);
                to.writeByte(0);
                to.writeShort(0);
            }
        });
    }

    int size() {
        return bytes.size();
    }

    /** What was written since the last time. */
    byte[] taken() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
