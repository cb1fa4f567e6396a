package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README says to type works, in the order in which it says it. */
@MotcuaIT
class ReadmeIT {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## Try it$(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
    private static final Pattern RECEIVED = Pattern.compile("\"received\":([0-9]+)");

    /** Any answer but 2xx ends the script, whatever options the README gives. */
    private static final String PREAMBLE = """
        set -euo pipefail
        curl() { command curl --fail --noproxy '*' "$@"; }
        """;

    @LocalServerPort
    int port;

    @Test
    void everyStepUnderTryItWorksAndTheFiguresCountTheDossier() throws Exception {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "needs bash and curl");
        List<String> blocks = blocks();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);

        Path output = Files.createTempFile("readme", ".out");
        Process bash = new ProcessBuilder("bash", "-s")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var script = bash.outputWriter(StandardCharsets.UTF_8)) {
            script.write(PREAMBLE + String.join("\n", blocks).replace("localhost:8080", "localhost:" + port));
        }
        int exit = bash.waitFor();
        String printed = Files.readString(output);
        Files.delete(output);

        assertThat(exit).as(printed).isZero();
        assertThat(lastReceived(printed)).as(printed).isPositive();
    }

    private static List<String> blocks() throws IOException {
        Matcher section = SECTION.matcher(Files.readString(Path.of("README.md")));
        assertThat(section.find()).as("README.md has a section 'Try it'").isTrue();
        return BLOCK.matcher(section.group(1)).results().map(block -> block.group(1)).toList();
    }

    private static int lastReceived(String printed) {
        List<MatchResult> counts = RECEIVED.matcher(printed).results().toList();
        assertThat(counts).as(printed).isNotEmpty();
        return Integer.parseInt(counts.getLast().group(1));
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
