package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.bench.Generator.Run;
import vn.motcua.dev.DatabaseAddress;

/** Debian's pgbench with the service's own statements, prepared, one a transaction. */
final class Pgbench {

    static final int[] CLIENTS = {8, 16, 32};

    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: ([0-9]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");

    private final DatabaseAddress database;
    private final Path folder;

    Pgbench(DatabaseAddress database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Its version, empty where there is none on the path. */
    static String version() {
        try {
            Process asked = new ProcessBuilder("pgbench", "--version").start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException none) {
            return "";
        }
    }

    /** Scripts of one shape, drawn by chance, with the values that they all name. */
    record Scripts(String name, List<Path> files, Map<String, String> values) {}

    Run run(Scripts scripts, int clients, int seconds) throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory(folder, "pgbench");
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-j", "1"));
        command.addAll(List.of("-c", String.valueOf(clients), "-T", String.valueOf(seconds)));
        command.addAll(List.of("-l", "--log-prefix=" + logs.resolve("log"), "--sampling-rate=0.2"));
        command.addAll(List.of("-h", database.host(), "-p", String.valueOf(database.port()), "-U"));
        command.addAll(List.of(DatabaseAddress.SERVICE));
        scripts.values().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        scripts.files().forEach(file -> command.addAll(List.of("-f", file.toString())));
        command.add(database.database());
        var starting = new ProcessBuilder(command).redirectErrorStream(true);
        starting.environment().put("PGPASSWORD", database.getPassword());
        Process running = starting.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IOException("pgbench: " + said.lines().limit(8).toList());
        }
        return run(said, latencies(logs));
    }

    /** What pgbench says; its log has one latency in five. */
    static Run run(String said, Latencies sampled) {
        int done = Integer.parseInt(found(DONE, said));
        double rate = Double.parseDouble(found(RATE, said));
        return new Sampled(done, sampled).over(done / rate, (int) Double.parseDouble(found(FAILED, said)));
    }

    /** As many latencies as there were transactions, by repeating the sample. */
    private record Sampled(int done, Latencies sample) {

        Run over(double seconds, int errors) {
            long[] all = new long[sample.count() == 0 ? 0 : done];
            for (int at = 0; at < all.length; at++) {
                all[at] = sample.sorted()[(int) ((long) at * sample.count() / all.length)];
            }
            return new Run(new Latencies(all), errors == 0 ? Map.of() : Map.of("failed", errors), seconds);
        }
    }

    private static String found(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find() ? matcher.group(1) : "0";
    }

    /** The third field of each line is the latency in microseconds. */
    private static Latencies latencies(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            List<long[]> parts = new ArrayList<>();
            for (Path file : files.toList()) {
                parts.add(Files.readAllLines(file).stream()
                        .mapToLong(line -> 1000 * Long.parseLong(line.split(" ")[2]))
                        .toArray());
                Files.delete(file);
            }
            Files.delete(logs);
            return Latencies.of(parts);
        }
    }
}
