package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.dev.DevIssuers;

/**
 * Who gets what answer where: every operation of the contract, asked by every role from every place, beside the table in
 * {@code access/matrix.txt}, which says what is expected. What was answered stands in {@code target/access-matrix.txt}.
 */
@MovableClockIT
class AccessMatrixIT {

    private static final Path EXPECTED = Path.of("src/test/resources/access/matrix.txt");
    private static final Path ANSWERED = Path.of("target/access-matrix.txt");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    DevIssuers issuers;

    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-16T09:00");
    }

    @Test
    void everybodyGetsTheAnswersOfTheTableAndNoOther() throws IOException {
        var requests = MatrixRequests.about(api);
        List<MatrixCaller> callers = MatrixCaller.all(api, issuers);
        List<String> lines = operations()
                .map(operation -> "%-28s%s"
                        .formatted(
                                operation,
                                callers.stream()
                                        .map(caller -> caller.gap() + requests.ask(operation, caller.token()))
                                        .collect(Collectors.joining()))
                        .stripTrailing())
                .toList();
        Files.write(ANSWERED, lines);
        assertThat(lines).containsExactlyElementsOf(expected());
    }

    @Test
    void noOperationOfTheContractIsMissing() throws IOException {
        assertThat(expected().stream().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(operations().toList());
        assertThat(MatrixRequests.about(api).operations())
                .isEqualTo(operations().collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Without the legend. */
    private static List<String> expected() throws IOException {
        return Files.readAllLines(EXPECTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** What the released program offers, in the order of the contract. */
    private static Stream<String> operations() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("api-spec/openapi.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return document.get("paths").entrySet().stream()
                    .filter(path -> path.getKey().startsWith("/api/"))
                    .flatMap(path -> path.getValue().entrySet().stream())
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .map(operation -> (String) ((Map<?, ?>) operation.getValue()).get("operationId"));
        }
    }
}
