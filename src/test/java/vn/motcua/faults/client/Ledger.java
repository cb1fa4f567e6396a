package vn.motcua.faults.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What clients asked for and were told. An operation is on the disk before it is sent; the file is only appended to, so
 * that it holds whatever happens to the service, its database or the client.
 */
public final class Ledger implements AutoCloseable {

    private static final String BEGIN = "BEGIN";
    private static final String END = "END";

    private final FileChannel file;

    public Ledger(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How a try ended; what is unknown is tried again with the same key. */
    public enum Outcome {
        OK,
        REFUSED,
        UNKNOWN
    }

    /**
     * A write.
     *
     * @param key of idempotency, and of this ledger
     * @param kind FILED, ACCEPTED, ...: the event that it makes
     * @param digest SHA-256 of the body, which is sent in canonical form
     */
    public record Operation(String key, String kind, String person, String path, String digest) {}

    /**
     * What a try was told.
     *
     * @param id of the dossier
     * @param version of the dossier, from the entity tag
     * @param digest SHA-256 of the answer's body
     */
    public record Told(Outcome outcome, int status, String id, int version, String digest) {

        public static Told unknown(int status) {
            return new Told(Outcome.UNKNOWN, status, "-", 0, "-");
        }

        public static Told refused(int status) {
            return new Told(Outcome.REFUSED, status, "-", 0, "-");
        }
    }

    /** An operation and the outcomes of its tries, in order. */
    public record Entry(Operation operation, long startedMicros, List<Told> tries) {

        public List<Told> acknowledged() {
            return tries.stream().filter(told -> told.outcome() == Outcome.OK).toList();
        }

        /** Empty while nobody knows. */
        public Optional<Outcome> settled() {
            return tries.stream()
                    .map(Told::outcome)
                    .filter(outcome -> outcome != Outcome.UNKNOWN)
                    .findFirst();
        }
    }

    public void begin(Operation operation) {
        append(
                true,
                BEGIN,
                operation.key(),
                operation.kind(),
                operation.person(),
                String.valueOf(System.currentTimeMillis() * 1000),
                operation.path(),
                operation.digest());
    }

    public void end(String key, Told told) {
        append(
                false,
                END,
                key,
                told.outcome().name(),
                String.valueOf(told.status()),
                told.id(),
                String.valueOf(told.version()),
                told.digest());
    }

    /** One write call a line: lines of several threads do not mix. */
    private void append(boolean force, String... columns) {
        try {
            synchronized (this) {
                ByteBuffer line = ByteBuffer.wrap((String.join(" ", columns) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    file.write(line);
                }
            }
            if (force) {
                file.force(false);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Map<String, Entry> read(Path path) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(path)) {
            String[] columns = line.split(" ");
            if (columns.length < 7) {
                continue; // the client died while it wrote this
            }
            switch (columns[0]) {
                case BEGIN ->
                    entries.put(
                            columns[1],
                            new Entry(
                                    new Operation(columns[1], columns[2], columns[3], columns[5], columns[6]),
                                    Long.parseLong(columns[4]),
                                    new ArrayList<>()));
                case END -> entries.get(columns[1]).tries().add(told(columns));
                default -> throw new IOException("No line of a ledger: " + line);
            }
        }
        return entries;
    }

    private static Told told(String[] columns) {
        return new Told(
                Outcome.valueOf(columns[2]),
                Integer.parseInt(columns[3]),
                columns[4],
                Integer.parseInt(columns[5]),
                columns[6]);
    }

    @Override
    public void close() throws IOException {
        file.force(true);
        file.close();
    }
}
