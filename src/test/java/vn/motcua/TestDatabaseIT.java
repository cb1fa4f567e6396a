package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

@MotcuaIT
class TestDatabaseIT {

    @Autowired
    Database database;

    @Test
    void servesRequestsAsARoleThatOwnsNothing() {
        var user = database.read(Sql.of("SELECT current_user AS name"), row -> Rows.required(row, "name", String.class))
                .block();
        assertThat(user).containsExactly("motcua_service");
    }

    @Test
    void doesNotLetTheServingRoleMakeTables() throws SQLException {
        try (var service = TestDatabase.shared().service();
                var statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void letsTheOwnerMakeTables() throws SQLException {
        try (var owner = TestDatabase.empty().owner();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE mine (id int)");
            assertThat(statement.executeQuery("SELECT FROM mine").next()).isFalse();
        }
    }
}
