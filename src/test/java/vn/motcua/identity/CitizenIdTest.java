package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdTest {

    /** The first and the last year of every century that the fourth digit can name. */
    @ParameterizedTest
    @CsvSource({
        "001000000001, 1900",
        "001099000001, 1999",
        "001100000001, 1900",
        "001199000001, 1999",
        "001200000001, 2000",
        "001299000001, 2099",
        "001300000001, 2000",
        "001399000001, 2099",
        "001400000001, 2100",
        "001599000001, 2199",
        "001600000001, 2200",
        "001799000001, 2299",
        "001800000001, 2300",
        "001999000001, 2399",
    })
    void tellsTheYearOfBirthByCenturyAndYear(String digits, int year) {
        assertThat(new CitizenId(digits).yearOfBirth()).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "042090001234, 1990-05-17, false",
        "042090001234, 1990-05, false",
        "042090001234, 1990, false",
        "042090001234, 1991, true",
        "042090001234, 2090-05-17, true",
        "042290001234, 1990-05-17, true",
        "042199001234, 2000-01-01, true",
        "042300001234, 2000-01-01, false",
        "042199001234, 1999-12-31, false",
    })
    void noticesThatABirthDateIsOfAnotherYear(String digits, String born, boolean another) {
        assertThat(new CitizenId(digits).speaksOfAnotherYearThan(born)).isEqualTo(another);
    }

    /** Bà Rịa - Vũng Tàu and Gia Lai as they were, a country, and what nobody has given out yet. */
    @ParameterizedTest
    @ValueSource(strings = {"077", "064", "096", "126", "000", "999"})
    void takesAnyPlaceOfRegistrationForLife(String place) {
        assertThat(CitizenId.isWellFormed(place + "090001234")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456789", "04209000123", "0420900012345", "04209000123a", "０４２０９０００１２３４", "042 90001234"})
    void hasTwelveDigits(String text) {
        assertThat(CitizenId.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> new CitizenId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverSaysTheNumber() {
        assertThat(new CitizenId("042090001234")).hasToString("CitizenId[************]");
    }
}
