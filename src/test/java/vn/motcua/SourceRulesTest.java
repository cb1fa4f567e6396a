package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader may count on in every file. */
class SourceRulesTest {

    private static final int LONGEST = 300;

    /** The annotation, the signature, and the body up to its first dot's parenthesis. */
    private static final Pattern SCHEDULED =
            Pattern.compile("@Scheduled\\((?:\"[^\"]*\"|[^\"()])*\\)[^{;]*\\{\\s*([^;]*;)");

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        List<Path> packages = Sources.files(Path.of("src/main/java/vn"), ".java").stream()
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .toList();
        assertThat(packages)
                .allSatisfy(info -> assertThat(info).content().startsWith("/**").contains("@NullMarked"));
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() {
        assertThat(Sources.files(Path.of("src"), ".java"))
                .filteredOn(file -> Sources.read(file).lines().count() > LONGEST)
                .isEmpty();
    }

    /** The scheduler calls such a method once and runs what it answers again and again: nothing may be fixed at that call. */
    @Test
    void whatIsScheduledBeginsAnewWithEveryRun() {
        assertThat(Sources.files(Path.of("src/main/java"), ".java").stream()
                        .flatMap(file -> SCHEDULED.matcher(Sources.read(file)).results()))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.group(1)).startsWith("return Mono.defer("));
    }

    @Test
    void everyMigrationLimitsItsWaitForLocksBeforeAllElse() {
        assertThat(Sources.files(Path.of("src/main/resources/db/migration"), ".sql"))
                .filteredOn(file -> file.getFileName().toString().startsWith("V"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.read(file).lines())
                        .filteredOn(line -> !line.isBlank() && !line.startsWith("--"))
                        .startsWith("SET lock_timeout = '3s';"));
    }
}
