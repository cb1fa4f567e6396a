package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code 52 was Bình Định's and is Gia Lai's; code 64 is nobody's any more. */
class UnitAtTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final Territory TERRITORY = new Territory(
            List.of(
                    unit(100_052, "52", "Bình Định", Optional.of(REFORM.minusDays(1))),
                    unit(100_064, "64", "old Gia Lai", Optional.of(REFORM.minusDays(1))),
                    unit(1_100_052, "52", "Gia Lai", Optional.empty())),
            List.of(),
            List.of());

    @ParameterizedTest
    @CsvSource({
        "52,            2026-11-21, Gia Lai",
        "52,            2025-06-30, Bình Định",
        "52@2025-06-30, 2026-11-21, Bình Định",
        "52@2025-07-01, 2025-06-30, Gia Lai",
        "64,            2026-11-21, old Gia Lai",
        "64@2026-01-01, 2025-06-30, old Gia Lai"
    })
    void namesTheUnitThatHadTheCodeOnTheDayOrLastBefore(String text, LocalDate today, String name) {
        assertThat(UnitAt.parse(text).orElseThrow().in(TERRITORY, today))
                .map(AdministrativeUnit::name)
                .hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53", "52@2025-02-28", "", "@2026-01-01"})
    void namesNobodyBeforeTheFirstOrWithoutThatCode(String text) {
        assertThat(UnitAt.parse(text).orElseThrow().in(TERRITORY, REFORM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"52@", "52@today", "52@2026-02-29", "52@2026-01-01@2026-01-01"})
    void daysThatAreNoneAreNotRead(String text) {
        assertThat(UnitAt.parse(text)).isEmpty();
    }

    @Test
    void dayMayBeLeftOut() {
        assertThat(UnitAt.parse("52")).hasValue(new UnitAt("52", Optional.empty()));
    }

    private static AdministrativeUnit unit(int version, String code, String name, Optional<LocalDate> last) {
        LocalDate first = last.isPresent() ? LocalDate.of(2025, 3, 1) : REFORM;
        return new AdministrativeUnit(
                version, code, name, Level.PROVINCE, UnitKind.TINH, first, last, Optional.empty());
    }
}
