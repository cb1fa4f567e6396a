package vn.motcua.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** On what it was measured. */
final class Machine {

    private static final int SYNCS = 200;
    private static final int PAGE = 8192;

    private Machine() {}

    /** @param folder on the disk that the database lies on */
    static String line(String database, Path folder) throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GiB memory, JDK %s, PostgreSQL %s, a page written and synced in %.2f ms; load"
                        + " average at the start %.2f%s",
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replace(" kB", "")) / 1048576.0,
                System.getProperty("java.version"),
                database,
                syncMillis(folder),
                load(),
                load() > 0.5 ? " (**the machine had other work**)" : "");
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** The median time to append a page and have it on the disk. */
    private static double syncMillis(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", ".tmp");
        double[] taken = new double[SYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < SYNCS; at++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                taken[at] = (System.nanoTime() - begun) / 1e6;
            }
        } finally {
            Files.delete(file);
        }
        return Latencies.median(taken);
    }
}
