package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierFixtures;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.Timeliness;

/**
 * The log as it was written once is read for ever: a file for each event type and schema version. A file that is
 * there is never changed; a new shape of an event gets a new version and a file of its own.
 */
class EventGoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/dossier/events");
    private static final Instant AT = Instant.parse("2026-03-02T02:00:00.123Z");
    private static final Instant DUE = Instant.parse("2026-03-11T10:00:00Z");
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /** Every type, in each of its shapes. */
    static Map<String, List<DossierEvent>> events() {
        List<DossierEvent> all = List.of(
                new DossierEvent.Announced(
                        AT,
                        DossierFixtures.MATTER,
                        Instant.parse("2026-03-03T02:00:00.123Z"),
                        List.of(new DossierEvent.AnnouncedFile(104857600, HASH))),
                new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.of(Instant.parse("2026-03-03T02:00:00.123Z"))),
                new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.empty()),
                new DossierEvent.Accepted(AT, Promise.due(DUE, true, 1, "1")),
                new DossierEvent.Accepted(AT, Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1")),
                new DossierEvent.Accepted(AT, Promise.none(Promise.Missing.CALENDAR_ENDS, 1, "1")),
                new DossierEvent.Refused(AT),
                new DossierEvent.HandedOver(AT, 3180732),
                completed("2026-03-10T10:00:00Z", Optional.of(DUE), true),
                completed("2026-03-11T10:00:00Z", Optional.of(DUE), true),
                completed("2026-03-11T10:00:00.001Z", Optional.of(DUE), true),
                completed("2026-03-11T17:00:00Z", Optional.of(DUE), false),
                completed("2026-03-11T17:00:00Z", Optional.empty(), false),
                new DossierEvent.Returned(AT));
        return all.stream().collect(Collectors.groupingBy(EventPayload::type));
    }

    static List<String> types() {
        return events().keySet().stream().sorted().toList();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyTypeOfEventHasItsFile() {
        Stream<Class<?>> types =
                Arrays.stream(DossierEvent.class.getPermittedSubclasses());
        assertThat(events().values().stream().<Class<?>>map(shapes -> shapes.getFirst().getClass()))
                .containsExactlyInAnyOrderElementsOf(types.toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void eventIsWrittenByteForByteAsInItsFile(String type) throws IOException {
        String lines = logged(events().get(type)).map(event -> event.line() + "\n").collect(Collectors.joining());
        assertThat(Files.readString(FOLDER.resolve(type + "-" + EventPayload.SCHEMA_VERSION + ".ndjson")))
                .isEqualTo(lines);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasWrittenOnceDecodesForEver(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            LoggedEvent decoded = decoded(line);
            assertThat(decoded.line()).isEqualTo(line);
            assertThat(file.getFileName()).hasToString(decoded.type() + "-" + decoded.schemaVersion() + ".ndjson");
        }
    }

    private static DossierEvent completed(String at, Optional<Instant> due, boolean withResult) {
        Instant moment = Instant.parse(at);
        return new DossierEvent.Completed(moment, Timeliness.of(moment, due), withResult);
    }

    private static Stream<LoggedEvent> logged(List<DossierEvent> shapes) {
        return IntStream.range(0, shapes.size()).mapToObj(at -> logged(shapes.get(at), at));
    }

    private static LoggedEvent logged(DossierEvent event, int shape) {
        Map<String, Object> payload = new HashMap<>(EventPayload.of(event));
        payload.put("private", HASH);
        if (shape > 0) {
            payload.put("clockHeld", true);
        }
        return new LoggedEvent(
                UUID.fromString("0195550c-f3c0-7000-8000-00000000000" + shape),
                UUID.fromString("0195550c-f3c0-7000-8000-000000000000"),
                shape + 1,
                EventPayload.type(event),
                EventPayload.SCHEMA_VERSION,
                event.at(),
                AT,
                "CLERK",
                "urn:motcua:dev:agencies|clerk@18073",
                new Routing(3180732, 1318073, 3180732, 1318073),
                payload);
    }

    @SuppressWarnings("unchecked")
    private static LoggedEvent decoded(String line) {
        Map<String, Object> fields = JsonMapper.shared().readValue(line, Map.class);
        return new LoggedEvent(
                UUID.fromString((String) fields.get("id")),
                UUID.fromString((String) fields.get("dossierId")),
                (Integer) fields.get("sequence"),
                (String) fields.get("type"),
                (Integer) fields.get("schemaVersion"),
                Instant.parse((String) fields.get("occurredAt")),
                Instant.parse((String) fields.get("recordedAt")),
                (String) fields.get("actorKind"),
                (String) fields.get("actorRef"),
                new Routing(
                        (Integer) fields.get("receivingAgency"),
                        (Integer) fields.get("receivingUnit"),
                        (Integer) fields.get("competentAgency"),
                        (Integer) fields.get("competentUnit")),
                (Map<String, Object>) fields.get("payload"));
    }
}
