package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.DAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.identity.Person.Kind;

class ApplicantTest {

    private static final Fault WRONG = new Fault("/applicant/taxCode", "wrong-check-digit");

    @ParameterizedTest
    @CsvSource({
        "CITIZEN, ID_CARD, 183456789, 183456789",
        "FOREIGNER, PASSPORT, c1234567, passportNumber:C1234567",
        "ORGANISATION, BUSINESS_CODE, 42A8001234, businessCode:42A8001234",
        "ORGANISATION, ORGANISATION_ID, 123, organisationId:123",
        "ORGANISATION, ELECTRONIC_ID, H42.16, electronicId:H42.16",
    })
    void anyNumberOfItsKindTellsWhoItIs(Kind kind, NumberKind number, String written, String known) {
        Applicant applicant = applicant(kind, Map.of(number, written));
        assertThat(applicant.faults(DAY)).isEmpty();
        assertThat(applicant.person().number()).isEqualTo(known);
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(applicant(
                                Kind.ORGANISATION,
                                Map.of(NumberKind.ELECTRONIC_ID, "H42", NumberKind.TAX_CODE, "0100109106"))
                        .person()
                        .number())
                .isEqualTo("0100109106");
    }

    @Test
    void aWrongCheckDigitIsAFaultUnlessTheTokenItselfSaysTheCode() {
        Applicant company = applicant(Kind.ORGANISATION, Map.of(NumberKind.TAX_CODE, "0100109107"));
        assertThat(company.wrongNumbers(Optional.empty())).containsExactly(WRONG);
        assertThat(company.wrongNumbers(Optional.of(token("0100109106")))).containsExactly(WRONG);
        assertThat(company.wrongNumbers(Optional.of(token("0100109107")))).isEmpty();
    }

    @Test
    void aCodeThatCannotBeDecidedIsNoFault() {
        for (String code : List.of("0000000005", "042090001234", "0100109106-001")) {
            assertThat(applicant(Kind.ORGANISATION, Map.of(NumberKind.TAX_CODE, code))
                            .wrongNumbers(Optional.empty()))
                    .isEmpty();
        }
    }

    private static Person token(String taxCode) {
        return new Person(Kind.ORGANISATION, taxCode, "Công ty", "");
    }

    private static Applicant applicant(Kind kind, Map<NumberKind, String> numbers) {
        return new Applicant(kind, numbers, Optional.of("Tên"), Optional.of("1990"), List.of());
    }
}
