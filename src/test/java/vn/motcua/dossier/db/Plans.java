package vn.motcua.dossier.db;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.Owner;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.platform.db.Sql;

/** How the database answers the statements of the lists. */
public final class Plans {

    private static final Pattern VALUE = Pattern.compile("(?<![:\\w]):([a-z]\\w*)");

    private Plans() {}

    public static String ofQueue(Wanted wanted, Walk walk) {
        return plan(QueueQuery.statement(wanted, walk));
    }

    public static String ofSearch(List<SearchKey> keys, Set<Integer> agencies, Walk walk) {
        return plan(ApplicantQuery.statement(keys, agencies, walk));
    }

    private static String plan(Sql statement) {
        String text = VALUE.matcher(statement.text())
                .replaceAll(name ->
                        Matcher.quoteReplacement(literal(statement.values().get(name.group(1)))));
        return Owner.rows("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + text).stream()
                .map(line -> line.get("QUERY PLAN").toString())
                .collect(Collectors.joining("\n"));
    }

    private static String literal(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            case Integer[] numbers ->
                Arrays.stream(numbers)
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "CAST('{", "}' AS integer[])"));
            case java.util.UUID id -> "CAST('" + id + "' AS uuid)";
            case java.time.Instant moment -> "CAST('" + moment + "' AS timestamptz)";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
