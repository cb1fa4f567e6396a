package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Warning.Code.BIRTH_YEAR_DIFFERS;
import static vn.motcua.dossier.Warning.Code.LOOK_ALIKE_LETTERS;
import static vn.motcua.dossier.Warning.Code.TAX_CODE_UNVERIFIED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {

    private static final String CYRILLIC = "Nguyễn V\u0430n";

    @ParameterizedTest
    @CsvSource({
        "042090001234, 1990-05-17, false",
        "042090001234, 1990, false",
        "042090001234, 1991, true",
        "042090001234, 2090, true",
    })
    void aBirthDateOfAnotherYearThanTheNumbersIsOdd(String number, String born, boolean odd) {
        assertThat(applicant(Map.of("citizenId", number, "dateOfBirth", born)))
                .isEqualTo(odd ? List.of(new Warning("/applicant/citizenId", BIRTH_YEAR_DIFFERS)) : List.of());
    }

    /** The last one came with its token, or long ago: arithmetic says that there is no such code. */
    @ParameterizedTest
    @CsvSource({
        "0100109106, false",
        "0100109106-001, false",
        "042090001234, false",
        "0000000000, true",
        "0100109107, true",
    })
    void aTaxCodeThatOnlyTheRegisterKnowsIsOdd(String code, boolean odd) {
        assertThat(applicant(Map.of("taxCode", code)))
                .isEqualTo(odd ? List.of(new Warning("/applicant/taxCode", TAX_CODE_UNVERIFIED)) : List.of());
    }

    @Test
    void lettersThatLookAlikeAreFoundInEveryNameAndInFileNames() {
        Map<String, Object> words = Map.of(
                "applicant", Map.of("fullName", CYRILLIC, "name", CYRILLIC, "representative", CYRILLIC),
                "submitter", Map.of("fullName", CYRILLIC),
                "attachments", List.of(Map.of("name", "đơn.pdf"), Map.of("name", "đ\u043en.pdf")),
                "form", Map.of("fullName", CYRILLIC));
        assertThat(Warnings.of(words))
                .containsExactly(
                        new Warning("/applicant/fullName", LOOK_ALIKE_LETTERS),
                        new Warning("/applicant/name", LOOK_ALIKE_LETTERS),
                        new Warning("/applicant/representative", LOOK_ALIKE_LETTERS),
                        new Warning("/submitter/fullName", LOOK_ALIKE_LETTERS),
                        new Warning("/attachments/1/name", LOOK_ALIKE_LETTERS));
    }

    @Test
    void nothingIsOddAboutWordsThatWereErased() {
        assertThat(Warnings.of(Map.of())).isEmpty();
    }

    private static List<Warning> applicant(Map<String, Object> fields) {
        return Warnings.of(Map.of("applicant", fields));
    }
}
