package vn.motcua.reporting.application;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether two answers to the same question say the same. Names of things and the order of rows do not matter. */
public final class AnswerDifference {

    private static final List<String> COUNTS = List.of(
            "received",
            "carriedOver",
            "early",
            "onTime",
            "overdue",
            "withdrawn",
            "stopped",
            "resolvedWithoutDue",
            "pendingInTime",
            "pendingOverdue",
            "pendingPaused",
            "pendingWithoutDue",
            "stoppedOverdue",
            "withdrawnOverdue",
            "pendingNotStarted",
            "numerator",
            "denominator",
            "rate",
            "rateLow",
            "rateHigh",
            "count");

    private AnswerDifference() {}

    /**
     * The first difference, in words.
     *
     * @param given the answer of a service; what it withholds is not compared
     * @param counted what a recount says
     */
    public static Optional<String> first(Map<String, Object> given, Map<String, Object> counted) {
        Optional<String> about = Stream.of("from", "to", "view")
                .filter(name -> !String.valueOf(given.get(name)).equals(String.valueOf(counted.get(name))))
                .map(name -> "the answer is about another question: %s is %s, asked was %s"
                        .formatted(name, given.get(name), counted.get(name)))
                .findFirst();
        if (about.isPresent()) {
            return about;
        }
        Map<String, Map<?, ?>> rowsGiven = rows(given);
        Map<String, Map<?, ?>> rowsCounted = rows(counted);
        return Stream.of(
                        rowsGiven.keySet().stream(),
                        rowsCounted.keySet().stream().filter(key -> !rowsGiven.containsKey(key)))
                .flatMap(keys -> keys)
                .flatMap(
                        key -> row(key, rowsGiven.getOrDefault(key, Map.of()), rowsCounted.getOrDefault(key, Map.of())))
                .findFirst();
    }

    /** True when a dossier stands in it. */
    static boolean holdsAnything(Map<?, ?> row) {
        return COUNTS.stream().anyMatch(name -> number(row.get(name)).signum() != 0);
    }

    private static Map<String, Map<?, ?>> rows(Map<String, Object> answer) {
        Map<String, Map<?, ?>> rows = new LinkedHashMap<>();
        if (answer.get("rows") instanceof List<?> lines) {
            lines.forEach(line -> {
                if (line instanceof Map<?, ?> row) {
                    rows.put("row " + key(row.get("key")), row);
                }
            });
        }
        if (answer.get("total") instanceof Map<?, ?> total) {
            rows.put("total", total);
        }
        return rows;
    }

    private static String key(@Nullable Object key) {
        if (!(key instanceof Map<?, ?> members)) {
            return "";
        }
        if (members.get("unit") instanceof Map<?, ?> unit) {
            return "unit " + unit.get("code") + " of " + unit.get("validFrom");
        }
        if (members.get("agency") instanceof Map<?, ?> agency) {
            return "agency " + agency.get("id");
        }
        if (members.get("procedure") instanceof Map<?, ?> procedure) {
            return "procedure " + procedure.get("code");
        }
        return members.entrySet().stream()
                .map(member -> member.getKey() + " " + member.getValue())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> row(String key, Map<?, ?> given, Map<?, ?> counted) {
        if (Boolean.TRUE.equals(given.get("suppressed"))) {
            return Stream.of();
        }
        Stream<String> rates = given.isEmpty() ? Stream.of() : rates(key, given.get("rates"), counted.get("rates"));
        return Stream.concat(
                Stream.concat(members(key, given, counted), rates),
                members(key + " unplaced", map(given.get("unplaced")), map(counted.get("unplaced"))));
    }

    private static Stream<String> rates(String key, @Nullable Object given, @Nullable Object counted) {
        Map<Object, Map<?, ?>> others = byDefinition(counted);
        Map<Object, Map<?, ?>> told = byDefinition(given);
        Stream<String> missing = others.keySet().stream()
                .filter(definition -> !told.containsKey(definition))
                .map(definition -> "%s: the answer says no rate of %s".formatted(key, definition));
        return Stream.concat(
                missing,
                told.entrySet().stream()
                        .flatMap(rate -> members(
                                key + " " + rate.getKey(),
                                rate.getValue(),
                                others.getOrDefault(rate.getKey(), Map.of()))));
    }

    private static Map<Object, Map<?, ?>> byDefinition(@Nullable Object rates) {
        Map<Object, Map<?, ?>> found = new LinkedHashMap<>();
        list(rates).forEach(rate -> found.put(String.valueOf(map(rate).get("definition")), map(rate)));
        return found;
    }

    /** What is not there is nought: a row that holds nothing may be left out. */
    private static Stream<String> members(String where, Map<?, ?> given, Map<?, ?> counted) {
        return COUNTS.stream()
                .filter(name -> number(given.get(name)).compareTo(number(counted.get(name))) != 0)
                .map(name -> "%s: %s is %s, the log says %s"
                        .formatted(where, name, number(given.get(name)), number(counted.get(name))));
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> members ? members : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> values ? values : List.of();
    }
}
