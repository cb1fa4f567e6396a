package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.territory.Succession.Kind.ABOLISHED;
import static vn.motcua.territory.Succession.Kind.PART;
import static vn.motcua.territory.Succession.Kind.RAISED;
import static vn.motcua.territory.Succession.Kind.UNCHANGED;
import static vn.motcua.territory.Succession.Kind.WHOLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A district with two communes until 2025-06-30; a commune that became a ward on 2026-04-30, another that did not. */
class LineageTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate WARDS = LocalDate.of(2026, 4, 30);

    private static final AdministrativeUnit DISTRICT = unit(200_740, "740", Level.DISTRICT, UnitKind.HUYEN, BEFORE);
    private static final AdministrativeUnit WHOLLY_GONE = old(326_368, "26368");
    private static final AdministrativeUnit DIVIDED = old(326_371, "26371");
    private static final AdministrativeUnit LONG_THANH = middle(1_326_368, "26368");
    private static final AdministrativeUnit BINH_AN = middle(1_326_383, "26383");
    private static final AdministrativeUnit WARD = now(2_326_368, "26368", UnitKind.PHUONG);
    private static final AdministrativeUnit BINH_AN_NOW = now(2_326_383, "26383", UnitKind.XA);

    private static final Lineage LINEAGE = lineage(
            abolished(DISTRICT),
            went(WHOLLY_GONE, LONG_THANH, WHOLE),
            went(DIVIDED, BINH_AN, PART),
            went(DIVIDED, LONG_THANH, PART),
            went(LONG_THANH, WARD, RAISED),
            went(BINH_AN, BINH_AN_NOW, UNCHANGED),
            new Succession(Optional.empty(), Optional.of(BINH_AN.version()), WHOLE));

    @Test
    void successorsAreThoseInForceOnTheDayHoweverManyStepsLater() {
        assertThat(LINEAGE.successorsOn(WHOLLY_GONE, REFORM)).containsExactly(after(LONG_THANH, WHOLE));
        assertThat(LINEAGE.successorsOn(WHOLLY_GONE, WARDS.minusDays(1))).containsExactly(after(LONG_THANH, WHOLE));
        assertThat(LINEAGE.successorsOn(WHOLLY_GONE, WARDS)).containsExactly(after(WARD, WHOLE, RAISED));
    }

    @Test
    void unitThatWentToSeveralHasThemAllByCode() {
        assertThat(LINEAGE.successorsOn(DIVIDED, WARDS))
                .containsExactly(after(WARD, PART, RAISED), after(BINH_AN_NOW, PART, UNCHANGED));
        assertThat(LINEAGE.isSplit(DIVIDED)).isTrue();
        assertThat(LINEAGE.isSplit(WHOLLY_GONE)).isFalse();
    }

    @Test
    void unitIsItsOwnSuccessorWhileItIsInForce() {
        assertThat(LINEAGE.successorsOn(LONG_THANH, REFORM)).containsExactly(after(LONG_THANH));
        assertThat(LINEAGE.predecessorsOn(WARD, WARDS)).containsExactly(after(WARD));
    }

    @Test
    void nobodySucceedsBeforeTheUnitBeganOrPrecedesAfterItEnded() {
        assertThat(LINEAGE.successorsOn(WARD, REFORM)).isEmpty();
        assertThat(LINEAGE.predecessorsOn(WHOLLY_GONE, WARDS)).isEmpty();
    }

    @Test
    void predecessorsNameTheChangesOldestFirst() {
        assertThat(LINEAGE.predecessorsOn(WARD, BEFORE))
                .containsExactly(after(WHOLLY_GONE, WHOLE, RAISED), after(DIVIDED, PART, RAISED));
        assertThat(LINEAGE.predecessorsOf(BINH_AN)).containsExactly(after(DIVIDED, PART));
    }

    @Test
    void abolishedDistrictIsSucceededByWhatTookItsCommunesOver() {
        assertThat(LINEAGE.successorsOn(DISTRICT, REFORM))
                .containsExactly(after(LONG_THANH, ABOLISHED), after(BINH_AN, ABOLISHED));
        assertThat(LINEAGE.successorsOn(DISTRICT, WARDS))
                .containsExactly(after(WARD, ABOLISHED, RAISED), after(BINH_AN_NOW, ABOLISHED, UNCHANGED));
    }

    @Test
    void circleEnds() {
        Lineage circle = lineage(went(DIVIDED, LONG_THANH, WHOLE), went(LONG_THANH, DIVIDED, WHOLE));
        assertThat(circle.successorsOn(DIVIDED, WARDS)).isEmpty();
        assertThat(circle.predecessorsOn(LONG_THANH, WARDS)).isEmpty();
    }

    private static Lineage lineage(Succession... successions) {
        return new Territory(
                        List.of(DISTRICT, WHOLLY_GONE, DIVIDED, LONG_THANH, BINH_AN, WARD, BINH_AN_NOW),
                        List.of(successions),
                        List.of())
                .lineage();
    }

    private static Succession went(AdministrativeUnit from, AdministrativeUnit to, Succession.Kind kind) {
        return new Succession(Optional.of(from.version()), Optional.of(to.version()), kind);
    }

    private static Succession abolished(AdministrativeUnit unit) {
        return new Succession(Optional.of(unit.version()), Optional.empty(), ABOLISHED);
    }

    private static Descent after(AdministrativeUnit unit, Succession.Kind... changes) {
        return new Descent(unit, List.of(changes));
    }

    private static AdministrativeUnit old(int version, String code) {
        return unit(version, code, Level.COMMUNE, UnitKind.XA, BEFORE);
    }

    private static AdministrativeUnit unit(int version, String code, Level level, UnitKind kind, LocalDate last) {
        Optional<Integer> parent = level == Level.COMMUNE ? Optional.of(200_740) : Optional.empty();
        return new AdministrativeUnit(
                version, code, code, level, kind, LocalDate.of(2025, 3, 1), Optional.of(last), parent);
    }

    private static AdministrativeUnit middle(int version, String code) {
        Optional<LocalDate> last = Optional.of(WARDS.minusDays(1));
        return new AdministrativeUnit(
                version, code, code, Level.COMMUNE, UnitKind.XA, REFORM, last, Optional.of(1_100_075));
    }

    private static AdministrativeUnit now(int version, String code, UnitKind kind) {
        return new AdministrativeUnit(
                version, code, code, Level.COMMUNE, kind, WARDS, Optional.empty(), Optional.of(2_100_075));
    }
}
