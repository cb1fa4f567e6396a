package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.motcua.dossier.Authority;
import vn.motcua.dossier.BoundaryRule;
import vn.motcua.dossier.ClockStart;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierFixtures;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Holder;
import vn.motcua.dossier.Milestones;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.Source;
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

    private static final Routing AT_HOME = new Routing(3180732, 1318073, 3180732, 1318073);
    private static final Routing ELSEWHERE = new Routing(3180731, 1318073, 3187542, 1318754);
    private static final Routing UNSETTLED = new Routing(3180731, 1318073, 3180731, 1318754, false);

    private static final Holder DESK = new Holder(3180731, 1318073);

    /** An event of a dossier that goes a certain way. */
    private record Shape(DossierEvent event, Routing routing, boolean imported) {

        Shape(DossierEvent event, Routing routing) {
            this(event, routing, false);
        }

        String file() {
            return EventPayload.type(event) + "-" + logged(this, 0).schemaVersion();
        }

        /** Filed the day before, with the answer of the desk due on the day after. */
        Dossier after() {
            Dossier any = DossierFixtures.dossier(
                    Optional.of(DossierStatus.REGISTERED), routing, DossierFixtures.MATTER, clock());
            return new Dossier(
                    any.id(),
                    any.version(),
                    any.status(),
                    any.tracking(),
                    any.code(),
                    any.routing(),
                    any.matter(),
                    Milestones.filed(AT.minus(Duration.ofDays(1)), Optional.of(AT.plus(Duration.ofDays(1)))),
                    any.clock(),
                    any.handedOverTo(),
                    any.lastEventAt());
        }

        /** What ends had been promised for one day before it was due. */
        private Optional<ClockStart> clock() {
            return switch (event) {
                case DossierEvent.Accepted accepted -> Optional.of(accepted.clock());
                case DossierEvent.Completed completed ->
                    completed.timeliness().dueOn().map(_ -> extended());
                default -> Optional.empty();
            };
        }

        private static Promise extended() {
            return new Promise(
                    Optional.of(DUE.minus(Duration.ofDays(1))), Optional.of(DUE), Optional.empty(), false, 1, "CLK-1");
        }
    }

    /** Every type and version, in each of its shapes. */
    static Map<String, List<Shape>> events() {
        return Stream.of(usual().map(event -> new Shape(event, AT_HOME)), routed(), filedForAnother(), imported())
                .flatMap(shapes -> shapes)
                .collect(Collectors.groupingBy(Shape::file));
    }

    private static Stream<Shape> routed() {
        DossierEvent filed = new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.empty());
        Instant nationwide = Instant.parse("2026-08-04T17:00:00Z");
        ClockWait reception = new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12");
        DossierEvent announced = new DossierEvent.Announced(
                AT,
                DossierFixtures.MATTER,
                Instant.parse("2026-03-03T02:00:00.123Z"),
                List.of(new DossierEvent.AnnouncedFile(104857600, HASH)));
        return Stream.of(
                new Shape(announced, UNSETTLED),
                new Shape(announced, ELSEWHERE),
                new Shape(filed, UNSETTLED),
                new Shape(filed, ELSEWHERE),
                new Shape(new DossierEvent.Filed(nationwide, DossierFixtures.MATTER, Optional.empty()), ELSEWHERE),
                new Shape(new DossierEvent.Refused(AT), UNSETTLED),
                new Shape(
                        new DossierEvent.Routed(
                                AT, 3187542, 1318754, Optional.of(BoundaryRule.WITHIN_THE_PROVINCE), DESK),
                        ELSEWHERE),
                new Shape(
                        new DossierEvent.Routed(AT, 3187542, 1318754, Optional.of(BoundaryRule.NATIONWIDE), DESK),
                        ELSEWHERE),
                new Shape(new DossierEvent.Routed(AT, 3180732, 1318073, Optional.empty(), DESK), AT_HOME),
                new Shape(new DossierEvent.Accepted(AT, reception), ELSEWHERE),
                new Shape(new DossierEvent.Accepted(AT, new ClockWait(ClockWait.For.FEE, "CLK-1.14")), AT_HOME),
                new Shape(new DossierEvent.Received(AT, Optional.of(Promise.due(DUE, false, 1, "CLK-1"))), ELSEWHERE),
                new Shape(
                        new DossierEvent.Received(
                                AT, Optional.of(Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "CLK-1"))),
                        ELSEWHERE),
                new Shape(new DossierEvent.Received(AT, Optional.empty()), ELSEWHERE),
                new Shape(new DossierEvent.Completed(AT, Timeliness.notStarted(AT), true), AT_HOME));
    }

    /** By every authority, and the end of one; and what changes nothing else either. */
    private static Stream<Shape> filedForAnother() {
        Stream<DossierEvent> others = Stream.of(
                new DossierEvent.RepresentationEnded(AT, LocalDate.parse("2026-03-02")),
                new DossierEvent.DeadlineWarned(AT, DossierFixtures.WARNING));
        return Stream.concat(
                byAuthorities(),
                Stream.concat(DossierFixtures.RECOMPUTED.stream(), others).map(event -> new Shape(event, AT_HOME)));
    }

    private static Stream<Shape> byAuthorities() {
        Instant soon = Instant.parse("2026-03-03T02:00:00.123Z");
        return Arrays.stream(Authority.Kind.values())
                .map(Optional::of)
                .flatMap(kind -> Stream.of(
                        new Shape(
                                new DossierEvent.Announced(AT, DossierFixtures.MATTER, soon, List.of(), kind),
                                ELSEWHERE),
                        new Shape(
                                new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.of(soon), kind), AT_HOME)));
    }

    /** Whatever is not announced. */
    private static Stream<Shape> imported() {
        return Stream.concat(
                        usual().map(event -> new Shape(event, AT_HOME, true)),
                        Stream.of(
                                new Shape(
                                        new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.empty()),
                                        ELSEWHERE,
                                        true),
                                new Shape(
                                        new DossierEvent.Accepted(
                                                AT, new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12")),
                                        ELSEWHERE,
                                        true),
                                new Shape(
                                        new DossierEvent.Received(AT, Optional.of(Promise.due(DUE, false, 1, "CLK-1"))),
                                        ELSEWHERE,
                                        true)))
                .filter(shape -> !(shape.event() instanceof DossierEvent.Announced));
    }

    private static Stream<DossierEvent> usual() {
        return Stream.of(
                new DossierEvent.Announced(
                        AT,
                        DossierFixtures.MATTER,
                        Instant.parse("2026-03-03T02:00:00.123Z"),
                        List.of(new DossierEvent.AnnouncedFile(104857600, HASH))),
                new DossierEvent.Filed(
                        AT, DossierFixtures.MATTER, Optional.of(Instant.parse("2026-03-03T02:00:00.123Z"))),
                new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.empty()),
                new DossierEvent.Accepted(AT, Promise.due(DUE, true, 1, "1")),
                new DossierEvent.Accepted(AT, Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1")),
                new DossierEvent.Accepted(AT, Promise.none(Promise.Missing.CALENDAR_ENDS, 1, "1")),
                new DossierEvent.Accepted(AT, Promise.due(DUE, false, 1, "CLK-1"), Optional.of(2)),
                new DossierEvent.Refused(AT),
                new DossierEvent.HandedOver(AT, 3180732),
                completed("2026-03-10T10:00:00Z", Optional.of(DUE), true),
                completed("2026-03-11T10:00:00Z", Optional.of(DUE), true),
                completed("2026-03-11T10:00:00.001Z", Optional.of(DUE), true),
                completed("2026-03-11T17:00:00Z", Optional.of(DUE), false),
                completed("2026-03-11T17:00:00Z", Optional.empty(), false),
                new DossierEvent.Returned(AT));
    }

    static List<String> typesAndVersions() {
        return events().keySet().stream().sorted().toList();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyTypeOfEventHasItsFile() {
        Stream<Class<?>> types = Arrays.stream(DossierEvent.class.getPermittedSubclasses());
        assertThat(events().values().stream()
                        .<Class<?>>map(shapes -> shapes.getFirst().event().getClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(types.toList());
    }

    @ParameterizedTest
    @MethodSource("typesAndVersions")
    void eventIsWrittenByteForByteAsInItsFile(String name) throws IOException {
        String lines =
                logged(events().get(name)).map(event -> event.line() + "\n").collect(Collectors.joining());
        assertThat(Files.readString(FOLDER.resolve(name + ".ndjson"))).isEqualTo(lines);
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

    private static Stream<LoggedEvent> logged(List<Shape> shapes) {
        return IntStream.range(0, shapes.size()).mapToObj(at -> logged(shapes.get(at), at));
    }

    private static LoggedEvent logged(Shape one, int shape) {
        DossierEvent event = one.event();
        Map<String, Object> payload = new HashMap<>(EventPayload.of(event, one.after(), AT));
        payload.put("private", HASH);
        if (shape > 0) {
            payload.put("clockHeld", true);
        }
        LoggedEvent logged = new LoggedEvent(
                UUID.fromString("0195550c-f3c0-7000-8000-00000000000" + shape),
                UUID.fromString("0195550c-f3c0-7000-8000-000000000000"),
                shape + 1,
                EventPayload.type(event),
                EventPayload.schemaVersion(event, one.routing()),
                event.at(),
                AT,
                "CLERK",
                "urn:motcua:dev:agencies|clerk@18073",
                one.routing(),
                payload);
        return one.imported() ? logged.imported(new Source("old", "HS.0001-2024")) : logged;
    }

    @SuppressWarnings("unchecked")
    private static LoggedEvent decoded(String line) {
        Map<String, Object> fields = JsonMapper.shared().readValue(line, Map.class);
        var payload = (Map<String, Object>) fields.get("payload");
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
                        (Integer) fields.get("competentUnit"),
                        LoggedEvent.isSettled(payload)),
                payload);
    }
}
