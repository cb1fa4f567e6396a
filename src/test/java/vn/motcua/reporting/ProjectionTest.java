package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.reporting.Projection.Origin;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Succession.Kind;
import vn.motcua.territory.Territory;
import vn.motcua.territory.UnitKind;

/**
 * Two old provinces become two new ones, but a commune at the border of the first goes to the second new province, and one is
 * split between two communes.
 */
class ProjectionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final AdministrativeUnit NATION = unit(1, Level.NATION, true, 0);
    private static final AdministrativeUnit TIEN_GIANG = unit(2, Level.PROVINCE, false, 1);
    private static final AdministrativeUnit DISTRICT = unit(3, Level.DISTRICT, false, 2);
    private static final AdministrativeUnit INLAND = unit(4, Level.COMMUNE, false, 3);
    private static final AdministrativeUnit AT_THE_BORDER = unit(5, Level.COMMUNE, false, 3);
    private static final AdministrativeUnit LONG_AN = unit(6, Level.PROVINCE, false, 1);
    private static final AdministrativeUnit SPLIT = unit(7, Level.COMMUNE, false, 6);
    private static final AdministrativeUnit DONG_THAP = unit(12, Level.PROVINCE, true, 1);
    private static final AdministrativeUnit NEW_INLAND = unit(14, Level.COMMUNE, true, 12);
    private static final AdministrativeUnit TAY_NINH = unit(16, Level.PROVINCE, true, 1);
    private static final AdministrativeUnit ONE = unit(17, Level.COMMUNE, true, 16);
    private static final AdministrativeUnit OTHER = unit(18, Level.COMMUNE, true, 16);

    private static final Territory TERRITORY = new Territory(
            List.of(
                    NATION,
                    TIEN_GIANG,
                    DISTRICT,
                    INLAND,
                    AT_THE_BORDER,
                    LONG_AN,
                    SPLIT,
                    DONG_THAP,
                    NEW_INLAND,
                    TAY_NINH,
                    ONE,
                    OTHER),
            List.of(
                    went(TIEN_GIANG, DONG_THAP, Kind.MERGED),
                    went(LONG_AN, TAY_NINH, Kind.MERGED),
                    new Succession(Optional.of(DISTRICT.version()), Optional.empty(), Kind.ABOLISHED),
                    went(INLAND, NEW_INLAND, Kind.WHOLE),
                    went(AT_THE_BORDER, ONE, Kind.WHOLE),
                    went(SPLIT, ONE, Kind.PART),
                    went(SPLIT, OTHER, Kind.PART)),
            List.of());

    private final Projection projection = Projection.onto(TODAY, TERRITORY);

    @Test
    void aCommuneStandsWithItsSuccessorOrBetweenSeveralAndADistrictWithNone() {
        assertThat(targets(projection.communes()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        INLAND.version(), Set.of(NEW_INLAND.version()),
                        AT_THE_BORDER.version(), Set.of(ONE.version()),
                        SPLIT.version(), Set.of(ONE.version(), OTHER.version()),
                        NEW_INLAND.version(), Set.of(NEW_INLAND.version()),
                        ONE.version(), Set.of(ONE.version()),
                        OTHER.version(), Set.of(OTHER.version())));
    }

    @Test
    void aProvinceOfWhichAPieceWentElsewhereIsPlacedPieceByPiece() {
        assertThat(targets(projection.provinces()))
                .containsEntry(TIEN_GIANG.version(), Set.of(DONG_THAP.version()))
                .containsEntry(INLAND.version(), Set.of(DONG_THAP.version()))
                .containsEntry(AT_THE_BORDER.version(), Set.of(TAY_NINH.version()))
                .containsEntry(DISTRICT.version(), Set.of(DONG_THAP.version(), TAY_NINH.version()))
                .doesNotContainKey(SPLIT.version());
        assertThat(projection.provinces())
                .filteredOn(Origin::isWhole)
                .extracting(Origin::unit)
                .containsExactlyInAnyOrder(LONG_AN, DONG_THAP, TAY_NINH);
    }

    @Test
    void whatAgenciesOfAProvinceHandledStandsWithTheProvinceThatTookItOver() {
        assertThat(targets(projection.provinceAgencies()))
                .containsEntry(TIEN_GIANG.version(), Set.of(DONG_THAP.version()))
                .containsEntry(LONG_AN.version(), Set.of(TAY_NINH.version()));
    }

    private static Map<Integer, Set<Integer>> targets(List<Origin> origins) {
        Function<Origin, Integer> unit = origin -> origin.unit().version();
        return origins.stream().collect(Collectors.toMap(unit, Origin::targets));
    }

    private static Succession went(AdministrativeUnit from, AdministrativeUnit to, Kind kind) {
        return new Succession(Optional.of(from.version()), Optional.of(to.version()), kind);
    }

    private static AdministrativeUnit unit(int version, Level level, boolean isNew, int parent) {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        return new AdministrativeUnit(
                version,
                String.valueOf(version),
                "Unit " + version,
                level,
                UnitKind.XA,
                isNew && level != Level.NATION ? reform : LocalDate.of(2025, 3, 1),
                Stream.of(reform.minusDays(1)).filter(_ -> !isNew).findFirst(),
                Optional.of(parent).filter(number -> number > 0));
    }
}
