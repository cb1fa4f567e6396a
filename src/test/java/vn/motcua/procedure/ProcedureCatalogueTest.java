package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.procedure.ProcedureFixtures.procedure;
import static vn.motcua.procedure.ProcedureFixtures.variant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureCatalogueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final ProcedureCatalogue CATALOGUE = new ProcedureCatalogue(List.of(
            procedure(100068901, "1.000689", "Đăng ký khai sinh kết hợp nhận cha, mẹ, con"),
            procedure(100119301, "1.001193", "Thủ tục đăng ký khai sinh"),
            procedure(100488401, "1.004884", "Thủ tục đăng ký lại khai sinh"),
            procedure(100422201, "1.004222", "Đăng ký thường trú"),
            procedure(100477701, "1.004777", "Khai sinh cũ", Optional.of(LocalDate.of(2026, 6, 30)))));

    @ParameterizedTest
    @ValueSource(strings = {"khai sinh", "KHAI SINH", "Khai  sinh", "sinh khai", "kha si", "Khai sinh"})
    void wordsAreFoundWithoutMarksInAnyOrderAndByTheirBeginnings(String query) {
        assertThat(codes(query)).containsExactlyInAnyOrder("1.001193", "1.004884", "1.000689");
    }

    @Test
    void equallyGoodHitsComeShortestNameFirst() {
        assertThat(codes("khai sinh")).containsExactly("1.001193", "1.004884", "1.000689");
    }

    @Test
    void beginningOfANameComesBeforeItsMiddle() {
        assertThat(codes("dang ky khai sinh")).containsExactly("1.000689", "1.001193", "1.004884");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.004222", " 1.004222 ", "1.004222.000.00.00.H35", "1.0042"})
    void codeIsFoundWholeOrByItsBeginning(String query) {
        assertThat(codes(query)).containsExactly("1.004222");
    }

    @Test
    void withoutWordsAllComeByCode() {
        assertThat(codes(" ")).containsExactly("1.000689", "1.001193", "1.004222", "1.004884");
    }

    @Test
    void onlyWhatIsInForceOnTheDayIsFound() {
        assertThat(CATALOGUE.find("khai sinh cũ", LocalDate.of(2026, 6, 30))).hasSize(1);
        assertThat(CATALOGUE.find("khai sinh cũ", LocalDate.of(2026, 7, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "khai' OR '1'='1", "*", "zzz", "khai & sinh | !x"})
    void operatorsOfOtherSearchLanguagesAreNoOperators(String query) {
        assertThat(codes(query)).isSubsetOf("1.000689", "1.001193", "1.004222", "1.004884");
    }

    @Test
    void variantsWithoutATermAreListedWithTheirReason() {
        ProcedureCatalogue catalogue = new ProcedureCatalogue(List.of(procedure(
                1,
                "1.004222",
                "Đăng ký thường trú",
                variant(Channel.COUNTER, "default", Optional.empty()),
                variant(Channel.ONLINE, "default", Optional.of(new Term.WorkingDays(7))))));
        assertThat(catalogue.missingTerms(TODAY)).singleElement().satisfies(missing -> {
            assertThat(missing.variant().channel()).isEqualTo(Channel.COUNTER);
            assertThat(missing.reason()).isEqualTo(TermGap.TERM_NOT_SHOWN);
        });
    }

    private static List<String> codes(String query) {
        return CATALOGUE.find(query, TODAY).stream()
                .map(version -> version.code().value())
                .toList();
    }
}
