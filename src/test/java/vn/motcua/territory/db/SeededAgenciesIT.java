package vn.motcua.territory.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.Owner;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.AgencyIdentifier;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Establishment;
import vn.motcua.territory.Establishment.Founded;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** The agencies that the project brings are those that its rule founds, and the ministries. */
@MotcuaIT
class SeededAgenciesIT {

    private static final int COMMUNES = 567;
    private static final int PROVINCES = 34;
    private static final int MINISTRIES = 17;
    /** Provinces, districts and communes until 2025-06-30. */
    private static final int BEFORE = 1860;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    Territories territories;

    private Territory territory;

    @BeforeEach
    void read() {
        territory = Objects.requireNonNull(territories.current().block());
    }

    @Test
    void everyProvinceHasEightAndEveryCommuneTwo() {
        assertThat(territory.agenciesOn(TODAY)).hasSize(8 * PROVINCES + 2 * COMMUNES + MINISTRIES);
        assertThat(territory.agencies()).hasSize(8 * PROVINCES + 2 * COMMUNES + MINISTRIES + BEFORE);
    }

    @Test
    void everyUnitHasTheAgenciesThatItIsFoundedWith() {
        assertThat(territory.units())
                .allSatisfy(unit -> assertThat(territory.agenciesOf(unit))
                        .extracting(Agency::id, Agency::kind, Agency::level, Agency::name, Agency::unit)
                        .containsExactlyInAnyOrderElementsOf(Establishment.of(unit).stream()
                                .map(agency -> tuple(
                                        agency.id(),
                                        agency.kind(),
                                        agency.level(),
                                        agency.name(),
                                        Optional.of(agency.unit())))
                                .toList()));
    }

    @Test
    void everyAgencyStandsBelowTheOneThatTheRuleNames() {
        var expected = territory
                .units()
                .flatMap(unit -> Establishment.of(unit).stream())
                .collect(Collectors.toMap(Founded::id, Founded::above, (first, later) -> later));
        assertThat(Owner.rows("SELECT id, parent FROM agency WHERE kind <> 'MINISTRY'"))
                .hasSameSizeAs(expected.keySet())
                .allSatisfy(row -> assertThat(Optional.ofNullable((Integer) row.get("parent")))
                        .isEqualTo(expected.get((Integer) row.get("id"))));
    }

    @Test
    void everyAgencyLivesAsLongAsItsUnits() {
        assertThat(territory.agencies().flatMap(agency -> agency.versions().stream()))
                .filteredOn(version -> version.unit().isPresent())
                .allSatisfy(version -> {
                    AdministrativeUnit unit =
                            version.unit().flatMap(territory::unit).orElseThrow();
                    assertThat(version.validFrom()).isEqualTo(unit.validFrom());
                    assertThat(version.validTo()).isEqualTo(unit.validTo());
                });
    }

    @Test
    void everyAgencyHasExactlyOneIdentifierInForceAndNobodyElseHasIt() {
        assertThat(territory.agencies())
                .allSatisfy(agency -> assertThat(agency.identifiers())
                        .filteredOn(identifier -> identifier.validTo().isEmpty())
                        .hasSize(1));
        assertThat(territory.agenciesOn(TODAY).map(Agency::identifier)).doesNotHaveDuplicates();
    }

    @Test
    void identifierIsOfficialOnlyWhereADocumentShowsItAndTheProvinceKeptItsName() {
        assertThat(territory
                        .agenciesOn(TODAY)
                        .filter(agency -> !agency.provisional() && agency.kind() != AgencyKind.MINISTRY)
                        .map(Agency::identifier))
                .containsExactlyInAnyOrder("H19", "H21", "H27", "H29", "H38", "H41", "H49", "H55", "H56");
        assertThat(territory.agency("000.00.00.H27")).map(Agency::name).hasValue("Ủy ban nhân dân tỉnh Hà Tĩnh");
    }

    @Test
    void ministriesAreThoseOfTodayUnderTheirNamesOfTheDay() {
        List<Agency> ministries = territory
                .agenciesOn(TODAY)
                .filter(agency -> agency.level() == Level.MINISTRY)
                .toList();
        assertThat(ministries).hasSize(MINISTRIES).allSatisfy(ministry -> {
            assertThat(ministry.provisional()).isFalse();
            assertThat(ministry.unit()).isEqualTo(Optional.empty());
            assertThat(ministry.id()).isEqualTo(Establishment.ministry(new AgencyIdentifier(ministry.identifier())));
        });
        assertThat(nameOf("G10", LocalDate.of(2025, 2, 28))).isEqualTo("Bộ Nông nghiệp và Phát triển nông thôn");
        assertThat(nameOf("G10", LocalDate.of(2025, 3, 1))).isEqualTo("Bộ Nông nghiệp và Môi trường");
        assertThat(nameOf("G21", TODAY)).isEqualTo("Bộ Dân tộc và Tôn giáo");
        assertThat(territory.agency("G04")).isEmpty();
    }

    @Test
    void committeeOfDongNaiHasItsNameOfTheDay() {
        AgencyHistory committee = territory
                .agencies()
                .filter(agency -> agency.id() == 1000751)
                .findFirst()
                .orElseThrow();
        assertThat(committee.existsOn(LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(committee.on(LocalDate.of(2026, 4, 29)).name()).isEqualTo("Ủy ban nhân dân tỉnh Đồng Nai");
        assertThat(committee.on(LocalDate.of(2026, 4, 30)).name()).isEqualTo("Ủy ban nhân dân thành phố Đồng Nai");
    }

    private String nameOf(String ministry, LocalDate day) {
        return territory
                .agency(Establishment.ministry(new AgencyIdentifier(ministry)), day)
                .orElseThrow()
                .name();
    }
}
