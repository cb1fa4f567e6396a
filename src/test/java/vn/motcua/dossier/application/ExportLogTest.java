package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.ExportFixtures.Log;
import vn.motcua.dossier.application.LogPages.Page;

/** The export's lines, and how far the log is read ahead of whoever takes them. */
class ExportLogTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dossier/export.ndjson");

    /** Before the events: the header, five units, two successions; before the first event, its agency and procedure. */
    private static final int REFERENCE = 8;

    private static final int FIRST_EVENT = REFERENCE + 3;

    @Test
    void aSmallHistoryIsWrittenByteForByteAsInItsFile() throws IOException {
        String lines = ExportFixtures.export(new Log(ExportFixtures.history()))
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .block();
        assertThat(lines).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void anAuditorBelowTheNationIsToldTheUnit() {
        assertThat(ExportFixtures.export(new Log(List.of()), ExportFixtures.ALL, "42")
                        .blockFirst())
                .isEqualTo("{\"export\":{\"from\":1,\"logPosition\":0,\"schema\":1,\"to\":0,\"unit\":2}}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "199, 1", "200, 1", "201, 2", "400, 2", "401, 3"})
    void everyEventIsThereOnceWhateverThePagesEnd(int events, int pages) {
        var log = new Log(ExportFixtures.filings(events));
        List<String> lines = ExportFixtures.export(log).collectList().block();
        assertThat(lines.stream().filter(line -> line.startsWith("{\"actorKind\"")))
                .containsExactlyElementsOf(ExportFixtures.filings(events).stream()
                        .map(filed -> filed.event().line(filed.digest()))
                        .toList());
        assertThat(log.read).hasSize(pages);
    }

    @Test
    void aStretchIsReadFromItsFirstPositionToItsLast() {
        var log = new Log(ExportFixtures.filings(450));
        ExportFixtures.export(log, ExportFixtures.asked("150", "355"), "VN").blockLast();
        assertThat(log.read).containsExactly(new Page(150, 349, 355), new Page(350, 355, 355));
    }

    /** A connection asks for 128 lines at first. */
    @Test
    void theLogIsReadAtMostOnePageAheadOfWhoeverTakesTheLines() {
        var log = new Log(ExportFixtures.filings(1000));
        StepVerifier.create(ExportFixtures.export(log), 0)
                .then(() -> assertThat(log.read).isEmpty())
                .thenRequest(128)
                .expectNextCount(128)
                .then(() -> assertThat(log.read).hasSize(1))
                .thenRequest(REFERENCE + 3 + 200 - 128 - 1)
                .expectNextCount(REFERENCE + 3 + 200 - 128 - 1)
                .then(() -> assertThat(log.read)
                        .as("one page and its last line to come")
                        .hasSizeLessThanOrEqualTo(2))
                .thenRequest(200)
                .expectNextCount(200)
                .then(() -> assertThat(log.read).hasSizeLessThanOrEqualTo(3))
                .thenCancel()
                .verify();
        assertThat(log.read).as("nothing is read for whoever has left").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whatAnEventNamesAndNobodyKnowsBreaksTheExportOff() {
        Recorded filed = ExportFixtures.filings(1).getFirst();
        LoggedEvent event = filed.event();
        var elsewhere = new LoggedEvent(
                event.id(),
                event.dossierId(),
                1,
                event.type(),
                1,
                event.occurredAt(),
                event.recordedAt(),
                event.actorKind(),
                event.actorRef(),
                new Routing(99, 3, 32, 3),
                Map.of());
        var log = new Log(List.of(new Recorded(elsewhere, filed.digest())));
        StepVerifier.create(ExportFixtures.export(log))
                .expectNextCount(REFERENCE)
                .verifyErrorMessage("The log names agency 99, and nobody knows it");
    }

    @Test
    void aPageIsNeverLongerThanTheShieldReads() {
        assertThatThrownBy(() -> new Page(1, 201, 300)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Page(1, 100, 99)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEndCountsTheLinesBeforeIt() {
        List<String> lines = ExportFixtures.export(new Log(ExportFixtures.filings(3)))
                .collectList()
                .block();
        assertThat(lines).hasSize(FIRST_EVENT + 3);
        assertThat(lines.getLast()).isEqualTo("{\"end\":{\"lines\":" + (FIRST_EVENT + 2) + ",\"logPosition\":3}}");
    }
}
