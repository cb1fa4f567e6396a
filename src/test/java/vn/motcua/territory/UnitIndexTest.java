package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitIndexTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final AdministrativeUnit BINH_DINH = province(100_052, "52", "Tỉnh Bình Định", BEFORE);
    private static final AdministrativeUnit GIA_LAI = province(1_100_052, "52", "Tỉnh Gia Lai", LocalDate.MAX);
    private static final AdministrativeUnit HA_TINH = province(1_100_042, "42", "Tỉnh Hà Tĩnh", LocalDate.MAX);
    private static final AdministrativeUnit OLD_TOWN = town(358_000, "15061", "Thị Trấn Ngọc Lặc");
    private static final AdministrativeUnit THANH_SEN = commune("18073", "Phường Thành Sen", UnitKind.PHUONG);
    private static final AdministrativeUnit HLEO = commune("24184", "Xã Ea H'Leo", UnitKind.XA);
    private static final AdministrativeUnit HOA_PHU = commune("24175", "Xã Hòa Phú", UnitKind.XA);
    private static final AdministrativeUnit PHU = commune("24999", "Xã Phú", UnitKind.XA);

    private static final UnitIndex INDEX =
            new UnitIndex(List.of(HLEO, PHU, HOA_PHU, THANH_SEN, OLD_TOWN, HA_TINH, GIA_LAI, BINH_DINH));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phường Thành Sen",
                "thành sen",
                "phuong thanh sen",
                "THANH SEN",
                " sen thanh",
                "thanh se",
                "18073"
            })
    void nameIsFoundWithAndWithoutMarksAndKind(String query) {
        assertThat(INDEX.find(query, REFORM)).containsExactly(THANH_SEN);
        assertThat(INDEX.find(Normalizer.normalize(query, Normalizer.Form.NFD), REFORM))
                .containsExactly(THANH_SEN);
    }

    @Test
    void apostrophesAndPlacesOfTonesDoNotMatter() {
        assertThat(INDEX.find("ea h’leo", REFORM)).containsExactly(HLEO);
        assertThat(INDEX.find("Hoà Phú", REFORM)).containsExactly(HOA_PHU);
    }

    @Test
    void codeMeansTheUnitThatBearsItOnTheDay() {
        assertThat(INDEX.find("52", BEFORE)).containsExactly(BINH_DINH);
        assertThat(INDEX.find(" 52 ", REFORM)).containsExactly(GIA_LAI);
        assertThat(INDEX.find("5", REFORM)).isEmpty();
    }

    @Test
    void nameMeansUnitsInForceOnTheDay() {
        assertThat(INDEX.find("ngoc lac", BEFORE)).containsExactly(OLD_TOWN);
        assertThat(INDEX.find("ngoc lac", REFORM)).isEmpty();
    }

    @Test
    void wholeNameComesBeforePartOfOneAndThatBeforeTheKind() {
        assertThat(INDEX.find("phu", REFORM)).containsExactly(PHU, HOA_PHU, THANH_SEN);
    }

    @Test
    void withoutAQueryAllComeByLevelAndCode() {
        assertThat(INDEX.find("", REFORM)).containsExactly(HA_TINH, GIA_LAI, THANH_SEN, HOA_PHU, HLEO, PHU);
        assertThat(INDEX.find("&|!():*", REFORM)).hasSize(6);
    }

    private static AdministrativeUnit province(int version, String code, String name, LocalDate last) {
        LocalDate from = last.equals(BEFORE) ? BEFORE.minusMonths(3) : REFORM;
        Optional<LocalDate> to = Optional.of(last).filter(day -> day.equals(BEFORE));
        return new AdministrativeUnit(version, code, name, Level.PROVINCE, UnitKind.TINH, from, to, Optional.empty());
    }

    private static AdministrativeUnit town(int version, String code, String name) {
        return new AdministrativeUnit(
                version,
                code,
                name,
                Level.COMMUNE,
                UnitKind.THI_TRAN,
                BEFORE.minusMonths(3),
                Optional.of(BEFORE),
                Optional.empty());
    }

    private static AdministrativeUnit commune(String code, String name, UnitKind kind) {
        return new AdministrativeUnit(
                1_300_000 + Integer.parseInt(code),
                code,
                name,
                Level.COMMUNE,
                kind,
                REFORM,
                Optional.empty(),
                Optional.empty());
    }
}
