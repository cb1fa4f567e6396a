package vn.motcua.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the contract, as far as it says what may stand in the query and in the headers.
 *
 * @param query the schemas of the parameters in the query, by name
 * @param headers the names of the parameters among the headers
 */
record ContractOperation(HttpMethod method, PathPattern path, Map<String, JsonNode> query, List<String> headers) {

    private static final Pattern DAY = Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    /** Every operation below a path, as the contract lists them. */
    static List<ContractOperation> below(String prefix) {
        return Contract.paths().properties().stream()
                .filter(path -> path.getKey().startsWith(prefix))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> of(method.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    private static ContractOperation of(String method, String path, JsonNode operation) {
        List<JsonNode> parameters = operation
                .path("parameters")
                .valueStream()
                .map(Contract::resolved)
                .toList();
        return new ContractOperation(
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                PathPatternParser.defaultInstance.parse(path),
                in("query", parameters)
                        .collect(Collectors.toMap(
                                ContractOperation::name, parameter -> Contract.resolved(parameter.path("schema")))),
                in("header", parameters).map(ContractOperation::name).toList());
    }

    private static Stream<JsonNode> in(String place, Collection<JsonNode> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asString().equals(place));
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").stringValue();
    }

    boolean isCalledBy(ServerHttpRequest request) {
        return method.equals(HttpMethod.HEAD.equals(request.getMethod()) ? HttpMethod.GET : request.getMethod())
                && path.matches(request.getPath().pathWithinApplication());
    }

    /** What is wrong with the request's query or headers, if anything is. */
    Optional<Problem> fault(ServerHttpRequest request) {
        return wrongParameter(request.getQueryParams())
                .map(ContractOperation::invalid)
                .or(() -> repeatedHeader(request.getHeaders()));
    }

    private Optional<String> wrongParameter(MultiValueMap<String, String> sent) {
        return new TreeMap<>(sent)
                .entrySet().stream()
                        .filter(parameter -> !isRight(parameter.getKey(), parameter.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private boolean isRight(String name, List<String> values) {
        JsonNode schema = query.get(name);
        return schema != null
                && values.size() == 1
                && isRight(schema, Objects.requireNonNullElse(values.getFirst(), ""));
    }

    private static boolean isRight(JsonNode schema, String value) {
        if (schema.has("enum")) {
            return schema.path("enum")
                    .valueStream()
                    .anyMatch(choice -> choice.asString().equals(value));
        }
        return switch (schema.path("type").asString("")) {
            case "integer" -> isNumber(schema, value);
            case "array" -> isList(Contract.resolved(schema.path("items")), value);
            default -> schema.path("format").asString("").equals("date") ? isDay(value) : isText(schema, value);
        };
    }

    private static boolean isNumber(JsonNode schema, String value) {
        return NUMBER.matcher(value).matches()
                && Integer.parseInt(value) >= schema.path("minimum").asInt(Integer.MIN_VALUE)
                && Integer.parseInt(value) <= schema.path("maximum").asInt(Integer.MAX_VALUE);
    }

    private static boolean isList(JsonNode items, String value) {
        return Arrays.stream(value.split(",", -1)).allMatch(item -> isRight(items, item));
    }

    /** Its length is counted in characters, as JSON Schema does. */
    private static boolean isText(JsonNode schema, String value) {
        return value.codePointCount(0, value.length())
                        <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && PlainText.isPlain(value, false);
    }

    private static boolean isDay(String value) {
        try {
            return DAY.matcher(value).matches() && LocalDate.parse(value) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** Names it unless that could be more than a name. */
    private static Problem invalid(String name) {
        Problem problem = new Problem(ProblemType.INVALID_PARAMETER);
        return NAME.matcher(name).matches() ? problem.with("parameter", name) : problem;
    }

    private Optional<Problem> repeatedHeader(HttpHeaders sent) {
        return headers.stream()
                .filter(name -> sent.getOrEmpty(name).size() > 1)
                .map(name -> new Problem(
                        name.equals("Idempotency-Key")
                                ? ProblemType.MALFORMED_IDEMPOTENCY_KEY
                                : ProblemType.INVALID_REQUEST))
                .findFirst();
    }
}
