package vn.motcua.bench.twin;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.platform.db.Sql;

/** Runs the service's statements over JDBC, each committed by itself. */
final class TwinDatabase {

    private static final Pattern VALUE = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    private final DataSource pool;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    TwinDatabase(DataSource pool) {
        this.pool = pool;
    }

    /** The text with a place for each value, and the values' names in that order. */
    private record Prepared(String text, List<String> names) {

        static Prepared of(String text) {
            List<String> names = new ArrayList<>();
            Matcher values = VALUE.matcher(text);
            while (values.find()) {
                names.add(values.group(1));
            }
            return new Prepared(VALUE.matcher(text).replaceAll("?"), names);
        }
    }

    <T> List<T> run(Sql sql, Function<Readable, T> row) {
        Prepared statement = prepared.computeIfAbsent(sql.text(), Prepared::of);
        try (Connection connection = pool.getConnection();
                PreparedStatement call = connection.prepareStatement(statement.text)) {
            for (int at = 0; at < statement.names.size(); at++) {
                bind(call, at + 1, sql.values().get(statement.names.get(at)));
            }
            try (ResultSet rows = call.executeQuery()) {
                var readable = new Row(rows);
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.apply(readable));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As text of no type, so that the server infers types from the statement, as it does for the service. */
    private static void bind(PreparedStatement call, int at, Object value) throws SQLException {
        switch (value) {
            case Parameter typed -> call.setObject(at, typed.getValue(), Types.OTHER);
            case Integer number -> call.setInt(at, number);
            case Boolean truth -> call.setBoolean(at, truth);
            case Integer[] numbers ->
                call.setObject(
                        at,
                        Arrays.stream(numbers).map(String::valueOf).collect(Collectors.joining(",", "{", "}")),
                        Types.OTHER);
            default -> call.setObject(at, value.toString(), Types.OTHER);
        }
    }

    /** The current row as the service's mappings read it. */
    private record Row(ResultSet rows) implements Readable {

        @Override
        public <T> T get(int index, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T get(String name, Class<T> type) {
            try {
                Object value = type == Instant.class
                        ? instant(rows.getObject(name, OffsetDateTime.class))
                        : rows.getObject(name, type);
                return type.cast(value);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static Instant instant(OffsetDateTime moment) {
            return moment == null ? null : moment.toInstant();
        }
    }
}
