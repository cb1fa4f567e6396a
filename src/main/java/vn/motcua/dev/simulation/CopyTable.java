package vn.motcua.dev.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A table that is filled by one COPY on a connection of its own; nothing stands in it before {@link #commit}. */
final class CopyTable implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final CopyRow rows = new CopyRow();
    private final int columns;
    private long count;

    CopyTable(Connection connection, String table, List<String> columns) throws SQLException {
        this.connection = connection;
        this.columns = columns.size();
        connection.setAutoCommit(false);
        try (var settings = connection.createStatement()) {
            settings.execute("SET synchronous_commit = off");
        }
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)");
        rows.header();
    }

    /** A new row, to which every column is to be written in order. */
    CopyRow row() throws SQLException {
        if (rows.size() > PIECE) {
            send();
        }
        count++;
        return rows.begin(columns);
    }

    private void send() throws SQLException {
        byte[] piece = rows.taken();
        copy.writeToCopy(piece, 0, piece.length);
    }

    /** How many rows were written. */
    long commit() throws SQLException {
        rows.trailer();
        send();
        copy.endCopy();
        connection.commit();
        return count;
    }

    /** What was not committed is gone. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
        connection.close();
    }
}
