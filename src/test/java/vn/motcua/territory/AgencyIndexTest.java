package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyIndexTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final LocalDate CITY = LocalDate.of(2026, 4, 30);

    private static final AgencyHistory DONG_NAI = new AgencyHistory(
            1000751,
            AgencyKind.PEOPLES_COMMITTEE,
            Level.PROVINCE,
            "S8M",
            List.of(
                    version(FIRST, Optional.of(CITY.minusDays(1)), "Ủy ban nhân dân tỉnh Đồng Nai"),
                    version(CITY, Optional.empty(), "Ủy ban nhân dân thành phố Đồng Nai")),
            List.of(
                    new AgencyHistory.Identifier(FIRST, Optional.of(CITY.minusDays(1)), "Z99.75", true),
                    new AgencyHistory.Identifier(CITY, Optional.empty(), "H19", false)));
    private static final AgencyHistory JUSTICE = new AgencyHistory(
            9000151,
            AgencyKind.MINISTRY,
            Level.MINISTRY,
            "S8M",
            List.of(version(FIRST, Optional.empty(), "Bộ Tư pháp")),
            List.of(new AgencyHistory.Identifier(FIRST, Optional.empty(), "G15", false)));

    private static final AgencyIndex INDEX = new AgencyIndex(List.of(DONG_NAI, JUSTICE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thành phố đồng nai",
                "uy ban nhan dan dong nai",
                "DONG NAI",
                "H19",
                "h19",
                "000.00.00.H19",
                "Z99.75",
                "1000751"
            })
    void agencyIsFoundByNameIdAndIdentifier(String query) {
        assertThat(INDEX.find(query, CITY)).containsExactly(DONG_NAI.on(CITY));
        assertThat(INDEX.find(Normalizer.normalize(query, Normalizer.Form.NFD), CITY))
                .containsExactly(DONG_NAI.on(CITY));
    }

    @Test
    void nameIsTheOneOfTheDay() {
        assertThat(INDEX.find("tinh dong nai", CITY)).isEmpty();
        assertThat(INDEX.find("tinh dong nai", FIRST))
                .extracting(Agency::name, Agency::identifier)
                .containsExactly(tuple("Ủy ban nhân dân tỉnh Đồng Nai", "Z99.75"));
    }

    @Test
    void nobodyIsFoundBeforeTheFirstDay() {
        assertThat(INDEX.find("", FIRST.minusDays(1))).isEmpty();
        assertThat(INDEX.find("H19", FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void withoutAQueryAllComeByLevelAndId() {
        assertThat(INDEX.find("", CITY)).containsExactly(JUSTICE.on(CITY), DONG_NAI.on(CITY));
    }

    private static AgencyHistory.Version version(LocalDate from, Optional<LocalDate> to, String name) {
        return new AgencyHistory.Version(from, to, name, Optional.empty());
    }
}
