package vn.motcua.territory.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.TestDatabase;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Competence;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;
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
    void knowsThirtyFourProvincesInForce() {
        assertThat(inForce(Level.PROVINCE))
                .hasSize(34)
                .allSatisfy(province -> assertThat(territory().isWithin(province, unit("VN", TODAY)))
                        .isTrue());
    }

    @Test
    void knowsTheCommunesOfHaTinh() {
        assertThat(inForce(Level.COMMUNE))
                .hasSize(69)
                .allSatisfy(commune -> assertThat(territory().isWithin(commune, unit("42", TODAY)))
                        .isTrue());
    }

    @Test
    void tellsDongNaiTheProvinceFromDongNaiTheCity() {
        assertThat(unit("75", LocalDate.of(2026, 4, 29)).name()).isEqualTo("Tỉnh Đồng Nai");
        assertThat(unit("75", LocalDate.of(2026, 4, 30)).name()).isEqualTo("Thành phố Đồng Nai");
        assertThat(territory().unitInForce("75", LocalDate.of(2025, 6, 30))).isEmpty();
    }

    @Test
    void versionsOfOneCodeNeverOverlap() {
        List<AdministrativeUnit> units = territory().units().toList();
        assertThat(units)
                .allSatisfy(unit -> assertThat(units)
                        .filteredOn(other -> other.code().equals(unit.code()) && other.isInForceOn(unit.validFrom()))
                        .containsExactly(unit));
    }

    @Test
    void everyUnitLiesInsideTheValidityOfTheOneAbove() {
        assertThat(territory().units().filter(unit -> unit.level() != Level.NATION))
                .allSatisfy(unit -> assertThat(unit.parent().flatMap(territory()::unit))
                        .hasValueSatisfying(above ->
                                assertThat(above.isInForceOn(unit.validFrom())).isTrue()));
    }

    @Test
    void everyAgencyHasExactlyOneIdentifierInForce() throws SQLException {
        assertThat(count("SELECT count(*) FROM agency")).isEqualTo(34 + 2 * 69);
        assertThat(count("SELECT count(*) FROM agency_identifier WHERE valid_to IS NULL"))
                .isEqualTo(34 + 2 * 69);
        assertThat(territory().agencies()).hasSize(34 + 2 * 69);
    }

    @Test
    void callsAnIdentifierOfficialOnlyOutsideTheProvisionalScheme() {
        assertThat(territory().agenciesOn(TODAY))
                .allSatisfy(agency ->
                        assertThat(agency.identifier().startsWith("Z99.")).isEqualTo(agency.provisional()));
        assertThat(territory().agency("H27")).map(Agency::name).hasValue("Ủy ban nhân dân tỉnh Hà Tĩnh");
    }

    @Test
    void everyCommuneHasOneCommitteeAndOnePolice() {
        assertThat(inForce(Level.COMMUNE)).allSatisfy(commune -> {
            for (AgencyKind kind : List.of(AgencyKind.PEOPLES_COMMITTEE, AgencyKind.POLICE)) {
                assertThat(Competence.of(List.of(Decider.of(Level.COMMUNE, kind)), commune, TODAY, territory()))
                        .isInstanceOf(Competence.One.class);
            }
        });
    }

    @Test
    void everyAgencyHangsOnAUnitInForceAtItsOwnLevel() {
        assertThat(territory().agenciesOn(TODAY))
                .allSatisfy(agency -> assertThat(agency.unit().flatMap(territory()::unit))
                        .hasValueSatisfying(unit -> {
                            assertThat(unit.level()).isEqualTo(agency.level());
                            assertThat(unit.validTo()).isEqualTo(Optional.empty());
                        }));
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

    private AdministrativeUnit unit(String code, LocalDate day) {
        return territory().unitInForce(code, day).orElseThrow();
    }

    private List<AdministrativeUnit> inForce(Level level) {
        return territory()
                .units()
                .filter(unit -> unit.level() == level && unit.isInForceOn(TODAY))
                .toList();
    }

    private static int count(String query) throws SQLException {
        try (var service = TestDatabase.shared().service();
                var rows = service.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
