package vn.motcua.dev;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Roles and databases as an administrator makes them before the first migration. Saying it twice changes nothing. */
public final class DatabaseSetup {

    private DatabaseSetup() {}

    /**
     * Makes what is missing.
     *
     * @param superuser connected to any database of the server
     * @param database a plain lower-case name
     */
    public static void prepare(Connection superuser, String database) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            role(statement, DatabaseAddress.OWNER);
            role(statement, DatabaseAddress.SERVICE);
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("""
                    CREATE DATABASE %s OWNER motcua_owner TEMPLATE template0 ENCODING 'UTF8'
                           LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'\
                    """.formatted(database));
            }
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + DatabaseAddress.SERVICE);
        }
    }

    private static void role(Statement statement, String name) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name);
        }
        statement.execute(
                "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
                        .formatted(name, DatabaseAddress.PASSWORD));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
