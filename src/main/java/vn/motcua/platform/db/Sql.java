package vn.motcua.platform.db;

import java.util.LinkedHashMap;
import java.util.Map;

/** A statement and its named values. The text is constant, so that the server's prepared statement is reused. */
public record Sql(String text, Map<String, Object> values) {

    public Sql {
        values = Map.copyOf(values);
    }

    public static Sql of(String text) {
        return new Sql(text, Map.of());
    }

    /** The statement with one more value; a typed null is made by {@link Rows#orNull}. */
    public Sql bind(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Sql(text, more);
    }

    /** Never the values: they may be personal data. */
    @Override
    public String toString() {
        return text;
    }
}
