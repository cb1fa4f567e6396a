package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.territory.TerritoryFixtures.REFORM;
import static vn.motcua.territory.TerritoryFixtures.THANH_SEN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryTest {

    private static final AgencyHistory OFFICE = history(
            11,
            new AgencyHistory.Identifier(REFORM, Optional.of(REFORM.plusDays(9)), "Z99.42", true),
            new AgencyHistory.Identifier(REFORM.plusDays(10), Optional.empty(), "H27.01", false));
    private static final AgencyHistory OTHER =
            history(12, new AgencyHistory.Identifier(REFORM.plusDays(10), Optional.empty(), "Z99.43", true));

    @ParameterizedTest
    @ValueSource(strings = {"11", "H27.01", "h27.01", "000.00.01.H27", "Z99.42"})
    void agencyIsFoundByIdAndByEveryFormOfEveryIdentifier(String text) {
        assertThat(territory(OFFICE, OTHER).agency(text)).map(Agency::id).hasValue(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13", "1234567890", "H27", "11 ", "-11", "Đ27"})
    void whatNobodyBearsFindsNobody(String text) {
        assertThat(territory(OFFICE, OTHER).agency(text)).isEmpty();
    }

    @Test
    void identifierMeansWhoBearsItNowBeforeWhoBoreIt() {
        AgencyHistory heir =
                history(13, new AgencyHistory.Identifier(REFORM.plusDays(10), Optional.empty(), "Z99.42", true));
        assertThat(territory(OFFICE, heir).agency("Z99.42")).map(Agency::id).hasValue(13);
    }

    private static Territory territory(AgencyHistory... agencies) {
        return new Territory(List.of(THANH_SEN), List.of(), List.of(agencies));
    }

    private static AgencyHistory history(int id, AgencyHistory.Identifier... identifiers) {
        return new AgencyHistory(
                id,
                AgencyKind.PEOPLES_COMMITTEE,
                Level.COMMUNE,
                "S8M",
                List.of(new AgencyHistory.Version(REFORM, Optional.empty(), "Office", Optional.of(3))),
                List.of(identifiers));
    }
}
