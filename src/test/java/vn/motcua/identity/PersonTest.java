package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.Person.Kind.CITIZEN;
import static vn.motcua.identity.Person.Kind.FOREIGNER;
import static vn.motcua.identity.Person.Kind.ORGANISATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

    private static final Person MAU = new Person(CITIZEN, "042090001234", "Nguyễn Văn Mẫu", "1990-05-17");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Mẫu",
                "NGUYỄN VĂN MẪU",
                "  nguyễn  văn\u00a0mẫu ",
                "Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u",
            })
    void knowsANameHoweverItIsWritten(String name) {
        assertThat(MAU.matches(CITIZEN, "042090001234", name, "1990-05-17")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn Mâu", "Nguyen Van Mau", "Nguyễn Văn", "NguyễnVăn Mẫu", ""})
    void doesNotTakeANameForAnother(String name) {
        assertThat(MAU.matches(CITIZEN, "042090001234", name, "1990-05-17")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1990-05-17, 1990-05-17, true",
        "1990-05-17, 1990-05, true",
        "1990-05-17, 1990, true",
        "1990, 1990-05-17, true",
        "1990-05, 1990-06-17, false",
        "1990-05-17, 1991, false",
        "1990-05-17, '', false",
        "'', 1990, false",
    })
    void comparesDatesAtTheCoarserPrecision(String known, String said, boolean same) {
        var person = new Person(CITIZEN, "042090001234", "Mẫu", known);
        assertThat(person.matches(CITIZEN, "042090001234", "Mẫu", said)).isEqualTo(same);
    }

    @Test
    void isNobodyWithAnotherNumberOrOfAnotherKind() {
        assertThat(MAU.matches(CITIZEN, "042090001235", MAU.name(), "1990")).isFalse();
        assertThat(MAU.matches(FOREIGNER, MAU.number(), MAU.name(), "1990")).isFalse();
    }

    @Test
    void asksAnOrganisationForNoBirthday() {
        var company = new Person(ORGANISATION, "3001234567", "Công ty TNHH Mẫu Thử", "");
        assertThat(company.matches(ORGANISATION, "3001234567", "CÔNG TY TNHH MẪU THỬ", ""))
                .isTrue();
    }

    @Test
    void neverSaysWhoItIs() {
        assertThat(MAU.toString() + new CitizenId(MAU.number())).doesNotContain("0420", "1234", "Mẫu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04209000123", "0420900012345", "04209000123a", "０４２０９０００１２３４"})
    void knowsWhatIsNoCitizenNumber(String digits) {
        assertThatThrownBy(() -> new CitizenId(digits)).isInstanceOf(IllegalArgumentException.class);
    }
}
