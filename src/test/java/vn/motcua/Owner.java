package vn.motcua;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The database as its owner sees it, for assertions about what was really written. */
public final class Owner {

    private Owner() {}

    public static List<Map<String, Object>> rows(String query, Object... values) {
        try (Connection owner = TestDatabase.owner();
                PreparedStatement statement = prepared(owner, query, values);
                ResultSet result = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one number that the query answers. */
    public static long number(String query, Object... values) {
        return ((Number) rows(query, values).getFirst().values().iterator().next()).longValue();
    }

    public static void run(String statement, Object... values) {
        try (Connection owner = TestDatabase.owner();
                PreparedStatement prepared = prepared(owner, statement, values)) {
            prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
            row.put(result.getMetaData().getColumnLabel(at), result.getObject(at));
        }
        return row;
    }
}
