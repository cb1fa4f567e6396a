package vn.motcua.dev;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * Where the database is: requests come as the serving role, migrations as the owner. Flyway starts only if
 * {@link JdbcConnectionDetails} is there, hence the three roles of one record.
 */
public record DatabaseAddress(String host, int port, String database)
        implements R2dbcConnectionDetails, JdbcConnectionDetails, FlywayConnectionDetails {

    public static final String OWNER = "motcua_owner";
    public static final String SERVICE = "motcua_service";
    static final String PASSWORD = "motcua";

    /** The role that owns the tables; may do what requests may not. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(getJdbcUrl(), OWNER, PASSWORD);
    }

    /** The role of requests, over JDBC. */
    public Connection service() throws SQLException {
        return DriverManager.getConnection(getJdbcUrl(), SERVICE, PASSWORD);
    }

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        return ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, host)
                .option(ConnectionFactoryOptions.PORT, port)
                .option(ConnectionFactoryOptions.DATABASE, database)
                .option(ConnectionFactoryOptions.USER, SERVICE)
                .option(ConnectionFactoryOptions.PASSWORD, PASSWORD)
                .build();
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String getUsername() {
        return OWNER;
    }

    @Override
    public String getPassword() {
        return PASSWORD;
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }
}
