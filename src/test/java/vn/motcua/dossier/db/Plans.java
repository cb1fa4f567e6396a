package vn.motcua.dossier.db;

import io.r2dbc.spi.Parameter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.application.RoutingExceptions.Place;
import vn.motcua.identity.Scope;
import vn.motcua.platform.db.Sql;

/** How the database answers the statements of the lists. */
public final class Plans {

    private static final Pattern VALUE = Pattern.compile("(?<![:\\w]):([a-z]\\w*)");

    private Plans() {}

    public static String ofQueue(Wanted wanted, Walk walk) {
        return plans(QueueQuery.statement(wanted, walk));
    }

    public static String ofSearch(List<SearchKey> keys, Set<Integer> agencies, Walk walk) {
        return plans(ApplicantQuery.statement(keys, agencies, walk));
    }

    public static String ofExceptions(Scope scope, Optional<Place> after) {
        return plans(RoutingExceptionTable.statement(scope, after, 20));
    }

    /** As the driver sends it, with parameters: planned for these values, and once for any. The server chooses either. */
    private static String plans(Sql statement) {
        try (Connection owner = TestDatabase.owner()) {
            return of(owner, statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String of(Connection owner, Sql statement) throws SQLException {
        List<String> names = List.copyOf(statement.values().keySet());
        String text = VALUE.matcher(statement.text()).replaceAll(name -> "\\$" + (1 + names.indexOf(name.group(1))));
        String types = list(names, name -> type(statement.values().get(name)));
        String values = list(names, name -> literal(statement.values().get(name)));
        try (Statement session = owner.createStatement()) {
            session.execute("PREPARE list (" + types + ") AS " + text);
            var plans = new StringBuilder();
            for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                session.execute("SET plan_cache_mode = " + mode);
                plans.append(mode).append('\n');
                try (ResultSet lines =
                        session.executeQuery("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) EXECUTE list (" + values + ")")) {
                    while (lines.next()) {
                        plans.append(lines.getString(1)).append('\n');
                    }
                }
            }
            session.execute("DEALLOCATE list");
            return plans.toString();
        }
    }

    private static String list(List<String> names, Function<String, String> each) {
        return names.stream().map(each).collect(Collectors.joining(", "));
    }

    private static String type(Object value) {
        return switch (value) {
            case Integer number -> "integer";
            case Long number -> "bigint";
            case LocalDate day -> "date";
            case Boolean truth -> "boolean";
            case Integer[] numbers -> "integer[]";
            case UUID id -> "uuid";
            case Instant moment -> "timestamptz";
            default -> "varchar";
        };
    }

    private static String literal(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Boolean truth -> truth.toString();
            case Integer[] numbers ->
                Arrays.stream(numbers)
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "CAST('{", "}' AS integer[])"));
            case UUID id -> "CAST('" + id + "' AS uuid)";
            case Instant moment -> "CAST('" + moment + "' AS timestamptz)";
            case Parameter given -> given.getValue() == null ? "NULL" : literal(given.getValue());
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
