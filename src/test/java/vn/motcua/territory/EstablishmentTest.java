package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.territory.Establishment.Founded;

class EstablishmentTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    @ParameterizedTest
    @CsvSource({
        "Xã Kim Hoa,         Ủy ban nhân dân xã Kim Hoa,         Công an xã Kim Hoa",
        "Phường Thành Sen,   Ủy ban nhân dân phường Thành Sen,   Công an phường Thành Sen",
        "Đặc khu Phú Quốc,   Ủy ban nhân dân đặc khu Phú Quốc,   Công an đặc khu Phú Quốc"
    })
    void communeHasACommitteeAndPolice(String name, String committee, String police) {
        assertThat(Establishment.of(commune(name)))
                .extracting(Founded::id, Founded::kind, Founded::name, Founded::provisionalIdentifier)
                .containsExactly(
                        tuple(3180731, AgencyKind.PEOPLES_COMMITTEE, committee, "Z99.18073"),
                        tuple(3180732, AgencyKind.POLICE, police, "Z99.18073.CA"));
    }

    @Test
    void eachAgencyOfACommuneStandsBelowItsLikeInTheProvince() {
        assertThat(Establishment.of(commune("Xã Kim Hoa")))
                .extracting(Founded::above)
                .containsExactly(Optional.of(1000421), Optional.of(1000422));
    }

    @Test
    void provinceAlsoHasItsCentreAndDepartments() {
        assertThat(Establishment.of(province("Tỉnh Hà Tĩnh", REFORM)))
                .extracting(Founded::id, Founded::name, Founded::provisionalIdentifier, Founded::above)
                .containsExactly(
                        tuple(1000421, "Ủy ban nhân dân tỉnh Hà Tĩnh", "Z99.42", Optional.empty()),
                        tuple(1000422, "Công an tỉnh Hà Tĩnh", "Z99.42.CA", Optional.of(9000011)),
                        tuple(
                                1000423,
                                "Trung tâm Phục vụ hành chính công tỉnh Hà Tĩnh",
                                "Z99.42.TTHCC",
                                Optional.of(1000421)),
                        tuple(1000424, "Sở Tư pháp tỉnh Hà Tĩnh", "Z99.42.STP", Optional.of(1000421)),
                        tuple(1000425, "Sở Xây dựng tỉnh Hà Tĩnh", "Z99.42.SXD", Optional.of(1000421)),
                        tuple(
                                1000426,
                                "Sở Nông nghiệp và Môi trường tỉnh Hà Tĩnh",
                                "Z99.42.SNNMT",
                                Optional.of(1000421)),
                        tuple(1000427, "Sở Tài chính tỉnh Hà Tĩnh", "Z99.42.STC", Optional.of(1000421)),
                        tuple(
                                1000428,
                                "Văn phòng đăng ký đất đai tỉnh Hà Tĩnh",
                                "Z99.42.VPDKDD",
                                Optional.of(1000426)));
    }

    @Test
    void laterVersionOfAUnitHasTheSameAgenciesUnderItsNewName() {
        AdministrativeUnit city = new AdministrativeUnit(
                2_100_042,
                "42",
                "Thành phố Hà Tĩnh",
                Level.PROVINCE,
                UnitKind.THANH_PHO,
                REFORM.plusYears(1),
                Optional.empty(),
                Optional.of(1_000_000));
        assertThat(Establishment.of(city))
                .first()
                .extracting(Founded::id, Founded::unit, Founded::name)
                .containsExactly(1000421, 2_100_042, "Ủy ban nhân dân thành phố Hà Tĩnh");
    }

    @Test
    void identifiersAreWellFormed() {
        assertThat(Establishment.of(province("Tỉnh Hà Tĩnh", REFORM)))
                .allSatisfy(agency -> assertThat(AgencyIdentifier.parse(agency.provisionalIdentifier()))
                        .hasValueSatisfying(
                                parsed -> assertThat(parsed.value()).isEqualTo(agency.provisionalIdentifier())));
    }

    /** The code went to another province on the day of the reform. */
    @Test
    void committeesOfThreeLevelsAreOtherAgenciesThanThoseOfToday() {
        assertThat(Establishment.of(before(100_052, "52", "Tỉnh Bình Định", Level.PROVINCE, 1_000_000)))
                .containsExactly(new Founded(
                        11000521,
                        AgencyKind.PEOPLES_COMMITTEE,
                        Level.PROVINCE,
                        Optional.empty(),
                        100_052,
                        "Ủy ban nhân dân tỉnh Bình Định",
                        "Z98.52"));
        assertThat(Establishment.of(before(321_550, "21550", "Phường Nhơn Bình", Level.COMMUNE, 200_540)))
                .extracting(Founded::id, Founded::above, Founded::provisionalIdentifier)
                .containsExactly(tuple(13215501, Optional.of(12005401), "Z98.21550"));
    }

    @Test
    void nationHasNoAgencyOfItsOwn() {
        assertThat(Establishment.of(new AdministrativeUnit(
                        1_000_000,
                        "VN",
                        "Việt Nam",
                        Level.NATION,
                        UnitKind.QUOC_GIA,
                        LocalDate.of(1976, 7, 2),
                        Optional.empty(),
                        Optional.empty())))
                .isEmpty();
    }

    @Test
    void ministryHasTheNumberOfItsIdentifier() {
        assertThat(Establishment.ministry(new AgencyIdentifier("G15"))).isEqualTo(9000151);
        assertThatIllegalArgumentException().isThrownBy(() -> Establishment.ministry(new AgencyIdentifier("H15")));
    }

    private static AdministrativeUnit before(int version, String code, String name, Level level, int above) {
        return new AdministrativeUnit(
                version,
                code,
                name,
                level,
                UnitKind.TINH,
                REFORM.minusMonths(4),
                Optional.of(REFORM.minusDays(1)),
                Optional.of(above));
    }

    private static AdministrativeUnit commune(String name) {
        return new AdministrativeUnit(
                1_318_073, "18073", name, Level.COMMUNE, UnitKind.XA, REFORM, Optional.empty(), Optional.of(1_100_042));
    }

    private static AdministrativeUnit province(String name, LocalDate from) {
        return new AdministrativeUnit(
                1_100_042, "42", name, Level.PROVINCE, UnitKind.TINH, from, Optional.empty(), Optional.of(1_000_000));
    }
}
