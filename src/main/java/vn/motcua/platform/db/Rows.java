package vn.motcua.platform.db;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Type;
import java.util.Optional;

/** Reading and binding columns without letting null leak into the domain. */
public final class Rows {

    private Rows() {}

    public static <T> T required(Readable row, String column, Class<T> type) {
        return optional(row, column, type)
                .orElseThrow(() -> new IllegalStateException("Column " + column + " is null"));
    }

    public static <T> Optional<T> optional(Readable row, String column, Class<T> type) {
        return Optional.ofNullable(row.get(column, type));
    }

    /** A value to bind that may be absent; the type tells the server what kind of null it is. */
    public static Object orNull(Type type, Optional<?> value) {
        return value.isPresent() ? Parameters.in(type, value.get()) : Parameters.in(type);
    }
}
