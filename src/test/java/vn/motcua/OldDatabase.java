package vn.motcua;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import vn.motcua.dev.DatabaseAddress;

/** A database of an older release, with what stood there, on its way to a newer one. */
public record OldDatabase(DatabaseAddress address) {

    /** An empty one, as the release with that migration left it. */
    public static OldDatabase at(String version) throws SQLException {
        return new OldDatabase(TestDatabase.empty()).migrate(version);
    }

    /** @param version of the last migration that runs, or {@code latest} */
    public OldDatabase migrate(String version) {
        Flyway.configure()
                .dataSource(address.getJdbcUrl(), address.getUsername(), address.getPassword())
                .placeholders(Map.of("servingRole", DatabaseAddress.SERVICE))
                .target(version)
                .load()
                .migrate();
        return this;
    }

    /** As the owner. */
    public OldDatabase run(String... statements) throws SQLException {
        try (Connection owner = address.owner();
                var statement = owner.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
        return this;
    }

    /** The first column of every row. */
    public List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection owner = address.owner();
                var found = owner.createStatement().executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
