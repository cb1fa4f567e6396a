package vn.motcua.bench;

import java.nio.file.Path;

/**
 * How long and how much; each may be set on the command line as {@code -Dbench.<name>=}.
 *
 * @param seconds of each run
 * @param warmup seconds of load before the first run
 * @param repeats runs of each shape
 * @param dossiers that the database holds at least
 * @param profile whether to look where the time of missed goals goes
 * @param jvm options of the service and of the twin alike
 * @param bulkJvm options of the process that simulates dossiers
 * @param reference folder with the country's tables to import, if any
 */
record Settings(
        int seconds,
        int warmup,
        int repeats,
        int dossiers,
        boolean profile,
        String jvm,
        String bulkJvm,
        String reference,
        Path folder) {

    static Settings given() {
        return new Settings(
                Integer.getInteger("bench.seconds", 15),
                Integer.getInteger("bench.warmup", 60),
                Integer.getInteger("bench.repeats", 3),
                Integer.getInteger("bench.dossiers", 5_000_000),
                Boolean.getBoolean("bench.profile"),
                System.getProperty("bench.jvm", "-Xms1g -Xmx1g"),
                System.getProperty("bench.bulkJvm", "-Xmx6g"),
                System.getProperty("bench.reference", ""),
                Path.of("target", "bench-data"));
    }
}
