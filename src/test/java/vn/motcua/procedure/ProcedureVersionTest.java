package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Competence;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;
import vn.motcua.territory.TerritoryFixtures;

class ProcedureVersionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final ProcedureVersion RESIDENCE = new ProcedureVersion(
            1,
            new ProcedureCode("1.004222"),
            "Đăng ký thường trú",
            "Đăng ký, quản lý cư trú",
            FIRST,
            Optional.of(LAST),
            List.of(Decider.of(Level.COMMUNE, AgencyKind.POLICE)),
            ClockPolicy.GENERAL,
            List.of());

    @Test
    void firstAndLastDayBelongToTheVersion() {
        assertThat(RESIDENCE.isInForceOn(FIRST.minusDays(1))).isFalse();
        assertThat(RESIDENCE.isInForceOn(FIRST)).isTrue();
        assertThat(RESIDENCE.isInForceOn(LAST)).isTrue();
        assertThat(RESIDENCE.isInForceOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void namedAgencyDecidesOnlyWithTheRightKindAndLevel() {
        assertThat(RESIDENCE.isDecidedBy(TerritoryFixtures.POLICE)).isTrue();
        assertThat(RESIDENCE.isDecidedBy(TerritoryFixtures.COMMITTEE)).isFalse();
        assertThat(RESIDENCE.isDecidedBy(TerritoryFixtures.PROVINCE_COMMITTEE)).isFalse();
    }

    @Test
    void placeGivesTheAgencyThatDecides() {
        assertThat(RESIDENCE.competentIn(TerritoryFixtures.THANH_SEN, FIRST, TerritoryFixtures.territory()))
                .isEqualTo(new Competence.One(TerritoryFixtures.POLICE));
    }
}
