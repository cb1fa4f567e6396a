package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import static vn.motcua.reference.SourceFile.UNIT_SUCCESSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;
import vn.motcua.territory.UnitKind;

class TerritoryPlanTest {

    private static final LocalDate CITY = LocalDate.of(2026, 4, 30);

    @Test
    void countsTheSmallCountry() {
        ImportPlan plan = country().planOn(NATION);
        assertThat(bad(plan)).isEmpty();
        assertThat(plan.overview()).isEqualTo(new Overview(1, 2, 1, 1, 2, 5, 3, 16, 16, 0, 0, 0));
    }

    @Test
    void theSameTablesOnceMoreChangeNothing() {
        Territory loaded = after(NATION, country().planOn(NATION));
        ImportPlan again = country().planOn(loaded);
        assertThat(bad(again)).isEmpty();
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void eachTableMayComeByItself() {
        Territory first = after(NATION, tables().with(UNITS_2025, UNITS).planOn(NATION));
        Territory second = after(first, tables().with(UNITS_2024, OLD_UNITS).planOn(first));
        ImportPlan last = tables().with(UNIT_SUCCESSION, SUCCESSIONS).planOn(second);
        assertThat(bad(last)).isEmpty();
        assertThat(last.territory().successions()).hasSize(5);
    }

    @Test
    void aCodeMeansAnotherUnitFromTheReformOn() {
        Territory loaded = after(NATION, country().planOn(NATION));
        assertThat(loaded.unitInForce("18073", LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .name())
                .isEqualTo("Phường Nam Hà");
        assertThat(loaded.unitInForce("18073", LocalDate.of(2025, 7, 1))
                        .orElseThrow()
                        .name())
                .isEqualTo("Phường Thành Sen");
    }

    @Test
    void allBelowAChangedUnitGetAVersionInsideIt() {
        Territory loaded = after(NATION, country().planOn(NATION));
        AdministrativeUnit city = loaded.unitInForce("42", CITY).orElseThrow();
        AdministrativeUnit same = loaded.unitInForce("18073", CITY).orElseThrow();
        AdministrativeUnit renamed = loaded.unitInForce("18100", CITY).orElseThrow();
        assertThat(city.kind()).isEqualTo(UnitKind.THANH_PHO);
        assertThat(List.of(same, renamed)).allSatisfy(unit -> {
            assertThat(unit.validFrom()).isEqualTo(CITY);
            assertThat(unit.parent()).hasValue(city.version());
        });
        assertThat(renamed.name()).isEqualTo("Phường Trần Phú Mới");
        assertThat(loaded.unitInForce("18073", CITY.minusDays(1)).orElseThrow().validTo())
                .hasValue(CITY.minusDays(1));
        assertThat(loaded.successions()
                        .filter(one -> one.to().filter(to -> to > 2_000_000).isPresent())
                        .map(Succession::kind))
                .containsExactlyInAnyOrder(Succession.Kind.RAISED, Succession.Kind.UNCHANGED, Succession.Kind.RENAMED);
    }

    @Test
    void agenciesKeepTheirIdAndFollowTheNameOfTheirUnit() {
        Territory loaded = after(NATION, country().planOn(NATION));
        Agency before = committee(loaded, CITY.minusDays(1));
        Agency since = committee(loaded, CITY);
        assertThat(since.id()).isEqualTo(before.id()).isEqualTo(1_000_421);
        assertThat(before.name()).isEqualTo("Ủy ban nhân dân tỉnh Hà Tĩnh");
        assertThat(since.name()).isEqualTo("Ủy ban nhân dân thành phố Hà Tĩnh");
        assertThat(since.identifier()).isEqualTo("Z99.42");
    }

    /** Old units have committees of their own, whichever table comes first, and never those of today. */
    @Test
    void oldUnitsHaveCommitteesThatEndWithThem() {
        Territory loaded = after(NATION, tables().with(UNITS_2024, OLD_UNITS).planOn(NATION));
        LocalDate last = LocalDate.of(2025, 6, 30);
        assertThat(loaded.agenciesOn(last))
                .extracting(Agency::id, Agency::identifier)
                .contains(tuple(11_000_421, "Z98.42"), tuple(13_180_731, "Z98.18073"));
        assertThat(loaded.agenciesOn(last.plusDays(1))).isEmpty();
    }

    @Test
    void officialIsOnlyWhatIsConfirmedForABearerOfTheSameName() {
        Territory loaded = after(NATION, country().with(AGENCY_CODES, """
            H27,UBND tỉnh Hà Tĩnh,province,42,42,Tỉnh Hà Tĩnh,yes,confirmed,
            G15,Bộ Tư pháp,ministry,,,,kept,confirmed,
            G04,Bộ Giao thông vận tải,ministry,,,,merged,confirmed,
            G13,Bộ Tài nguyên,ministry,,,,kept,probable,
            """).planOn(NATION));
        assertThat(loaded.agency("H27").orElseThrow().provisional()).isFalse();
        assertThat(loaded.agency("G15").orElseThrow().id()).isEqualTo(9_000_151);
        assertThat(loaded.agency("G04")).isEmpty();
        assertThat(loaded.agency("G13")).isEmpty();
    }

    @Test
    void anIdentifierThatBecomesOfficialLaterEndsTheProvisionalOneTheDayBefore() {
        Territory loaded = after(NATION, country().planOn(NATION));
        TerritoryChanges changes = tables().with(
                        AGENCY_CODES, "H27,UBND tỉnh Hà Tĩnh,province,42,42,Tỉnh Hà Tĩnh,yes,confirmed,\n")
                .planOn(loaded)
                .territory();
        assertThat(changes.identifierEnds())
                .containsExactly(new TerritoryChanges.AgencyEnd(
                        1_000_421, LocalDate.of(2025, 7, 1), ReferenceFixtures.TODAY.minusDays(1)));
        assertThat(changes.identifiers()).singleElement().satisfies(added -> {
            assertThat(added.identifier().validFrom()).isEqualTo(ReferenceFixtures.TODAY);
            assertThat(added.identifier().provisional()).isFalse();
        });
    }

    @Test
    void endsAVersionThatIsOpen() {
        Territory open = with(unit(300_001, "00001", LocalDate.of(2025, 3, 1), Optional.empty(), 200_001));
        TerritoryChanges changes = tables().with(UNITS_2024, """
            01,Tỉnh,tinh,tinh,
            001,Quận,quan,huyen,01
            00001,Phường A,phuong,xa,001
            """).planOn(open).territory();
        assertThat(changes.unitEnds())
                .containsExactly(new TerritoryChanges.UnitEnd(300_001, LocalDate.of(2025, 6, 30)));
        assertThat(changes.units()).extracting(AdministrativeUnit::code).containsExactly("01", "001");
    }

    private static Agency committee(Territory loaded, LocalDate day) {
        return loaded.agenciesOn(day)
                .filter(agency -> agency.level() == Level.PROVINCE && agency.kind() == AgencyKind.PEOPLES_COMMITTEE)
                .findFirst()
                .orElseThrow();
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
