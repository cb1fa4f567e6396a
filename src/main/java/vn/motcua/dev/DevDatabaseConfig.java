package vn.motcua.dev;

import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database that needs no installing. */
@Configuration(proxyBeanMethods = false)
@Profile("dev")
@ConditionalOnBooleanProperty(name = "motcua.dev.embedded-database", matchIfMissing = true)
class DevDatabaseConfig {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(DevProperties dev) {
        return EmbeddedServer.start(dev.data(), dev.data().resolve("binaries"));
    }

    @Bean
    DatabaseAddress databaseAddress(EmbeddedServer server) throws SQLException {
        return server.prepare("motcua");
    }
}
