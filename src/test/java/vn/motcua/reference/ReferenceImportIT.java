package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.Api;
import vn.motcua.AtOnce;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.reference.application.ImportLost;
import vn.motcua.reference.application.ImportRegister;
import vn.motcua.reference.application.ReferenceStore;
import vn.motcua.territory.application.Territories;

/** Imports by the endpoint, of a small excerpt: everything of Huế, some procedures, the holidays. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.dev.embedded-database=false",
            "motcua.dev.data=target/dev-data",
            "management.server.port=0",
            "motcua.edge.upload=2MB",
            "spring.webflux.multipart.max-disk-usage-per-part=1MB"
        })
@ActiveProfiles("dev")
@Import(OwnDatabase.class)
class ReferenceImportIT {

    private static final Path EXCERPT = Path.of("src/test/resources/reference");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final List<String> TABLES = List.of(
            "administrative_unit", "unit_succession", "agency", "agency_version", "agency_identifier",
            "procedure_version", "procedure_variant", "procedure_decider", "calendar_version", "calendar_day",
            "reference_version");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseAddress database;

    @Autowired
    ReferenceStore store;

    @Autowired
    ImportRegister register;

    @Autowired
    Territories territories;

    private Api api;
    private String operator;
    private Map<String, Long> before;

    @BeforeEach
    void signIn() {
        api = new Api(port);
        operator = api.token("operator");
        before = state();
    }

    /** Whatever a test did, the next one finds no import that runs. */
    @AfterEach
    void endAll() {
        owner("UPDATE reference_import SET state = 'INTERRUPTED', finished_at = heartbeat_at WHERE state = 'RUNNING'");
    }

    @Test
    void dryRunSaysWhatWouldChangeAndChangesNothing() {
        Api.Reply ended = ended(form().post(port, operator, "?dryRun=true").is(202));
        assertThat(ended.string("state")).isEqualTo("DONE");
        assertThat(ended.body().path("report").path("changes")).isNotEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void loadsTheExcerptOnceAndFindsNothingTheSecondTime() {
        Api.Reply first = ended(form().post(port, operator, "").is(202));
        assertThat(first.string("state")).as(first.text()).isEqualTo("DONE");
        assertThat(first.body().path("files").path(0).path("linesTotal").asInt()).isEqualTo(144);
        assertThat(first.body().path("report").path("badLineCount").asInt()).isZero();
        assertThat(territories.current().map(all -> all.versionsOf("46")).block()).hasSize(2);
        assertThat(count("SELECT count(*) FROM administrative_unit u JOIN administrative_unit p ON u.parent = p.version"
                        + " WHERE p.code = '46' AND u.valid_to IS NULL"))
                .isEqualTo(40);
        assertThat(count("SELECT count(*) FROM agency_version v JOIN administrative_unit u ON u.version = v.unit"
                        + " WHERE u.parent = 1100046"))
                .isEqualTo(80);
        Map<String, Long> loaded = state();

        Api.Reply second = ended(form().post(port, operator, "").is(202));
        assertThat(second.string("state")).isEqualTo("DONE");
        assertThat(second.body().path("report").path("changes")).isEmpty();
        assertThat(second.body().path("report").path("overview"))
                .isEqualTo(first.body().path("report").path("overview"));
        assertThat(state()).isEqualTo(loaded);
    }

    @Test
    void oneBadLineKeepsEverythingOut() {
        Api.Reply ended = ended(new Form()
                .file(EXCERPT.resolve("units_2024.csv"))
                .file("units_2025.csv", read("units_2025.csv") + "19999,Xã Mới,xa,99\n")
                .post(port, operator, "", "Accept-Language", "en")
                .is(202));
        assertThat(ended.string("state")).isEqualTo("REFUSED");
        assertThat(ended.body().path("report").path("badLines").path(0).toString())
                .contains("units_2025.csv", "\"line\":43", "unknown-parent", "\"detail\":\"99\"");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void importThatBreaksHalfWayKeepsNothing() {
        owner("""
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$
            """);
        owner("GRANT EXECUTE ON FUNCTION die() TO motcua_service");
        owner("CREATE TRIGGER die AFTER INSERT ON calendar_version EXECUTE FUNCTION die()");
        try {
            Api.Reply ended = ended(new Form()
                    .file("units_2024.csv", "code,name,kind,level,parent_code\n97,Tỉnh Thử,tinh,tinh,\n")
                    .file("holidays_vn.csv", read("holidays_vn.csv") + "2028-01-03,off,Nghỉ bù,Thử,official\n")
                    .post(port, operator, "")
                    .is(202));
            assertThat(ended.string("state")).isEqualTo("FAILED");
            assertThat(state()).isEqualTo(before);
        } finally {
            owner("DROP TRIGGER die ON calendar_version");
            owner("DROP FUNCTION die()");
        }
    }

    @Test
    void ofTwoPlansOnTheSameStateOneIsMade() throws Exception {
        Loaded loaded = Objects.requireNonNull(store.fresh().block());
        ImportPlan plan = plan(loaded, "97,Tỉnh Thử Hai,tinh,\n");
        UUID running = running();
        List<Boolean> made = AtOnce.all(List.of(() -> applied(plan, running), () -> applied(plan, running)));
        assertThat(made).containsExactlyInAnyOrder(true, false);
        assertThat(plan(Objects.requireNonNull(store.fresh().block()), "97,Tỉnh Thử Hai,tinh,\n").changesNothing())
                .isTrue();
    }

    @Test
    void whoWasGivenUpChangesNothing() {
        ImportPlan plan = plan(Objects.requireNonNull(store.fresh().block()), "98,Tỉnh Thử Ba,tinh,\n");
        UUID running = running();
        register.tidy(NOW.plusSeconds(1), NOW.minusSeconds(60)).block();
        assertThatThrownBy(() -> applied(plan, running)).isInstanceOf(ImportLost.class);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void oneRunsAtATimeAndTheOtherIsNamed() {
        UUID running = UUID.randomUUID();
        begin(running, Instant.now());
        Api.Reply refused = form().post(port, operator, "").is(409);
        assertThat(refused.problem()).isEqualTo("import-running");
        assertThat(refused.string("detail")).contains(running.toString());
    }

    @Test
    void whatIsSilentForHalfAMinuteIsInterruptedAndMakesRoom() {
        UUID silent = UUID.randomUUID();
        begin(silent, Instant.now().minusSeconds(31));
        assertThat(api.get(operator, "/api/v1/reference-imports/" + silent).is(200).string("state"))
                .isEqualTo("INTERRUPTED");
        ended(form().post(port, operator, "?dryRun=true").is(202));
        assertThat(count("SELECT count(*) FROM reference_import WHERE id = '" + silent + "' AND state = 'INTERRUPTED'"))
                .isEqualTo(1);
    }

    @Test
    void theSameKeyAndFilesAreTheSameImport() {
        String key = UUID.randomUUID().toString();
        Api.Reply first = form().post(port, operator, "?dryRun=true", "Idempotency-Key", key).is(202);
        Api.Reply again = form().post(port, operator, "?dryRun=true", "Idempotency-Key", key).is(202);
        assertThat(again.string("id")).isEqualTo(first.string("id"));
        assertThat(again.header("Location")).hasValue("/api/v1/reference-imports/" + first.string("id"));
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(form().post(port, operator, "", "Idempotency-Key", key).is(422).problem())
                .isEqualTo("idempotency-key-reused");
        ended(first);
    }

    @Test
    void onlyOperatorsImport() {
        for (String persona : List.of("citizen", "clerk", "auditor")) {
            String token = api.token(persona);
            assertThat(form().post(port, token, "").is(403).problem()).isEqualTo("forbidden");
            assertThat(api.get(token, "/api/v1/reference-imports").is(403).problem()).isEqualTo("forbidden");
        }
        assertThat(form().post(port, "none", "").is(401).status()).isEqualTo(401);
    }

    @Test
    void refusesAFormThatIsNoImport() {
        assertThat(new Form().file("units.csv", "a\n").post(port, operator, "").is(422).text())
                .contains("/files/0");
        assertThat(new Form()
                        .file("holidays_vn.csv", "a\n")
                        .file("holidays_vn.csv", "b\n")
                        .post(port, operator, "")
                        .is(422)
                        .text())
                .contains("/files/1");
        assertThat(new Form().field("files", "x").post(port, operator, "").is(422).text())
                .contains("wrong-type");
        assertThat(new Form().field("other", "x").post(port, operator, "").is(422).text())
                .contains("missing-field");
        assertThat(new Form().post(port, operator, "").status()).isIn(400, 422);
        assertThat(form().post(port, operator, "?dryRun=maybe").is(400).problem()).isEqualTo("invalid-parameter");
        assertThat(api.post(operator, "/api/v1/reference-imports", "{}").is(415).problem())
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNoFileBehind() {
        List<Path> files = uploads();
        assertThat(new Form().file("procedures.csv", "x".repeat(1_200_000)).post(port, operator, "").is(413).problem())
                .isEqualTo("payload-too-large");
        assertThat(new Form()
                        .file("procedures.csv", "x".repeat(900_000))
                        .file("units_2025.csv", "x".repeat(900_000))
                        .file("units_2024.csv", "x".repeat(900_000))
                        .post(port, operator, "")
                        .is(413)
                        .problem())
                .isEqualTo("payload-too-large");
        ended(new Form().file("procedures.csv", "\u0000garbage").post(port, operator, "").is(202));
        assertThat(uploads()).isEqualTo(files);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<String> made = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            made.addFirst(ended(form().post(port, operator, "?dryRun=true").is(202)).string("id"));
        }
        Api.Reply first = api.get(operator, "/api/v1/reference-imports?limit=2").is(200);
        Api.Reply second = api.get(
                        operator, "/api/v1/reference-imports?limit=2&cursor=" + first.string("next"))
                .is(200);
        List<String> listed = Stream.of(first, second)
                .flatMap(page -> page.body().path("items").valueStream())
                .map(item -> item.path("id").asString())
                .toList();
        assertThat(listed).startsWith(made.toArray(String[]::new));
        assertThat(api.get(operator, "/api/v1/reference-imports?cursor=forged").is(400).problem())
                .isEqualTo("invalid-cursor");
        assertThat(api.get(operator, "/api/v1/reference-imports/" + UUID.randomUUID()).is(404).problem())
                .isEqualTo("not-found");
    }

    private static Form form() {
        var form = new Form();
        Stream.of(SourceFile.values()).forEach(file -> form.file(EXCERPT.resolve(file.fileName())));
        return form;
    }

    /** Asks until it has ended; the service itself says when nothing is heard of it any more. */
    private Api.Reply ended(Api.Reply begun) {
        while (true) {
            Api.Reply now = api.get(operator, begun.header("Location").orElseThrow(), "Accept-Language", "en").is(200);
            if (!now.string("state").equals("RUNNING")) {
                return now;
            }
        }
    }

    private static ImportPlan plan(Loaded loaded, String lines) {
        return ReferenceFixtures.tables()
                .with(SourceFile.UNITS_2025, lines)
                .planOn(loaded, LocalDate.of(2026, 11, 21));
    }

    private UUID running() {
        UUID id = UUID.randomUUID();
        begin(id, NOW);
        return id;
    }

    private void begin(UUID id, Instant moment) {
        register.begin(new ImportRegister.Request(id, "test", Optional.empty(), "0".repeat(64), false, moment))
                .block();
    }

    private boolean applied(ImportPlan plan, UUID id) {
        var end = new ImportRegister.End(
                id,
                ImportState.DONE,
                new Progress(Progress.Stage.ENDED, List.of()),
                Optional.of(ImportReport.of(plan)),
                NOW);
        return Boolean.TRUE.equals(store.apply(plan, end).block());
    }

    private static String read(String file) {
        try {
            return Files.readString(EXCERPT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> uploads() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("motcua-upload-"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A number for the whole content of each table. */
    private Map<String, Long> state() {
        var state = new TreeMap<String, Long>();
        TABLES.forEach(table -> state.put(
                table, count("SELECT coalesce(sum(hashtextextended(t::text, 0)::numeric) % 1000000007, 0) FROM " + table + " t")));
        return state;
    }

    private long count(String query) {
        try (Connection owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void owner(String statement) {
        try (Connection owner = database.owner();
                var sent = owner.createStatement()) {
            sent.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
