package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.ReferenceFixtures.NATION;
import static vn.motcua.reference.ReferenceFixtures.OLD_UNITS;
import static vn.motcua.reference.ReferenceFixtures.SUCCESSIONS;
import static vn.motcua.reference.ReferenceFixtures.UNITS;
import static vn.motcua.reference.ReferenceFixtures.after;
import static vn.motcua.reference.ReferenceFixtures.bad;
import static vn.motcua.reference.ReferenceFixtures.country;
import static vn.motcua.reference.ReferenceFixtures.tables;
import static vn.motcua.reference.SourceFile.AGENCY_CODES;
import static vn.motcua.reference.SourceFile.UNITS_2024;
import static vn.motcua.reference.SourceFile.UNITS_2025;
import static vn.motcua.reference.SourceFile.UNITS_CHANGES_2026;
import static vn.motcua.reference.SourceFile.UNIT_SUCCESSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.UnitKind;

class TerritoryFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99,Tỉnh,tinh,42 | 2 level-does-not-fit 99",
                "18001,Xã A,xa,77 | 2 unknown-parent 77",
                "18001,Xã A,xa, | 2 missing-value parent_code",
                "18001,,xa,42 | 2 missing-value name",
                "1800,Xã A,xa,42 | 2 malformed-code 1800",
                "18001,Xã A,tinh,42 | 2 kind-does-not-fit 18001",
                "18001,Xã A,lang,42 | 2 unknown-value lang",
                "436,Huyện A,huyen,42 | 2 level-does-not-fit 42",
                "18001,Xã A,xa,18002 | 2 level-does-not-fit 18002",
                "18001,Xã A,xa,18001 | 2 parent-cycle 18001",
            })
    void refusesAUnitThatCannotBe(String line, String why) {
        assertThat(tables().with(UNITS_2025, line + "\n").bad()).containsExactly("units_2025.csv " + why);
    }

    @Test
    void refusesTheSameCodeTwice() {
        assertThat(tables().with(UNITS_2025, UNITS + "18073,Phường Khác,phuong,42\n")
                        .bad())
                .containsExactly("units_2025.csv 5 duplicate-key 18073");
    }

    @Test
    void namesTheKeyThatStandsTwice() {
        String first = SUCCESSIONS.lines().skip(2).findFirst().orElseThrow() + "\n";
        assertThat(country().with(UNIT_SUCCESSION, first).bad())
                .containsExactly("unit_succession.csv 2 duplicate-key 18070->18073");
        assertThat(country()
                        .with(UNITS_CHANGES_2026, "2026-04-30,42,A,B,tinh->tinh,x\n")
                        .bad())
                .containsExactly("units_changes_2026.csv 2 duplicate-key 2026-04-30.42");
    }

    @Test
    void refusesParentsInACircleAndNothingBelowThemTwice() {
        assertThat(tables().with(UNITS_2024, """
            001,Quận A,quan,huyen,00001
            00001,Phường A,phuong,xa,001
            00002,Phường B,phuong,xa,001
            """).bad())
                .containsExactlyInAnyOrder("units_2024.csv 2 parent-cycle 001", "units_2024.csv 3 parent-cycle 00001");
    }

    @Test
    void refusesACircleOnceForEachUnitInItAndNotForThoseThatLeadIntoIt() {
        assertThat(tables().with(UNITS_2025, """
            18001,Xã A,xa,18002
            18002,Xã B,xa,18003
            18003,Xã C,xa,18002
            """).bad())
                .containsExactly(
                        "units_2025.csv 2 level-does-not-fit 18002",
                        "units_2025.csv 3 parent-cycle 18002",
                        "units_2025.csv 4 parent-cycle 18003");
    }

    @Test
    void oneBadUnitIsOneFault() {
        assertThat(tables().with(UNITS_2025, UNITS.replace("42,Tỉnh Hà Tĩnh,tinh,", "42,,tinh,"))
                        .bad())
                .containsExactly("units_2025.csv 2 missing-value name");
    }

    @Test
    void neverRewritesAVersion() {
        Territory loaded = after(NATION, country().planOn(NATION));
        assertThat(bad(tables().with(UNITS_2025, UNITS.replace("Thành Sen", "Khác"))
                        .planOn(loaded)))
                .containsExactly("units_2025.csv 3 differs 18073");
        assertThat(bad(tables().with(UNITS_2024, OLD_UNITS.replace("Nam Hà", "Khác"))
                        .planOn(loaded)))
                .containsExactly("units_2024.csv 5 differs 18073");
        assertThat(bad(tables().with(UNIT_SUCCESSION, SUCCESSIONS.replace("18100,part,", "18100,whole,"))
                        .planOn(loaded)))
                .containsExactly("unit_succession.csv 5 differs 18070");
    }

    @Test
    void refusesValidityThatOverlaps() {
        Territory loaded = with(unit(300_001, "18073", LocalDate.of(2025, 5, 1), Optional.empty(), 1_000_000));
        assertThat(bad(tables().with(UNITS_2025, UNITS).planOn(loaded)))
                .containsExactly("units_2025.csv 3 overlaps 18073");
    }

    @Test
    void refusesAUnitOutsideItsParentsValidity() {
        Territory ended = after(
                NATION,
                tables().with(UNITS_2025, "42,Tỉnh Hà Tĩnh,tinh,\n")
                        .with(
                                UNITS_CHANGES_2026,
                                "2026-04-30,42,Tỉnh Hà Tĩnh,Thành phố Hà Tĩnh,tinh->thanh_pho_tw,Nghị quyết\n")
                        .planOn(NATION));
        assertThat(bad(tables().with(UNITS_2025, UNITS).planOn(ended)))
                .containsExactly("units_2025.csv 3 outside-parent 18073", "units_2025.csv 4 outside-parent 18100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-07-01,18073,Phường Thành Sen,Phường B,phuong->phuong,x | ends-before-it-begins 18073",
                "2026-01-01,18999,Phường A,Phường B,phuong->phuong,x | unknown-unit 18999",
                "2026-01-01,18073,Phường A,Phường B,phuong->phuong,x | not-as-before 18073",
                "2026-01-01,18073,Phường Thành Sen,Xã B,xa->phuong,x | not-as-before 18073",
                "2026-02-30,18073,Phường Thành Sen,Xã B,phuong->xa,x | malformed-date 2026-02-30",
                "2026-01-01,18073,Phường Thành Sen,Tỉnh B,phuong->tinh,x | kind-does-not-fit 18073",
                "2026-01-01,18073,Phường Thành Sen,Xã B,phuong,x | unknown-value change",
                "2026-01-01,18073,Phường Thành Sen,,phuong->xa,x | missing-value new_name",
            })
    void refusesAChangeThatCannotBe(String line, String why) {
        assertThat(tables().with(UNITS_2025, UNITS)
                        .with(UNITS_CHANGES_2026, line + "\n")
                        .bad())
                .containsExactly("units_changes_2026.csv 2 " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-12-01,18100,Phường Trần Phú,Phường B,phuong->phuong,x | 18100",
                "2025-12-01,18073,Phường Thành Sen,Xã B,phuong->xa,x | 18073",
                "2025-12-01,42,Tỉnh Hà Tĩnh,Tỉnh B,tinh->tinh,x | 42",
                "2025-05-01,42,Tỉnh Hà Tĩnh,Tỉnh B,tinh->tinh,x | 42",
            })
    void refusesAChangeBeforeOneThatIsLoaded(String line, String code) {
        Territory loaded = after(NATION, country().planOn(NATION));
        assertThat(bad(tables().with(UNITS_CHANGES_2026, line + "\n").planOn(loaded)))
                .containsExactly("units_changes_2026.csv 2 differs " + code);
    }

    @Test
    void refusesAChangeAboveWhatBeganLater() {
        Territory loaded = with(unit(1_300_001, "18999", LocalDate.of(2026, 2, 1), Optional.empty(), 1_100_042));
        Territory province = after(loaded, tables().with(UNITS_2025, UNITS).planOn(loaded));
        assertThat(bad(tables().with(UNITS_CHANGES_2026, "2026-01-01,42,Tỉnh Hà Tĩnh,Tỉnh B,tinh->tinh,x\n")
                        .planOn(province)))
                .containsExactly("units_changes_2026.csv 2 differs 42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xa,18999,18073,part,A,B,,,, | unknown-predecessor 18999",
                "vung,,,abolished,A,,,,, | missing-value old_code",
                "xa,18070,18999,part,A,B,,,, | unknown-successor 18999",
                "xa,18070,,part,A,B,,,, | missing-value new_code",
                "xa,18070,18073,abolished,A,B,,,, | unknown-value new_code",
                "xa,436,18073,part,A,B,,,, | malformed-code 436",
                "xa,18070,18073,eaten,A,B,,,, | unknown-value eaten",
            })
    void refusesASuccessionThatCannotBe(String line, String why) {
        assertThat(tables().with(UNITS_2024, OLD_UNITS)
                        .with(UNITS_2025, UNITS)
                        .with(UNIT_SUCCESSION, line + "\n")
                        .bad())
                .containsExactly("unit_succession.csv 2 " + why);
    }

    @Test
    void refusesAnIdentifierOfAnother() {
        assertThat(country()
                        .with(UNITS_2025, "01,Tỉnh,tinh,\n")
                        .with(AGENCY_CODES, """
                            H27,UBND tỉnh Hà Tĩnh,province,42,42,Tỉnh Hà Tĩnh,yes,confirmed,
                            H28,UBND tỉnh Hà Tĩnh,province,42,42,Tỉnh Hà Tĩnh,yes,confirmed,
                            H29,UBND tỉnh,province,77,77,Tỉnh,yes,confirmed,
                            """)
                        .bad())
                .containsExactly("agency_codes.csv 3 differs H28", "agency_codes.csv 4 unknown-agency 77");
    }

    @Test
    void refusesAnIdentifierThatAnotherBears() {
        Territory loaded = after(
                NATION,
                country()
                        .with(UNITS_2025, "01,Tỉnh Khác,tinh,\n")
                        .with(AGENCY_CODES, "H27,UBND tỉnh Hà Tĩnh,province,42,42,Tỉnh Hà Tĩnh,yes,confirmed,\n")
                        .planOn(NATION));
        assertThat(bad(tables().with(AGENCY_CODES, "H27,UBND,province,01,01,Tỉnh Khác,yes,confirmed,\n")
                        .planOn(loaded)))
                .containsExactly("agency_codes.csv 2 identifier-taken H27");
    }

    @Test
    void listsTheFirstThousandAndCountsTheRest() {
        var lines = new StringBuilder();
        IntStream.range(0, 1500).forEach(at -> lines.append("%05d,,xa,42%n".formatted(at)));
        BadLines bad =
                tables().with(UNITS_2025, lines.toString()).planOn(NATION).bad();
        assertThat(bad.count()).isEqualTo(1500);
        assertThat(bad.first()).hasSize(1000);
    }

    @Test
    void plansNothingOnATableThatWasNotReadToItsEnd() {
        assertThat(country().withText(SourceFile.HOLIDAYS, "date;kind\n").bad())
                .allMatch(line -> line.startsWith("holidays_vn.csv 1 "))
                .contains("holidays_vn.csv 1 missing-column date");
    }

    private static Territory with(AdministrativeUnit unit) {
        return new Territory(Stream.concat(NATION.units(), Stream.of(unit)).toList(), List.of(), List.of());
    }

    private static AdministrativeUnit unit(
            int version, String code, LocalDate from, Optional<LocalDate> to, int parent) {
        return new AdministrativeUnit(
                version, code, "Phường A", Level.COMMUNE, UnitKind.PHUONG, from, to, Optional.of(parent));
    }
}
