package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.ReferenceFixtures.NATION;
import static vn.motcua.reference.ReferenceFixtures.bad;
import static vn.motcua.reference.ReferenceFixtures.tables;
import static vn.motcua.reference.SourceFile.PROCEDURES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.platform.Snapshot;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureDraft.Doubt;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.Variant;
import vn.motcua.reference.CatalogueChanges.NewVersion;

class CataloguePlanTest {

    private static final String RESIDENCE =
            "1.004222,Đăng ký thường trú,Cư trú,xa,7,working_day,10000,dichvucong.gov.vn,Bộ Công an,1523/QĐ-BCA,Công"
                    + " an cấp Xã,online+counter,,,https://dichvucong.gov.vn/1,\"10,000 VNĐ\",\n";
    private static final String NO_UNIT =
            RESIDENCE.replace("7,working_day", "7,").replace("1.004222", "1.004223");
    private static final String SUSPECT = RESIDENCE
            .replace("10000", "20")
            .replace("\"10,000 VNĐ\",", "20 VNĐ,1")
            .replace("1.004222", "1.004224");

    @Test
    void aNewProcedureStandsFromTheReformOn() {
        ImportPlan plan = tables().with(PROCEDURES, RESIDENCE).planOn(NATION);
        assertThat(bad(plan)).isEmpty();
        assertThat(plan.catalogue().versions()).singleElement().satisfies(added -> {
            assertThat(added.version().id()).isEqualTo(100_422_201);
            assertThat(added.version().effectiveFrom()).isEqualTo("2025-07-01");
            assertThat(added.source()).isEqualTo("dichvucong.gov.vn");
        });
    }

    @Test
    void flagsSuspectFeesAndMissingUnitsAndGuessesNeither() {
        ImportPlan plan =
                tables().with(PROCEDURES, RESIDENCE + NO_UNIT + SUSPECT).planOn(NATION);
        assertThat(plan.flags())
                .contains(
                        new Flag(PROCEDURES, 3, "1.004223", Doubt.TERM_MISSING),
                        new Flag(PROCEDURES, 4, "1.004224", Doubt.FEE_SUSPECT));
        assertThat(version(plan, 1).variants())
                .allSatisfy(variant -> assertThat(variant.term()).isEmpty());
        assertThat(version(plan, 2).variants())
                .allSatisfy(variant -> assertThat(variant.fee().dong()).isEmpty());
        assertThat(plan.overview().suspectFees()).isEqualTo(1);
        assertThat(plan.overview().variantsWithoutTerm()).isEqualTo(2);
    }

    @Test
    void aTermThatWasConfirmedIsNotMissing() {
        ProcedureVersion missing = loaded(NO_UNIT).versions().findFirst().orElseThrow();
        ProcedureVersion confirmed = new ProcedureVersion(
                missing.id(),
                missing.code(),
                missing.name(),
                missing.sector(),
                missing.effectiveFrom(),
                missing.effectiveTo(),
                missing.deciders(),
                missing.policy(),
                missing.variants().stream().map(CataloguePlanTest::confirmed).toList(),
                missing.provenance(),
                missing.retentionClass(),
                missing.papers(),
                missing.least());
        ProcedureCatalogue catalogue = new ProcedureCatalogue(List.of(confirmed));
        for (String page : List.of(NO_UNIT, NO_UNIT.replace("10000", "12000"))) {
            ImportPlan plan = planOn(catalogue, page, ReferenceFixtures.TODAY);
            assertThat(plan.flags()).extracting(Flag::doubt).doesNotContain(Doubt.TERM_MISSING);
            assertThat(plan.overview().variantsWithoutTerm()).isZero();
        }
    }

    private static Variant confirmed(Variant variant) {
        return new Variant(
                variant.channel(),
                variant.caseCode(),
                variant.caseName(),
                variant.shown(),
                variant.published(),
                Optional.of(new TermConfirmation(
                        new Term.WorkingDays(7), true, "Quyết định thử", "operator", Instant.EPOCH)),
                variant.fee(),
                variant.listing());
    }

    @Test
    void theSameTableOnceMoreChangesNothing() {
        ProcedureCatalogue loaded = loaded(RESIDENCE + NO_UNIT + SUSPECT);
        assertThat(planOn(loaded, RESIDENCE + NO_UNIT + SUSPECT, ReferenceFixtures.TODAY)
                        .changesNothing())
                .isTrue();
    }

    @Test
    void whatThePageSaysOtherwiseIsANewVersionFromToday() {
        ImportPlan plan = planOn(loaded(RESIDENCE), RESIDENCE.replace(",7,", ",5,"), ReferenceFixtures.TODAY);
        assertThat(plan.catalogue().ends())
                .containsExactly(new CatalogueChanges.VersionEnd(100_422_201, ReferenceFixtures.TODAY.minusDays(1)));
        assertThat(version(plan, 0).effectiveFrom()).isEqualTo(ReferenceFixtures.TODAY);
        assertThat(version(plan, 0).id()).isEqualTo(100_422_202);
    }

    @Test
    void aVersionThatBeganTodayCannotBeReplacedToday() {
        ImportPlan plan = planOn(loaded(RESIDENCE), RESIDENCE.replace(",7,", ",5,"), LocalDate.of(2025, 7, 1));
        assertThat(bad(plan)).containsExactly("procedures.csv 2 changed-today 1.004222");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.004222 | 1.00422 | malformed-code code",
                "Đăng ký thường trú | '' | missing-value name_vi",
                ",7, | ,seven, | malformed-number duration",
                "working_day | fortnight | unknown-value unit",
                "online+counter | online+pigeon | unknown-value channels",
                ",xa, | ,galaxy, | unknown-value level",
            })
    void refusesARowThatCannotBeRead(String cell, String other, String why) {
        assertThat(tables().with(PROCEDURES, RESIDENCE.replace(cell, other)).bad())
                .containsExactly("procedures.csv 2 " + why);
    }

    @Test
    void refusesTheSameProcedureTwice() {
        assertThat(tables().with(PROCEDURES, RESIDENCE + RESIDENCE).bad())
                .containsExactly("procedures.csv 3 duplicate-key 1.004222");
    }

    private static ProcedureVersion version(ImportPlan plan, int at) {
        return plan.catalogue().versions().get(at).version();
    }

    private static ProcedureCatalogue loaded(String lines) {
        List<NewVersion> versions =
                tables().with(PROCEDURES, lines).planOn(NATION).catalogue().versions();
        return new ProcedureCatalogue(versions.stream().map(NewVersion::version).toList());
    }

    private static ImportPlan planOn(ProcedureCatalogue catalogue, String lines, LocalDate today) {
        return tables().with(PROCEDURES, lines)
                .planOn(
                        new Loaded(
                                new Snapshot<>(1, NATION),
                                new Snapshot<>(1, catalogue),
                                new Snapshot<>(1, ReferenceFixtures.CALENDAR)),
                        today);
    }
}
