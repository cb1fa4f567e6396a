package vn.motcua.faults.client;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.faults.client.Ledger.Entry;

/** Something that holds, whatever happened. */
public interface Rule {

    /** One line for each case in which it does not hold; empty when all is well. */
    List<String> broken(Map<String, Entry> ledger, Connection database) throws SQLException, InterruptedException;

    /**
     * A rule of the database alone.
     *
     * @param name the invariant
     * @param query answers one text for each case in which it does not hold
     */
    static Rule of(String name, String query) {
        return (ledger, database) -> {
            List<String> broken = new ArrayList<>();
            try (var statement = database.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    broken.add(name + ": " + rows.getString(1));
                }
            }
            return broken;
        };
    }
}
