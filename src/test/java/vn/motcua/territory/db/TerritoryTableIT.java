package vn.motcua.territory.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.TestDatabase;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

@MotcuaIT
class TerritoryTableIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    Territories territories;

    @Test
    void readsOnceAndKeeps() {
        assertThat(territories.current().block()).isSameAs(territories.current().block());
    }

    @Test
    void callsAnIdentifierOfficialOnlyOutsideTheProvisionalScheme() {
        assertThat(territory().agenciesOn(TODAY))
                .allSatisfy(agency ->
                        assertThat(agency.identifier().startsWith("Z99.")).isEqualTo(agency.provisional()));
        assertThat(territory().agency("H27")).map(Agency::name).hasValue("Ủy ban nhân dân tỉnh Hà Tĩnh");
    }

    @Test
    void servingRoleOnlyReads() throws SQLException {
        try (var service = TestDatabase.shared().service();
                var statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE agency_version SET name = 'Mine'"))
                    .hasMessageContaining("permission denied");
        }
    }

    private Territory territory() {
        return Objects.requireNonNull(territories.current().block());
    }
}
