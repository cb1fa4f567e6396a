package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.territory.TerritoryFixtures.HA_TINH;
import static vn.motcua.territory.TerritoryFixtures.KY_ANH;
import static vn.motcua.territory.TerritoryFixtures.NATION;
import static vn.motcua.territory.TerritoryFixtures.THANH_SEN;
import static vn.motcua.territory.TerritoryFixtures.territory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

class ReachTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void anAuditorOfTheNationReachesEverything() {
        assertThat(reach(auditor(Optional.of("VN")), null)).isEqualTo(new Reach.Below(NATION));
        assertThat(reach(auditor(Optional.of("VN")), "18073")).isEqualTo(new Reach.Below(THANH_SEN));
    }

    @Test
    void anAuditorOfAProvinceReachesWhatLiesInIt() {
        Caller auditor = auditor(Optional.of("42"));
        assertThat(reach(auditor, null)).isEqualTo(new Reach.Below(HA_TINH));
        assertThat(reach(auditor, "42")).isEqualTo(new Reach.Below(HA_TINH));
        assertThat(reach(auditor, "18754")).isEqualTo(new Reach.Below(KY_ANH));
        assertThat(reach(auditor, "40")).isEqualTo(new Reach.Outside());
        assertThat(reach(auditor, "VN")).isEqualTo(new Reach.Outside());
    }

    @Test
    void anAuditorOfAUnitThatIsNotThereReachesNothing() {
        assertThat(reach(auditor(Optional.of("nowhere")), null)).isEqualTo(new Reach.Never());
        assertThat(reach(auditor(Optional.empty()), null)).isEqualTo(new Reach.Never());
    }

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "OFFICER", "LEADER"})
    void staffReachTheirOwnUnit(Role role) {
        Caller staff = caller(role, Set.of(31, 32), Optional.empty());
        assertThat(reach(staff, null)).isEqualTo(new Reach.Below(THANH_SEN));
        assertThat(reach(staff, "18073")).isEqualTo(new Reach.Below(THANH_SEN));
        assertThat(reach(staff, "18754")).isEqualTo(new Reach.Outside());
        assertThat(reach(staff, "42")).isEqualTo(new Reach.Outside());
    }

    @Test
    void staffOfNoUnitOrOfSeveralReachNothing() {
        assertThat(reach(caller(Role.CLERK, Set.of(), Optional.empty()), null)).isEqualTo(new Reach.Never());
        assertThat(reach(caller(Role.CLERK, Set.of(31, 41), Optional.empty()), null))
                .isEqualTo(new Reach.Never());
        assertThat(reach(caller(Role.CLERK, Set.of(999), Optional.empty()), null))
                .isEqualTo(new Reach.Never());
    }

    @ParameterizedTest
    @EnumSource(names = {"CITIZEN", "OPERATOR", "MACHINE"})
    void otherRolesNeverSeeFigures(Role role) {
        assertThat(reach(caller(role, Set.of(31), Optional.of("42")), "42")).isEqualTo(new Reach.Never());
    }

    @Test
    void tellsAUnitThatNeverWasFromOneThatIsNotInForce() {
        assertThat(reach(auditor(Optional.of("VN")), "99999")).isEqualTo(new Reach.NoSuchUnit(false));
        assertThat(Reach.of(
                        auditor(Optional.of("VN")),
                        Optional.of(new Reach.Asked("18073", Optional.of(LocalDate.of(2025, 6, 30)))),
                        DAY,
                        DAY,
                        territory()))
                .isEqualTo(new Reach.NoSuchUnit(true));
    }

    @Test
    void anAuditorPlacedAtAUnitThatIsGoneSeesNothingOfTheOneThatHasItsCodeNow() {
        assertThat(reach(auditor(Optional.of("42@2025-07-01")), "42")).isEqualTo(new Reach.Below(HA_TINH));
        assertThat(reach(auditor(Optional.of("42@2025-06-30")), "42")).isEqualTo(new Reach.Never());
    }

    private static Reach reach(Caller caller, String code) {
        Optional<Reach.Asked> asked = Optional.ofNullable(code).map(unit -> new Reach.Asked(unit, Optional.empty()));
        return Reach.of(caller, asked, DAY, DAY, territory());
    }

    private static Caller auditor(Optional<String> unit) {
        return caller(Role.AUDITOR, Set.of(), unit);
    }

    private static Caller caller(Role role, Set<Integer> agencies, Optional<String> unit) {
        return new Caller("agencies|x", Set.of(role), Optional.empty(), agencies, unit);
    }
}
