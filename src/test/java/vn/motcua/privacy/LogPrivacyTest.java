package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who searches a log finds what it must not tell, however it is written, and knows when the search was blind. */
class LogPrivacyTest {

    @TempDir
    Path folder;

    private Path log;
    private LogPrivacy search;

    @BeforeEach
    void plant() throws IOException {
        log = folder.resolve("tests.log");
        Files.write(log, Planted.lines());
        Set<String> markers = new HashSet<>(Planted.ALL);
        markers.add("Đặng Thị Kín");
        markers.add("042090001234");
        search = new LogPrivacy(markers);
    }

    @Test
    void findsEveryPlantedFormAndNoOther() throws IOException {
        log("Started in 3 seconds, 12 of 042 done");
        assertThat(search.leaks(log)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Filed by Đặng Thị Kín.",
                "ĐẶNG THỊ KÍN",
                "{name=dang thi kin}",
                "/people?name=%C4%90%E1%BA%B7ng%20Th%E1%BB%8B%20K%C3%ADn",
                "/people?name=%c4%90%e1%ba%b7ng+Th%e1%bb%8b+K%c3%adn",
                "body eyAgIm4iOiLEkOG6t25nIFRo4buLIEvDrW4ifQ==",
                "citizen 042090001234",
                "any other citizen 001301000001 too",
                "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln"
            })
    void findsSomebodyHoweverWritten(String line) throws IOException {
        log(line);
        assertThat(search.leaks(log))
                .singleElement()
                .asString()
                .startsWith("line " + (Planted.lines().size() + 1));
    }

    @Test
    void neverRepeatsTheLineThatTells() throws IOException {
        log("phone 0912345678 of Đặng Thị Kín");
        assertThat(search.leaks(log).getFirst()).doesNotContain("0912345678");
    }

    @Test
    void aLogWithoutWhatWasPlantedProvesNothing() throws IOException {
        Files.write(log, List.of("Started"));
        assertThat(search.leaks(log)).singleElement().asString().contains("planted lines 0 were found");
        Files.write(log, Planted.lines().subList(0, 5));
        assertThat(search.leaks(log)).isNotEmpty();
    }

    @Test
    void theFixturesPeopleAreKnownByTheirOwnTexts() throws IOException {
        assertThat(Markers.ofFixtures())
                .contains("Nguyễn Văn Mẫu", "042090001234", "3001234567", "NN042000777", "Sample Person")
                .doesNotContain("Đặng Thị", Planted.NAME)
                .hasSizeGreaterThan(40);
    }

    @Test
    void theFileOfARunBeginsWithWhatIsPlanted() throws IOException {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        var file = new TestedLog();
        file.setContext(context);
        file.setEncoder(encoder);
        file.setFile(folder.resolve("run.log").toString());
        file.start();
        file.stop();
        assertThat(Files.readAllLines(folder.resolve("run.log"))).isEqualTo(Planted.lines());
        assertThat(search.leaks(folder.resolve("run.log"))).isEmpty();
    }

    private void log(String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
    }
}
