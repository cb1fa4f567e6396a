package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.procedure.Publication.Change;
import vn.motcua.procedure.application.Procedures;

/** The seeds are what the portal's pages say, and what people confirmed. */
@MotcuaIT
class EverydayProceduresIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<PublishedProcedure> PAGES = PublishedTable.excerpt();

    @Autowired
    Procedures procedures;

    @ParameterizedTest
    @FieldSource("PAGES")
    void importingItsPageAgainChangesNothing(PublishedProcedure page) {
        ProcedureVersion inForce = inForce(page.code().value());
        assertThat(Publication.change(Optional.of(inForce), page, TODAY)).isEqualTo(new Change.Unchanged(inForce));
    }

    @Test
    void birthIsRegisteredTheSameDayAndThePageStillShowsWhatItShows() {
        assertThat(inForce("1.001193").variants()).hasSize(3).allSatisfy(variant -> {
            assertThat(variant.term()).hasValue(new Term.SameDay(LocalTime.of(15, 0)));
            assertThat(variant.basis()).hasValue(TermBasis.CONFIRMED);
            assertThat(variant.shown()).isEqualTo(new ShownTerm(Optional.of("1"), Optional.empty()));
        });
    }

    @Test
    void civilStatusIsCountedInWorkingDays() {
        assertThat(inForce("1.004873").variants()).hasSize(3).allSatisfy(variant -> {
            assertThat(variant.term()).hasValue(new Term.WorkingDays(3));
            assertThat(variant.basis()).hasValue(TermBasis.CONFIRMED);
        });
    }

    @Test
    void certifiedCopiesRestOnPractice() {
        assertThat(inForce("2.000815").variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.basis()).hasValue(TermBasis.UNVERIFIED));
    }

    @Test
    void whatNobodyConfirmedStaysAGap() {
        assertThat(inForce("2.001159").variants())
                .allSatisfy(variant -> assertThat(variant.gap()).hasValue(TermGap.HOUR_KIND_NOT_SHOWN));
        assertThat(inForce("1.001612").variants())
                .allSatisfy(variant -> assertThat(variant.gap()).hasValue(TermGap.TERM_NOT_SHOWN));
        assertThat(inForce("2.000720").variants())
                .allSatisfy(variant -> assertThat(variant.gap()).hasValue(TermGap.UNIT_NOT_SHOWN));
    }

    @Test
    void vehicleRegistrationWaitsForTheFee() {
        assertThat(inForce("1.013067").policy().startEvent()).isEqualTo(ClockPolicy.StartEvent.FEE_CONFIRMED);
        assertThat(inForce("1.013067").variants())
                .extracting(Variant::caseCode)
                .containsExactlyInAnyOrder("term-7-working-day", "term-1-hour", "term-2-working-day");
    }

    @Test
    void whoDecidesIsKnownForAllButOne() {
        assertThat(PAGES)
                .filteredOn(page -> inForce(page.code().value()).deciders().isEmpty())
                .extracting(page -> page.code().value())
                .containsExactly("1.013236");
    }

    private ProcedureVersion inForce(String code) {
        return Objects.requireNonNull(procedures.current().block())
                .inForce(new ProcedureCode(code), TODAY)
                .orElseThrow();
    }
}
