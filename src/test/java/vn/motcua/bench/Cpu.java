package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Seconds of processor time.
 *
 * @param service the service, or the twin in its place
 * @param database PostgreSQL: the postmaster, its backends, and those that have ended
 * @param generator what asked
 */
record Cpu(double service, double database, double generator) {

    /** The unit of {@code /proc/<pid>/stat} on every Linux of today. */
    private static final double TICKS_A_SECOND = 100;

    Cpu minus(Cpu before) {
        return new Cpu(service - before.service, database - before.database, generator - before.generator);
    }

    /** Of so many requests, for a thousand. */
    Cpu perThousandOf(int requests) {
        double thousands = requests / 1000.0;
        return new Cpu(service / thousands, database / thousands, generator / thousands);
    }

    /** A process and its threads; with children that were waited for. */
    static double of(long pid) {
        try {
            Times times = Times.parse(Files.readString(Path.of("/proc/" + pid + "/stat")));
            return (times.own + times.ended) / TICKS_A_SECOND;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A process without its children, 0 once it has ended. */
    private static double alone(Path process) {
        try {
            return Times.parse(Files.readString(process.resolve("stat"))).own / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The children of a process that ended count with it, those that run are added. */
    static double ofFamily(long parent) {
        return of(parent) + children(parent).stream().mapToDouble(Cpu::alone).sum();
    }

    private static List<Path> children(long parent) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(process -> isChild(process, parent))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isChild(Path process, long parent) {
        try {
            return Times.parse(Files.readString(process.resolve("stat"))).parent == parent;
        } catch (IOException gone) {
            return false;
        }
    }

    /** What a line of {@code stat} says, in ticks. */
    record Times(long parent, long own, long ended) {

        /** Names of programs may have spaces and parentheses: the fields begin behind the last one. */
        static Times parse(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
            return new Times(
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }
    }
}
