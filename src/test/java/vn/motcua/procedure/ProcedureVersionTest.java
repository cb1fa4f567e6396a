package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.territory.Competence;
import vn.motcua.territory.TerritoryFixtures;

class ProcedureVersionTest {

    private static final LocalDate FIRST = ProcedureFixtures.FROM;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final ProcedureVersion RESIDENCE =
            ProcedureFixtures.procedure(1, "1.004222", "Đăng ký thường trú", Optional.of(LAST));

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
