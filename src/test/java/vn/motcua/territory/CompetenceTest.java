package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.territory.AgencyKind.PEOPLES_COMMITTEE;
import static vn.motcua.territory.TerritoryFixtures.COMMITTEE;
import static vn.motcua.territory.TerritoryFixtures.HA_TINH;
import static vn.motcua.territory.TerritoryFixtures.NATION;
import static vn.motcua.territory.TerritoryFixtures.NGHE_AN;
import static vn.motcua.territory.TerritoryFixtures.OTHER_COMMITTEE;
import static vn.motcua.territory.TerritoryFixtures.POLICE;
import static vn.motcua.territory.TerritoryFixtures.PROVINCE_COMMITTEE;
import static vn.motcua.territory.TerritoryFixtures.THANH_SEN;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompetenceTest {

    @Test
    void communeAnswersForItself() {
        assertThat(competence(Level.COMMUNE, PEOPLES_COMMITTEE, THANH_SEN)).isEqualTo(new Competence.One(COMMITTEE));
    }

    @Test
    void kindOfAgencySetsPoliceApartFromCommittee() {
        assertThat(competence(Level.COMMUNE, AgencyKind.POLICE, THANH_SEN)).isEqualTo(new Competence.One(POLICE));
    }

    @Test
    void provinceAnswersForItsCommunes() {
        assertThat(competence(Level.PROVINCE, PEOPLES_COMMITTEE, THANH_SEN))
                .isEqualTo(new Competence.One(PROVINCE_COMMITTEE));
    }

    @Test
    void placeNamedTooBroadlyLeavesAChoice() {
        assertThat(competence(Level.COMMUNE, PEOPLES_COMMITTEE, HA_TINH))
                .isEqualTo(new Competence.Ambiguous(List.of(COMMITTEE, OTHER_COMMITTEE)));
    }

    @Test
    void oneAgencyBelowABroadPlaceIsNoChoice() {
        assertThat(competence(Level.PROVINCE, PEOPLES_COMMITTEE, NATION))
                .isEqualTo(new Competence.One(PROVINCE_COMMITTEE));
    }

    @Test
    void placeWithoutSuchAnAgencyHasNone() {
        assertThat(competence(Level.COMMUNE, PEOPLES_COMMITTEE, NGHE_AN)).isEqualTo(new Competence.None());
        assertThat(competence(Level.PROVINCE, AgencyKind.POLICE, THANH_SEN)).isEqualTo(new Competence.None());
    }

    private static Competence competence(Level level, AgencyKind kind, AdministrativeUnit unit) {
        return Competence.of(
                List.of(Decider.of(level, kind)), unit, TerritoryFixtures.REFORM, TerritoryFixtures.territory());
    }
}
