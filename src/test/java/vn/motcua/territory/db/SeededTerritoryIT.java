package vn.motcua.territory.db;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.territory.Succession.Kind.ABOLISHED;
import static vn.motcua.territory.Succession.Kind.KIND_CHANGED;
import static vn.motcua.territory.Succession.Kind.MERGED;
import static vn.motcua.territory.Succession.Kind.PART;
import static vn.motcua.territory.Succession.Kind.PART_AREA;
import static vn.motcua.territory.Succession.Kind.PART_AREA_ALL_POPULATION;
import static vn.motcua.territory.Succession.Kind.PART_POPULATION;
import static vn.motcua.territory.Succession.Kind.RAISED;
import static vn.motcua.territory.Succession.Kind.RENAMED;
import static vn.motcua.territory.Succession.Kind.UNCHANGED;
import static vn.motcua.territory.Succession.Kind.WHOLE;
import static vn.motcua.territory.Succession.Kind.WHOLE_AREA;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Descent;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** The country as the project brings it: all provinces, and five with everything below, before and after. */
@MotcuaIT
class SeededTerritoryIT {

    private static final LocalDate LAST_OF_THREE_LEVELS = LocalDate.of(2025, 6, 30);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate DONG_NAI_A_CITY = LocalDate.of(2026, 4, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    Territories territories;

    private Territory territory;

    @BeforeEach
    void read() {
        territory = Objects.requireNonNull(territories.current().block());
    }

    @Test
    void levelsAreCompleteBeforeAndAfter() {
        assertThat(inForce(LAST_OF_THREE_LEVELS))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Level.NATION, 1L, Level.PROVINCE, 63L, Level.DISTRICT, 112L, Level.COMMUNE, 1685L));
        for (LocalDate day : List.of(REFORM, DONG_NAI_A_CITY, TODAY)) {
            assertThat(inForce(day))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(Level.NATION, 1L, Level.PROVINCE, 34L, Level.COMMUNE, 567L));
        }
    }

    @Test
    void provincesHaveAsManyCommunesAsTheLawSays() {
        Map.of("42", 69, "66", 102, "38", 166, "52", 135, "75", 95)
                .forEach(
                        (code, communes) -> assertThat(below(unit(code, TODAY))).hasSize(communes));
    }

    @Test
    void successionsAreThoseOfTheOfficialTableAndOfDongNai() {
        assertThat(territory.successions().collect(groupingBy(Succession::kind, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(UNCHANGED, 56L + 85L),
                        Map.entry(MERGED, 52L),
                        Map.entry(ABOLISHED, 112L),
                        Map.entry(RAISED, 1L + 10L),
                        Map.entry(WHOLE, 1614L),
                        Map.entry(PART, 44L),
                        Map.entry(PART_AREA, 2L),
                        Map.entry(PART_POPULATION, 2L),
                        Map.entry(PART_AREA_ALL_POPULATION, 1L),
                        Map.entry(WHOLE_AREA, 1L),
                        Map.entry(RENAMED, 1L),
                        Map.entry(KIND_CHANGED, 1L)));
    }

    @Test
    void versionsOfOneCodeNeverOverlap() {
        assertThat(territory.units())
                .allSatisfy(unit -> assertThat(territory.versionsOf(unit.code()))
                        .filteredOn(other -> other.isInForceOn(unit.validFrom()))
                        .containsExactly(unit));
    }

    @Test
    void everyUnitLivesInsideTheValidityOfTheOneAbove() {
        assertThat(territory.units().filter(unit -> unit.level() != Level.NATION))
                .allSatisfy(unit -> assertThat(unit.parent().flatMap(territory::unit))
                        .hasValueSatisfying(above -> {
                            assertThat(above.level().isAbove(unit.level())).isTrue();
                            assertThat(above.isInForceOn(unit.validFrom())).isTrue();
                            assertThat(above.isInForceOn(unit.validTo().orElse(LocalDate.MAX)))
                                    .isTrue();
                        }));
    }

    @Test
    void everyOldUnitHasSuccessorsTodayAndEveryNewOnePredecessors() {
        assertThat(territory.units().filter(unit -> unit.isInForceOn(LAST_OF_THREE_LEVELS)))
                .allSatisfy(
                        unit -> assertThat(territory.successorsOn(unit, TODAY)).isNotEmpty());
        assertThat(territory.units().filter(unit -> unit.isInForceOn(TODAY)))
                .allSatisfy(unit -> assertThat(territory.predecessorsOn(unit, LAST_OF_THREE_LEVELS))
                        .isNotEmpty());
    }

    @Test
    void codeFiftyTwoIsBinhDinhAndThenGiaLai() {
        AdministrativeUnit binhDinh = unit("52", LAST_OF_THREE_LEVELS);
        AdministrativeUnit giaLai = unit("52", REFORM);
        assertThat(binhDinh.name()).isEqualTo("Tỉnh Bình Định");
        assertThat(giaLai.name()).isEqualTo("Tỉnh Gia Lai");
        assertThat(territory.successorsOn(binhDinh, TODAY)).containsExactly(giaLai);
        assertThat(territory.predecessorsOn(giaLai, LAST_OF_THREE_LEVELS))
                .extracting(AdministrativeUnit::name)
                .containsExactly("Tỉnh Bình Định", "Tỉnh Gia Lai");
    }

    @Test
    void wardOfBuonMaThuotHasSixPredecessors() {
        AdministrativeUnit ward =
                territory.index().find("phường buôn ma thuột", TODAY).getFirst();
        assertThat(territory.predecessorsOn(ward, LAST_OF_THREE_LEVELS))
                .extracting(AdministrativeUnit::name)
                .containsExactlyInAnyOrder(
                        "Phường Thành Công",
                        "Phường Tân Tiến",
                        "Phường Tân Thành",
                        "Phường Tự An",
                        "Phường Tân Lợi",
                        "Xã Cư ÊBur");
    }

    @Test
    void communeThatWentToSeveralListsThemAll() {
        AdministrativeUnit kyLoi = unit("18796", LAST_OF_THREE_LEVELS);
        assertThat(territory.lineage().isSplit(kyLoi)).isTrue();
        assertThat(territory.lineage().successorsOn(kyLoi, TODAY))
                .containsExactly(
                        new Descent(unit("18754", TODAY), List.of(PART_POPULATION)),
                        new Descent(unit("18823", TODAY), List.of(WHOLE_AREA)),
                        new Descent(unit("18832", TODAY), List.of(PART_POPULATION)));
    }

    @Test
    void communesOfDongNaiGoOnBelowTheCity() {
        AdministrativeUnit province = unit("75", DONG_NAI_A_CITY.minusDays(1));
        AdministrativeUnit city = unit("75", DONG_NAI_A_CITY);
        assertThat(territory.lineage().successorsOf(province)).containsExactly(new Descent(city, List.of(RAISED)));
        assertThat(below(province)).allSatisfy(commune -> {
            List<Descent> later = territory.lineage().successorsOf(commune);
            assertThat(later).hasSize(1);
            assertThat(later.getFirst().unit().code()).isEqualTo(commune.code());
            assertThat(later.getFirst().unit().bareName()).isEqualTo(commune.bareName());
            assertThat(later.getFirst().unit().parent()).hasValue(city.version());
        });
        assertThat(below(city))
                .filteredOn(commune -> commune.name().startsWith("Phường ")
                        && wasCommune(commune.code(), DONG_NAI_A_CITY.minusDays(1)))
                .extracting(AdministrativeUnit::bareName)
                .containsExactlyInAnyOrder(
                        "Lộc Ninh",
                        "Tân Khai",
                        "Đồng Phú",
                        "Tân Phú",
                        "Trị An",
                        "Trảng Bom",
                        "Dầu Giây",
                        "Long Thành",
                        "Xuân Lộc",
                        "Nhơn Trạch");
    }

    private boolean wasCommune(String code, LocalDate day) {
        return unit(code, day).name().startsWith("Xã ");
    }

    private Map<Level, Long> inForce(LocalDate day) {
        return territory
                .units()
                .filter(unit -> unit.isInForceOn(day))
                .collect(groupingBy(AdministrativeUnit::level, counting()));
    }

    private AdministrativeUnit unit(String code, LocalDate day) {
        return territory.unitInForce(code, day).orElseThrow();
    }

    private List<AdministrativeUnit> below(AdministrativeUnit above) {
        return territory
                .units()
                .filter(unit -> unit.parent().equals(Optional.of(above.version())))
                .toList();
    }
}
