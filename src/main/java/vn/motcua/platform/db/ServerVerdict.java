package vn.motcua.platform.db;

import io.r2dbc.spi.R2dbcException;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server itself said of work that failed. It undoes whatever it answers with an error. */
enum ServerVerdict {
    /** It gave up: a limit, a deadlock, a lack of room. The same work may succeed later. */
    STOPPED,
    /** The work is wrong, and always will be. */
    WRONG,
    /** Nothing: the connection ended before the answer came. */
    SILENT;

    private static final String STATEMENT_CANCELLED = "57014";

    /** By its code (PostgreSQL, appendix A); a connection that ends is no verdict, even if the server says why. */
    static ServerVerdict of(Throwable error) {
        return code(error)
                .map(code -> switch (code.substring(0, 2)) {
                    case "08" -> SILENT;
                    case "57" -> code.equals(STATEMENT_CANCELLED) ? STOPPED : SILENT;
                    case "25", "40", "53", "55" -> STOPPED;
                    default -> WRONG;
                })
                .orElse(SILENT);
    }

    private static Optional<String> code(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(R2dbcException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((R2dbcException) cause).getSqlState()))
                .filter(code -> code.length() == 5)
                .findFirst();
    }
}
