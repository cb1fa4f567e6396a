package vn.motcua.reference;

import java.sql.SQLException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;

/** A database that nobody else uses, since an import changes what other tests rely on. */
@TestConfiguration(proxyBeanMethods = false)
class OwnDatabase {

    @Bean
    DatabaseAddress databaseAddress() throws SQLException {
        return TestDatabase.empty();
    }
}
