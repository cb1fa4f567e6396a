package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.platform.db.MigrateCommand;

/** The command of the jar, on a database that it migrates itself. */
class ImportCommandIT {

    private static final Path EXCERPT = Path.of("src/test/resources/reference");
    private static final Path COUNTRY = Path.of("../shared/data");

    private static DatabaseAddress database;

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestDatabase.empty();
        run(
                MigrateCommand.class,
                "migrate",
                "--motcua.migration.url=" + database.getJdbcUrl(),
                "--motcua.migration.user=" + database.getUsername(),
                "--motcua.migration.password=" + database.getPassword());
    }

    @Test
    void saysWhatIsWrongWithTheFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> load(folder.resolve("none"))).hasStackTraceContaining("There is no folder");
        assertThatThrownBy(() -> load(folder)).hasStackTraceContaining("none of these files: units_2024.csv");
        assertThatThrownBy(() -> run(ImportCommand.class, withDatabase("import")))
                .hasStackTraceContaining("Usage: import <folder>");
    }

    @Test
    void refusesAGigabyteOfGarbage(@TempDir Path folder) throws Exception {
        try (var garbage = new RandomAccessFile(folder.resolve("procedures.csv").toFile(), "rw")) {
            garbage.setLength(1L << 30);
        }
        assertThatThrownBy(() -> load(folder)).hasStackTraceContaining("Nothing was imported: 1 bad lines");
        assertThat(newest().path("firstBadLines").path(0).path("reason").asString())
                .isEqualTo("FILE_TOO_LARGE");
    }

    @Test
    void loadsTheExcerptAndThenFindsNothingToChange() {
        load(EXCERPT, "--dry-run");
        JsonNode planned = newest();
        load(EXCERPT);
        JsonNode made = newest();
        load(EXCERPT);
        assertThat(made.path("changes")).isEqualTo(planned.path("changes"));
        assertThat(newest().path("changes")).isEmpty();
        assertThat(newest().path("overview")).isEqualTo(made.path("overview"));
    }

    /** The whole country, where its tables lie beside the project. */
    @Test
    void loadsTheWholeCountryTwiceWithTheSameResult() {
        assumeThat(Files.isDirectory(COUNTRY))
                .as("SKIPPED: the country's tables are not in " + COUNTRY)
                .isTrue();
        load(COUNTRY);
        JsonNode first = newest();
        load(COUNTRY);
        JsonNode second = newest();
        System.out.println("The country: " + second.path("overview"));
        assertThat(second.path("changes")).isEmpty();
        assertThat(second.path("overview")).isEqualTo(first.path("overview"));
        assertThat(numbers(second, "provinces", "communes")).containsExactly(34, 3321);
        assertThat(numbers(second, "oldProvinces", "oldDistricts", "oldCommunes"))
                .containsExactly(63, 696, 10_035);
        assertThat(numbers(second, "successionsOf2025", "laterSuccessions")).containsExactly(11_330, 96);
        assertThat(numbers(second, "procedures", "suspectFees")).containsExactly(2642, 79);
    }

    private static List<Integer> numbers(JsonNode report, String... names) {
        return Stream.of(names)
                .map(name -> report.path("overview").path(name).asInt())
                .toList();
    }

    private static void load(Path folder, String... options) {
        run(
                ImportCommand.class,
                withDatabase(Stream.concat(Stream.of("import", folder.toString()), Stream.of(options))
                        .toArray(String[]::new)));
    }

    private static String[] withDatabase(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--spring.r2dbc.url=r2dbc:postgresql://" + database.host() + ":" + database.port() + "/"
                                        + database.database(),
                                "--spring.r2dbc.username=" + DatabaseAddress.SERVICE,
                                "--spring.r2dbc.password=" + database.getPassword()))
                .toArray(String[]::new);
    }

    private static void run(Class<?> command, String... arguments) {
        var application = new SpringApplication(command);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments).close();
    }

    /** The report of the newest import. */
    private static JsonNode newest() {
        try (Connection owner = database.owner();
                var rows = owner.createStatement()
                        .executeQuery("SELECT report FROM reference_import ORDER BY requested_at DESC LIMIT 1")) {
            rows.next();
            return JsonMapper.shared().readTree(rows.getString(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
