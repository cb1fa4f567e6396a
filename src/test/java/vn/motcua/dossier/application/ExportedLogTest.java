package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.application.ExportFixtures.Log;
import vn.motcua.territory.TerritoryFixtures;

/** An export is read back as it was written, or the first line that cannot be believed is named. */
class ExportedLogTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dossier/export.ndjson");

    /** Where the golden file has its first event: after the header, five units, two successions, agency, procedure. */
    private static final int FIRST_EVENT = 11;

    private static final int LAST = 17;

    @Test
    void readsWhatWasWritten() throws IOException {
        ExportedLog log = read(golden());
        assertThat(log.header()).isEqualTo(new ExportLine.Header(1, 4, 4, Optional.empty()));
        List<ExportLine> lines = rest(log);
        assertThat(of(lines, ExportLine.Unit.class).stream().map(ExportLine.Unit::unit))
                .containsExactlyInAnyOrderElementsOf(
                        TerritoryFixtures.territory().units().toList());
        assertThat(of(lines, ExportLine.Succession.class)).hasSize(2);
        assertThat(of(lines, ExportLine.Agency.class).stream().map(ExportLine.Agency::id))
                .containsExactly(32, 41, 21);
        assertThat(of(lines, ExportLine.Procedure.class))
                .containsExactly(new ExportLine.Procedure(1, "1.004222", "Sector", "Procedure 1.004222"));
        assertThat(of(lines, ExportLine.Event.class).stream().map(ExportLine.Event::event))
                .containsExactlyElementsOf(ExportFixtures.history().stream()
                        .map(Dossiers.Recorded::event)
                        .toList());
        assertThat(of(lines, ExportLine.Event.class).stream().flatMap(event -> event.position().stream()))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines.getLast()).isEqualTo(new ExportLine.End(LAST - 1, 4));
        assertThat(log.hasNext()).isFalse();
        assertThatThrownBy(log::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void positionsFollowFromTheFirst() {
        var lines = ExportFixtures.export(new Log(ExportFixtures.filings(30)), ExportFixtures.asked("7", "9"), "VN")
                .collectList()
                .block();
        assertThat(of(rest(read(lines)), ExportLine.Event.class).stream().flatMap(event -> event.position().stream()))
                .containsExactly(7L, 8L, 9L);
    }

    @Test
    void anExportOfAUnitHasNoPositions() {
        var lines = ExportFixtures.export(new Log(ExportFixtures.filings(2)), ExportFixtures.ALL, "42")
                .collectList()
                .block();
        ExportedLog log = read(lines);
        assertThat(log.header().unit()).contains(2);
        assertThat(of(rest(log), ExportLine.Event.class))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.position()).isEmpty());
    }

    @Test
    void anEventWithAnyCharacterChangedIsRefusedWithItsLine() throws IOException {
        String event = golden().get(FIRST_EVENT - 1);
        for (int at = 0; at < event.length(); at++) {
            List<String> lines = golden();
            char other = event.charAt(at) == '1' ? '2' : '1';
            lines.set(FIRST_EVENT - 1, event.substring(0, at) + other + event.substring(at + 1));
            assertThat(fault(lines)).as(lines.get(FIRST_EVENT - 1)).isNotNull();
            assertThat(fault(lines).line()).isEqualTo(FIRST_EVENT);
        }
    }

    @Test
    void eventsWhoseDigestIsNotTheirsAreNamedSo() throws IOException {
        List<String> lines = golden();
        lines.replaceAll(line -> line.replace("HANDED_OVER", "RETURNED"));
        assertThat(fault(lines)).hasMessage("Line 16: the digest is not that of the event");
    }

    @Test
    void whateverIsLeftOutOrPutInIsNoticed() throws IOException {
        refuses(List::clear, 1, "the export is cut off");
        refuses(List::removeFirst, 1, "no header of an export");
        refuses(List::removeLast, LAST, "the export is cut off");
        refuses(lines -> lines.remove(FIRST_EVENT - 1), LAST - 1, "the end counts 16 lines before it");
        refuses(lines -> lines.add(2, lines.getFirst()), 3, "a second header");
        refuses(lines -> lines.add(lines.getLast()), LAST + 1, "something after the end");
        refuses(lines -> lines.set(3, ""), 4, "Not one JSON object");
        refuses(
                lines -> lines.set(3, "{\"unit\":{\"version\":1}}"),
                4,
                "member code is missing or not as it should be");
        refuses(lines -> lines.set(3, "{\"more\":{}}"), 4, "neither an event nor anything else");
        refuses(lines -> lines.set(3, "{\"a\":1,\"b\":2}"), 4, "neither an event nor anything else");
        refuses(
                lines -> lines.set(0, lines.getFirst().replace("\"schema\":1", "\"schema\":2")),
                1,
                "the export has a schema that is not known here");
        refuses(
                lines -> lines.set(0, lines.getFirst().replace("\"to\":4", "\"to\":5")),
                LAST,
                "4 events where the header promises 5");
        refuses(
                lines -> lines.set(LAST - 1, "{\"end\":{\"lines\":16,\"logPosition\":5}}"),
                LAST,
                "the end names another position of the log than the header");
    }

    private static void refuses(Consumer<List<String>> change, long line, String reason) throws IOException {
        List<String> lines = golden();
        change.accept(lines);
        ExportFault fault = fault(lines);
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.line()).as(reason).isEqualTo(line);
    }

    private static ExportFault fault(List<String> lines) {
        return catchThrowableOfType(ExportFault.class, () -> rest(read(lines)));
    }

    private static List<String> golden() throws IOException {
        return new ArrayList<>(Files.readAllLines(GOLDEN));
    }

    private static ExportedLog read(List<String> lines) {
        return ExportedLog.of(new BufferedReader(new StringReader(String.join("\n", lines))));
    }

    private static List<ExportLine> rest(ExportedLog log) {
        List<ExportLine> lines = new ArrayList<>();
        log.forEachRemaining(lines::add);
        return lines;
    }

    private static <T extends ExportLine> List<T> of(List<ExportLine> lines, Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
