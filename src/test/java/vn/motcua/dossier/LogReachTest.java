package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.TerritoryFixtures;
import vn.motcua.territory.UnitKind;

class LogReachTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void theAuditorOfTheNationHasTheWholeLog() {
        assertThat(reach(Role.AUDITOR, "VN")).isEqualTo(new LogReach.Whole());
    }

    @Test
    void anyOtherAuditorHasWhatLiesBelowTheOwnUnit() {
        assertThat(reach(Role.AUDITOR, "42")).isEqualTo(new LogReach.Below(TerritoryFixtures.HA_TINH, Set.of(2, 3, 4)));
        assertThat(reach(Role.AUDITOR, "18073")).isEqualTo(new LogReach.Below(TerritoryFixtures.THANH_SEN, Set.of(3)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void nobodyElseHasAnyOfIt(Role role) {
        assertThat(reach(role, "VN")).isEqualTo(new LogReach.Never());
    }

    @Test
    void anAuditorOfNoUnitInForceHasNothing() {
        assertThat(reach(Role.AUDITOR, "99")).isEqualTo(new LogReach.Never());
        assertThat(LogReach.of(
                        new Caller("a", Set.of(Role.AUDITOR), Optional.empty(), Set.of(), Optional.empty()),
                        TODAY,
                        TerritoryFixtures.territory()))
                .isEqualTo(new LogReach.Never());
    }

    /** Codes were reused: 52 was Bình Định, and is Gia Lai. */
    @Test
    void anAuditorPlacedAtAUnitDoesNotFollowItsCodeToAnother() {
        AdministrativeUnit gone = new AdministrativeUnit(
                6,
                "52",
                "Bình Định",
                Level.PROVINCE,
                UnitKind.TINH,
                LocalDate.of(1989, 7, 1),
                Optional.of(TerritoryFixtures.REFORM.minusDays(1)),
                Optional.of(1));
        AdministrativeUnit heir = TerritoryFixtures.unit(7, "52", Level.PROVINCE, Optional.of(1));
        var territory = new Territory(List.of(TerritoryFixtures.NATION, gone, heir), List.of(), List.of());
        assertThat(LogReach.of(auditor("52@2025-06-30"), TODAY, territory)).isEqualTo(new LogReach.Never());
        assertThat(LogReach.of(auditor("52@2025-07-01"), TODAY, territory))
                .isEqualTo(new LogReach.Below(heir, Set.of(7)));
    }

    private static Caller auditor(String unit) {
        return new Caller("a", Set.of(Role.AUDITOR), Optional.empty(), Set.of(), Optional.of(unit));
    }

    private static LogReach reach(Role role, String unit) {
        return LogReach.of(
                new Caller("a", Set.of(role), Optional.empty(), Set.of(), Optional.of(unit)),
                TODAY,
                TerritoryFixtures.territory());
    }
}
