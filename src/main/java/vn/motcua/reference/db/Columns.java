package vn.motcua.reference.db;

import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A row on its way to the database, column by column. */
final class Columns {

    private final Map<String, Object> values = new HashMap<>();

    /** Days, moments and times of day go as text, which the statement reads as its columns say. */
    Columns with(String column, Object value) {
        values.put(column, value instanceof Temporal moment ? moment.toString() : value);
        return this;
    }

    /** Null when there is no value. */
    Columns with(String column, Optional<?> value) {
        value.ifPresent(present -> with(column, present));
        return this;
    }

    Map<String, Object> map() {
        return values;
    }
}
