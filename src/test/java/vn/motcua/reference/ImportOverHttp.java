package vn.motcua.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.Api;
import vn.motcua.dev.DatabaseAddress;

/** The service on a database of its own, an operator, and a small excerpt: all of Huế, some procedures, the holidays. */
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
abstract class ImportOverHttp {

    static final Path EXCERPT = Path.of("src/test/resources/reference");
    private static final List<String> TABLES = List.of(
            "administrative_unit",
            "unit_succession",
            "agency",
            "agency_version",
            "agency_identifier",
            "procedure_version",
            "procedure_variant",
            "procedure_decider",
            "calendar_version",
            "calendar_day",
            "reference_version");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseAddress database;

    Api api;
    String operator;

    @BeforeEach
    void signIn() {
        api = new Api(port);
        operator = api.token("operator");
    }

    /** Whatever a test did, the next one finds no import that runs. */
    @AfterEach
    void endAll() {
        owner("UPDATE reference_import SET state = 'INTERRUPTED', finished_at = heartbeat_at WHERE state = 'RUNNING'");
    }

    static Form form() {
        var form = new Form();
        Stream.of(SourceFile.values()).forEach(file -> form.file(EXCERPT.resolve(file.fileName())));
        return form;
    }

    /** Asks until it has ended; the service itself says when nothing is heard of it any more. */
    Api.Reply ended(Api.Reply begun) {
        return untilIt("state", "DONE", begun);
    }

    /** Asks until a field says something, or the import has ended. */
    Api.Reply untilIt(String field, String says, Api.Reply begun) {
        while (true) {
            Api.Reply now = api.get(operator, begun.header("Location").orElseThrow(), "Accept-Language", "en")
                    .is(200);
            if (now.string(field).equals(says) || !now.string("state").equals("RUNNING")) {
                return now;
            }
        }
    }

    static String read(String file) {
        try {
            return Files.readString(EXCERPT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A number for the whole content of each table. */
    Map<String, Long> state() {
        var state = new TreeMap<String, Long>();
        TABLES.forEach(table -> state.put(
                table,
                count("SELECT coalesce(sum(hashtextextended(t::text, 0)::numeric) % 1000000007, 0) FROM " + table
                        + " t")));
        return state;
    }

    long count(String query) {
        try (Connection owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void owner(String statement) {
        try (Connection owner = database.owner();
                var sent = owner.createStatement()) {
            sent.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
