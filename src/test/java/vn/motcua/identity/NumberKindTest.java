package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberKindTest {

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_ID, 042090001234, 042090001234",
        "ID_CARD, 183456789, 183456789",
        "FOREIGNER_ID, nn042000777, NN042000777",
        "FOREIGNER_ID, NN 042 000 777, NN042000777",
        "PASSPORT, c1234567, passportNumber:C1234567",
        "TAX_CODE, 0100109106-001, 0100109106-001",
        "ORGANISATION_ID, 0100109106, organisationId:0100109106",
        "ELECTRONIC_ID, h42.16.05, electronicId:H42.16.05",
        "BUSINESS_CODE, 0100109106, 0100109106",
        "BUSINESS_CODE, 4103001234, businessCode:4103001234",
        "BUSINESS_CODE, 42a8001234, businessCode:42A8001234",
    })
    void isKnownInOneFormThatNoOtherKindHas(NumberKind kind, String written, String known) {
        assertThat(kind.known(written)).isEqualTo(known);
    }

    @Test
    void countsTheCitizenNumberBeforeTheOldOneAndTheTaxCodeBeforeTheRest() {
        assertThat(NumberKind.of(Person.Kind.CITIZEN)).containsExactly(NumberKind.CITIZEN_ID, NumberKind.ID_CARD);
        assertThat(NumberKind.of(Person.Kind.FOREIGNER)).containsExactly(NumberKind.FOREIGNER_ID, NumberKind.PASSPORT);
        assertThat(NumberKind.of(Person.Kind.ORGANISATION))
                .containsExactly(
                        NumberKind.TAX_CODE,
                        NumberKind.BUSINESS_CODE,
                        NumberKind.ORGANISATION_ID,
                        NumberKind.ELECTRONIC_ID);
    }
}
