package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract promises what the program does, and nothing else. */
@MotcuaIT
class HandlerParityIT {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyOperationHasOneHandlerAndEveryHandlerItsOperation() throws IOException {
        assertThat(handlers()).containsExactlyInAnyOrderElementsOf(operations());
    }

    @Test
    void everyHandlerOfTheApiIsNamedAsItsOperation() throws IOException {
        assertThat(ours(entry -> Stream.of(entry.getValue().getMethod().getName()), true))
                .containsExactlyInAnyOrderElementsOf(contract().entrySet().stream()
                        .filter(path -> path.getKey().startsWith("/api/"))
                        .flatMap(path -> path.getValue().entrySet().stream())
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> (String) ((Map<?, ?>) operation.getValue()).get("operationId"))
                        .toList());
    }

    private List<String> handlers() {
        return ours(
                entry -> entry.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path.getPatternString())),
                false);
    }

    /** Of the packages that serve; a test may bring handlers of its own. */
    private List<String> ours(
            Function<Map.Entry<RequestMappingInfo, HandlerMethod>, Stream<String>> what, boolean api) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isMain(entry.getValue().getBeanType()))
                .filter(entry ->
                        !api || !entry.getValue().getBeanType().getPackageName().startsWith("vn.motcua.dev"))
                .flatMap(what)
                .toList();
    }

    private static boolean isMain(Class<?> type) {
        return type.getPackageName().startsWith("vn.motcua")
                && type.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .endsWith("/classes/");
    }

    private static List<String> operations() throws IOException {
        return contract().entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private static Map<String, Map<String, Object>> contract() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("api-spec/openapi.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return document.get("paths");
        }
    }
}
